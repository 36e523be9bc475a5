"""Refusals for programs: problem details (RFC 9457) in JSON."""

from typing import Final

from litestar import Response

from app.kit import i18n
from app.web.requests import WebRequest

MEDIA_TYPE: Final = "application/problem+json"


def is_program(request: WebRequest) -> bool:
    """Return whether a program reads the answer: the address or the Accept header says JSON."""
    path, accept = request.url.path, request.headers.get("accept", "")
    return path.endswith(".json") or path.startswith("/api/") or "json" in accept


def problem(status: int, *, code: str, title: str, detail: str) -> Response[dict[str, object]]:
    """Return problem details; `code` is the refusal's own and never changes."""
    body: dict[str, object] = {
        "type": "about:blank",
        "status": status,
        "code": code,
        "title": title,
        "detail": detail,
    }
    language = i18n.HTML_TAGS[i18n.language()]
    return Response(
        body,
        media_type=MEDIA_TYPE,
        status_code=status,
        headers={"content-language": language},
    )
