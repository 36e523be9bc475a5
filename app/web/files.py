"""Files as answers of ours."""

from litestar import Response

from app.documents.store import IssuedPaper


def pdf(found: IssuedPaper) -> Response[bytes]:
    """Will show a paper in the browser."""
    return Response(
        found.body,
        media_type="application/pdf",
        headers={"content-disposition": f'inline; filename="{found.file_name}"'},
    )


def download(body: bytes, *, name: str, media_type: str) -> Response[bytes]:
    """Will give a file to be saved; `name` is one of ours, of letters that a header may have."""
    return Response(
        body,
        media_type=media_type,
        headers={"content-disposition": f'attachment; filename="{name}"'},
    )
