"""A visitor without a browser, who can send what no browser would."""

import html
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Self

import httpx
import lxml.html

from app.demo.cast import DEMO_PASSWORD

_TOKEN = re.compile(r'name="_csrf_token" value="([^"]+)"')
_TAGS = re.compile(r"<(script|style).*?</\1>|<[^>]+>", re.DOTALL)


class Visitor:
    """Somebody's cookies, language, the page before them and the token of its last form."""

    def __init__(self, client: httpx.AsyncClient, language: str) -> None:
        self.client = client
        self.language = language
        self.token = ""
        self.page: httpx.Response

    @classmethod
    @asynccontextmanager
    async def comes(cls, address: str, language: str, email: str = "") -> AsyncIterator[Self]:
        async with httpx.AsyncClient(base_url=address, timeout=20) as client:
            visitor = cls(client, language)
            await visitor.get(f"/{language}/sign-in")
            if email:
                answer = await visitor.post(
                    f"/{language}/sign-in", email=email, password=DEMO_PASSWORD, next=""
                )
                assert answer.status_code == 303, page_text(answer)
                await visitor.get(answer.headers["location"])
            yield visitor

    async def get(self, path: str, *, to_the_end: bool = False) -> httpx.Response:
        answer = self.page = await self.client.get(path, follow_redirects=to_the_end)
        found = _TOKEN.search(answer.text)
        self.token = found[1] if found else self.token
        return answer

    async def post(self, path: str, **fields: str) -> httpx.Response:
        sent = {"_csrf_token": self.token, **fields}
        return await self.client.post(path, data=sent)

    async def sends(self, action: str, **fields: str) -> httpx.Response:
        """Submit the form of the page whose action ends so, filled as a browser would have it.

        Follows to the page that the answer leads to. Fails when the form was refused.
        """
        forms = lxml.html.fromstring(self.page.text).forms
        filled = next((form for form in forms if str(form.action).endswith(action)), None)
        assert filled is not None, f"{self.page.url} has no form to {action}"
        answer = await self.client.post(str(filled.action), data={**_chosen(filled), **fields})
        assert answer.status_code == 303, page_text(answer)
        return await self.get(answer.headers["location"], to_the_end=True)

    def option(self, name: str, *, at: int) -> str:
        """Return the value of an option of the page's select, by its index."""
        chosen = lxml.html.fromstring(self.page.text).xpath(f'//select[@name="{name}"]/option')
        return str(chosen[at].get("value"))


def _chosen(form: lxml.html.FormElement) -> dict[str, str]:
    return {name: value for name, value in form.form_values() if isinstance(value, str)}


def page_text(answer: httpx.Response) -> str:
    """Return a page's text without tags, runs of white space made one space."""
    text = html.unescape(_TAGS.sub(" ", answer.text))
    return re.sub(r"[\s\u00a0\u202f]+", " ", text)


def sums(answer: httpx.Response) -> list[str]:
    """Return the amounts of a page's sums, the total last."""
    listed = re.search(r'<dl class="sums">.*?</dl>', answer.text, re.DOTALL)
    assert listed is not None, page_text(answer)
    amounts = re.findall(r"<dd>(.*?)</dd>", listed[0], re.DOTALL)
    return [re.sub(r"[\s\u00a0\u202f]+", " ", html.unescape(amount)) for amount in amounts]


def hidden(answer: httpx.Response, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', answer.text)
    assert found is not None, page_text(answer)
    return html.unescape(found[1])
