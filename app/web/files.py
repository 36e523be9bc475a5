"""Files as answers of ours."""

from litestar import Response

from app.declarations.due import Format
from app.documents.repository import IssuedPaper


def paper_response(found: IssuedPaper) -> Response[bytes]:
    """Show a paper in the browser if it is one to be read there, else give it to be saved."""
    if found.format is not Format.PDF:
        return download(found.body, name=found.file_name, media_type=found.format.media_type)
    return Response(
        found.body,
        media_type=found.format.media_type,
        headers={"content-disposition": f'inline; filename="{found.file_name}"'},
    )


def download(body: bytes, *, name: str, media_type: str) -> Response[bytes]:
    """Return a file to be saved; `name` is one of ours, of letters that a header may have."""
    return Response(
        body,
        media_type=media_type,
        headers={"content-disposition": f'attachment; filename="{name}"'},
    )
