"""A shop that nobody has opened yet: one page that says what to run."""

from typing import Final

from app.accounts import repository as accounts
from app.kit import i18n
from app.server.asgi import App, Receive, Scope, Send
from app.web.rendering import environment

_ALWAYS: Final = ("/static/", "/health/", "/metrics")
_STATUS: Final = 503


class ClosedShopMiddleware:
    """Answers every page with one until the database has an operator's company."""

    def __init__(self, app: App, *, version: str) -> None:
        self.app = app
        self.version = version
        self.is_open = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or scope["path"].startswith(_ALWAYS) or await self._opened():
            await self.app(scope, receive, send)
            return
        headers = [(b"content-type", b"text/html; charset=utf-8"), (b"retry-after", b"30")]
        await send({"type": "http.response.start", "status": _STATUS, "headers": headers})
        await send({"type": "http.response.body", "body": self._page().encode()})

    async def _opened(self) -> bool:
        """Return whether the shop is open; once it is, nobody asks the database again."""
        if not self.is_open:
            self.is_open = await accounts.find_operator() is not None
        return self.is_open

    def _page(self) -> str:
        return (
            environment()
            .get_template("closed.html")
            .render(
                html_lang=i18n.HTML_TAGS[i18n.language()],
                asset=lambda name: f"/static/{self.version}/{name}",
            )
        )
