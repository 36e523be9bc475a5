"""Request headers and addresses, cleaned before anything reads them.

A browser sends every cookie of the host, whoever set it: other programs' cookies hold spaces,
JSON, Cyrillic letters, or no name at all. Only our own cookies, in the form we gave them, are
passed on to the middleware behind (visits, Litestar's CSRF check).
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from hmac import compare_digest
from typing import Final

from litestar.middleware.csrf import CSRF_SECRET_LENGTH, generate_csrf_hash

from app.server.asgi import App, Receive, Scope, Send

Headers = list[tuple[bytes, bytes]]
IsOurs = Callable[[str], bool]

_HOST: Final = re.compile(rb"(?:[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?")
_KEY: Final = re.compile(r"[A-Za-z0-9_-]{43}")
_NOWHERE: Final = re.compile(r"\0|(?<=/)[0-9]{19,}(?=/|$)")
"""A zero byte, which the database does not take, and a number that no column holds."""
_NOT_ASCII: Final = re.compile(rb"[^\x21-\x7e]")
_NO_TEXT: Final = re.compile(rb"%00")
_REPLACED: Final = b"%EF%BF%BD"


def is_visit_key(value: str) -> bool:
    """Return whether the value has the form of a visit's key."""
    return _KEY.fullmatch(value) is not None


def csrf_check(secret: str) -> IsOurs:
    """Return the check that a CSRF token was signed with the secret.

    A token signed with another secret would be taken as the page's own, and every form refused for
    as long as the browser keeps the cookie: it is dropped, so that a new one is set.
    """
    return partial(_is_signed, secret=secret)


def _is_signed(value: str, *, secret: str) -> bool:
    token, signature = value[:CSRF_SECRET_LENGTH], value[CSRF_SECRET_LENGTH:]
    expected = generate_csrf_hash(token=token, secret=secret)
    return compare_digest(signature.encode(), expected.encode())


def read_cookies(headers: Iterable[tuple[bytes, bytes]]) -> list[tuple[str, str]]:
    """Return every cookie of all Cookie headers as (name, value), the first sent first."""
    texts = [value.decode("latin-1") for name, value in headers if name == b"cookie"]
    pairs = [part.partition("=") for text in texts for part in text.split(";")]
    return [(name.strip(), value.strip().strip('"')) for name, mark, value in pairs if mark]


class RequestCleaningMiddleware:
    """Passes on only our own cookies, a valid host, and an address that may exist."""

    def __init__(self, app: App, cookies: Mapping[str, IsOurs]) -> None:
        """Wrap the application; `cookies` are the names of ours, each with its check."""
        self.app = app
        self.cookies = cookies

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "http":
            scope = {
                **scope,
                "path": _NOWHERE.sub("\N{REPLACEMENT CHARACTER}", scope["path"]),
                "query_string": _tidy_query(scope["query_string"]),
                "headers": self._tidy(list(scope["headers"])),
            }
        await self.app(scope, receive, send)

    def _tidy(self, headers: Headers) -> Headers:
        kept = [pair for pair in headers if pair[0] != b"cookie" and not _is_bad_host(pair)]
        ours = self._ours(headers)
        if ours:
            text = "; ".join(f"{name}={value}" for name, value in ours.items())
            kept.append((b"cookie", text.encode("latin-1")))
        return kept

    def _ours(self, headers: Headers) -> dict[str, str]:
        """Return our cookies; of several with one name the first valid one."""
        found: dict[str, str] = {}
        for name, value in read_cookies(headers):
            if name not in found and name in self.cookies and self.cookies[name](value):
                found[name] = value
        return found


def _tidy_query(query: bytes) -> bytes:
    """Return the query percent-encoded in ASCII, without zero bytes."""
    ascii_query = _NOT_ASCII.sub(lambda found: b"%%%02X" % found[0][0], query)
    return _NO_TEXT.sub(_REPLACED, ascii_query)


def _is_bad_host(pair: tuple[bytes, bytes]) -> bool:
    return pair[0] == b"host" and _HOST.fullmatch(pair[1]) is None
