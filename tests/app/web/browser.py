"""A browser of the whole application: cookies, hidden fields and all."""

import atexit
import html
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import httpx
import lxml.html

from app.accounts import actions as accounts
from app.accounts.person import Reader
from app.kit import assets, clock
from app.kit.settings import Settings
from app.server.application import create_app
from app.server.asgi import App

SECRET = "a secret of tests, long enough"
_TOKEN = re.compile(r'name="_csrf_token" value="([^"]+)"')
_TAGS = re.compile(r"<[^>]+>")


class Browser:
    """Sends forms as a reader does: from a page, with its hidden fields."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self.client = client
        self.token = ""
        self.page: httpx.Response

    async def get(self, path: str, **headers: str) -> httpx.Response:
        """Open a page."""
        return self._read(await self.client.get(path, headers=headers))

    async def post(self, path: str, **fields: Any) -> httpx.Response:  # noqa: ANN401 -- fields by name
        """Send a form from the page that is open."""
        if not self.token:
            await self.get("/en/sign-in")
        sent = {"_csrf_token": self.token, **fields}
        return self._read(await self.client.post(path, data=sent))

    async def sends(self, action: str, **fields: str) -> httpx.Response:
        """Send the form of the open page whose address ends so, filled as on the page.

        Goes on to where the answer leads. Fails when the page has no such form.
        """
        form = next(
            each for each in self.forms() if str(each.action or self.page.url).endswith(action)
        )
        filled = {name: value for name, value in form.form_values() if isinstance(value, str)}
        answer = await self.client.post(str(form.action), data={**filled, **fields})
        if not answer.is_redirect:
            return self._read(answer)
        return self._read(await self.client.get(answer.headers["location"], follow_redirects=True))

    def forms(self) -> list[lxml.html.FormElement]:
        """List the forms of the open page."""
        return list(lxml.html.fromstring(self.page.text).forms)

    def _read(self, answer: httpx.Response) -> httpx.Response:
        self.page = answer
        found = _TOKEN.search(answer.text)
        self.token = found[1] if found else self.token
        return answer

    async def sign_in(self, reader: Reader) -> None:
        """Sign the reader in without the page."""
        key = await accounts.open_visit(reader, data={}, old_key="", at=clock.now())
        self.client.cookies.set("visit", key)


def page_text(answer: httpx.Response) -> str:
    """Return the text of a page without tags, with single spaces."""
    text = html.unescape(_TAGS.sub(" ", answer.text))
    return " ".join(text.replace("\u00a0", " ").split())


@cache
def application(base_url: str = "http://test") -> App:
    """Return the whole application, made once for all tests; `base_url` is the site's address.

    It uses the pool that is open, and has our own front-end files alone.
    """
    folder = TemporaryDirectory()
    atexit.register(folder.cleanup)
    settings = Settings(
        database_url="",
        data=Path(folder.name),
        secret=SECRET,
        base_url=base_url,
        host="test",
        port=80,
    )
    settings.assets.mkdir()
    assets.gather(settings.assets, {})
    return create_app(settings, is_open=True)


@asynccontextmanager
async def browsing(*, base_url: str = "http://test") -> AsyncIterator[Browser]:
    """Open a browser that nobody has signed in with; `base_url` is the site's address."""
    transport = httpx.ASGITransport(application(base_url))  # type: ignore[arg-type] # plain ASGI, wider types
    async with httpx.AsyncClient(transport=transport, base_url=base_url) as client:
        yield Browser(client)
