"""Responses that are files."""

from litestar import Response

from app.declarations.due import Format
from app.documents.repository import IssuedPaper


def paper_response(found: IssuedPaper) -> Response[bytes]:
    """Return a paper: a PDF to be shown in the browser, anything else as a download."""
    if found.format is not Format.PDF:
        return download(found.body, name=found.file_name, media_type=found.format.media_type)
    return Response(
        found.body,
        media_type=found.format.media_type,
        headers={"content-disposition": f'inline; filename="{found.file_name}"'},
    )


def download(body: bytes, *, name: str, media_type: str) -> Response[bytes]:
    """Return a download; `name` must be ASCII without quotes."""
    return Response(
        body,
        media_type=media_type,
        headers={"content-disposition": f'attachment; filename="{name}"'},
    )
