"""ASGI middleware around Litestar: the visit, the language, headers, HEAD.

It stands outside Litestar so that a refusal raised by Litestar's own middleware (a forged form) is
answered with the reader and the language known.
"""

import secrets
from urllib.parse import parse_qs

from app.accounts.repository import visits as visit_rows
from app.accounts.session import TOUCH_EVERY, Visit
from app.kit import clock, i18n
from app.kit.settings import Settings
from app.reference import current
from app.server.asgi import App, Message, Receive, Scope, Send
from app.server.headers import read_cookies

_YEAR_S = 365 * 24 * 3600
_OUTSIDE = ("/static/", "/health/", "/metrics")


def session_cookie(settings: Settings) -> str:
    """Return the name of the visit's cookie; over TLS `__Host-` binds it to this host."""
    return "__Host-visit" if settings.secure else "visit"


def csrf_cookie(settings: Settings) -> str:
    """Return the name of the cookie that holds the token of forms."""
    return "__Host-csrf" if settings.secure else "csrf"


def device_cookie(settings: Settings) -> str:
    """Return the name of the cookie by which a browser is known to whoever signed in with it."""
    return "__Host-device" if settings.secure else "device"


class HeadMiddleware:
    """Answers HEAD as GET without the body; the routes have GET only."""

    def __init__(self, app: App) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self.app(scope, receive, send)
            return

        async def without_body(message: Message) -> None:
            if message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        await self.app({**scope, "method": "GET"}, receive, without_body)


class SecurityHeadersMiddleware:
    """Sets the security headers; the nonce of scripts lies in the request's state."""

    def __init__(self, app: App, *, secure: bool) -> None:
        self.app = app
        self.secure = secure

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        nonce = secrets.token_urlsafe(16)
        scope.setdefault("state", {})["nonce"] = nonce
        added = [(key.encode(), value.encode()) for key, value in self._headers(nonce).items()]

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                present = {key.lower() for key, _ in message["headers"]}
                fresh = [pair for pair in added if pair[0] not in present]
                message = {**message, "headers": [*message["headers"], *fresh]}
            await send(message)

        await self.app(scope, receive, with_headers)

    def _headers(self, nonce: str) -> dict[str, str]:
        policy = (
            "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self';"
            f" script-src 'nonce-{nonce}'; connect-src 'self'; form-action 'self';"
            " base-uri 'none'; frame-ancestors 'none'"
        )
        headers = {
            "content-security-policy": policy,
            "x-content-type-options": "nosniff",
            "referrer-policy": "same-origin",
            "permissions-policy": "camera=(), geolocation=(), microphone=()",
            "cross-origin-opener-policy": "same-origin",
            "cache-control": "private, no-store",
        }
        if self.secure:
            headers["strict-transport-security"] = "max-age=31536000"
        return headers


class VisitMiddleware:
    """Finds the reader's visit, and sets its cookie when the handler changed the key."""

    def __init__(self, app: App, settings: Settings) -> None:
        self.app = app
        self.cookie = session_cookie(settings)
        self.device_cookie = device_cookie(settings)
        self.secure = settings.secure

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or scope["path"].startswith(_OUTSIDE):
            await self.app(scope, receive, send)
            return
        cookies = dict(read_cookies(scope["headers"]))
        key, device_key = cookies.get(self.cookie, ""), cookies.get(self.device_cookie, "")
        visit = await _find(key)
        visit.device_key = device_key
        scope.setdefault("state", {})["visit"] = visit

        async def with_cookie(message: Message) -> None:
            if message["type"] == "http.response.start":
                added = []
                if visit.key != key:
                    added.append(self._set_cookie(self.cookie, visit.key))
                if visit.device_key != device_key:
                    added.append(self._set_cookie(self.device_cookie, visit.device_key, _YEAR_S))
                message = {**message, "headers": [*message["headers"], *added]}
            await send(message)

        await self.app(scope, receive, with_cookie)

    def _set_cookie(self, name: str, key: str, age_s: int | None = None) -> tuple[bytes, bytes]:
        """Return the header; without `age_s` the cookie goes with the browser's window."""
        secure = "; Secure" if self.secure else ""
        age = "; Max-Age=0" if not key else f"; Max-Age={age_s}" if age_s else ""
        text = f"{name}={key}; Path=/; HttpOnly; SameSite=Lax{secure}{age}"
        return b"set-cookie", text.encode()


async def _find(key: str) -> Visit:
    """Return the visit of a key. An unknown key is never adopted."""
    if not key:
        return Visit()
    at = clock.now()
    found = await visit_rows.find_visit(key, at=at)
    if found is None:
        return Visit(ended=True)
    if at - found.row.seen_at > TOUCH_EVERY:
        await visit_rows.touch_visit(found.row, at=at)
    return Visit(key=key, reader=found.reader, data=found.row.data)


class ReferenceListMiddleware:
    """Brings the reference lists up to date before a request reads them."""

    def __init__(self, app: App) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "http" and not scope["path"].startswith(_OUTSIDE):
            await current.follow()
        await self.app(scope, receive, send)


class LanguageMiddleware:
    """Sets the reader's language: from the address in the shop, from the visit elsewhere."""

    def __init__(self, app: App) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "http":
            i18n.use_language(await _language(scope))
        await self.app(scope, receive, send)


async def _language(scope: Scope) -> str:
    first: str = scope["path"].split("/", 2)[1]
    if first in i18n.LANGUAGES:
        return first
    visit: Visit = scope["state"].get("visit") or Visit()
    requested = parse_qs(scope["query_string"].decode("latin-1")).get("language", [""])[0]
    if requested in i18n.LANGUAGES and visit.key:
        visit.data["language"] = requested
        await visit_rows.save_visit_data(visit.key, visit.data)
    chosen = visit.data.get("language")
    if chosen in i18n.LANGUAGES:
        return str(chosen)
    return visit.reader.language if visit.reader else _accepted(scope)


def _accepted(scope: Scope) -> str:
    """Return the first of our languages in Accept-Language, else Russian, which most read."""
    sent = dict(scope["headers"]).get(b"accept-language", b"").decode("latin-1")
    for part in sent.split(","):
        tag = part.split(";")[0].strip().lower()
        for ours in i18n.LANGUAGES:
            if tag.split("-")[0] == ours.split("_")[0].lower():
                return ours
    return "ru"
