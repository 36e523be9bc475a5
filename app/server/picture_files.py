"""The files of pictures, served before everything else: no visit, no language, no database.

An address is the name of an object, and an object never changes: it may be kept for good.
"""

import re
from typing import Final

from app.kit.objects import NoSuchObject, Objects, StoreUnavailable
from app.pictures.picture import PictureFormat
from app.server.asgi import App, Receive, Scope, Send

_ADDRESS: Final = re.compile(r"/pictures/([0-9a-f]{64})\.(webp|jpg)")
_POLICY: Final = "default-src 'none'; sandbox"
_FOR_GOOD: Final = "public, max-age=31536000, immutable"
_READS: Final = {"GET", "HEAD"}


class PictureFiles:
    """Answers addresses of pictures, and passes everything else on."""

    def __init__(self, app: App, objects: Objects) -> None:
        self.app = app
        self.objects = objects

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        found = _ADDRESS.fullmatch(scope["path"]) if scope["type"] == "http" else None
        if found is None or scope["method"] not in _READS:
            await self.app(scope, receive, send)
            return
        tag = f'"{found[1]}"'.encode()
        if tag in dict(scope["headers"]).get(b"if-none-match", b""):
            await _answer(send, 304, [(b"etag", tag), (b"cache-control", _FOR_GOOD.encode())])
            return
        try:
            body = await self.objects.read(found[0].lstrip("/"))
        except NoSuchObject:
            await _answer(send, 404, [(b"cache-control", b"no-store")])
        except StoreUnavailable:
            await _answer(send, 503, [(b"cache-control", b"no-store"), (b"retry-after", b"30")])
        else:
            head = scope["method"] == "HEAD"
            await _answer(send, 200, _headers(found[2], tag, body), b"" if head else body)


def _headers(ending: str, tag: bytes, body: bytes) -> list[tuple[bytes, bytes]]:
    return [
        (b"content-type", PictureFormat(ending).media_type.encode()),
        (b"content-length", str(len(body)).encode()),
        (b"etag", tag),
        (b"cache-control", _FOR_GOOD.encode()),
        (b"content-security-policy", _POLICY.encode()),
        (b"x-content-type-options", b"nosniff"),
        (b"cross-origin-resource-policy", b"same-origin"),
    ]


async def _answer(
    send: Send, status: int, headers: list[tuple[bytes, bytes]], body: bytes = b""
) -> None:
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
