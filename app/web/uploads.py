"""Files that a reader sends with a form."""

from typing import Final

from litestar.datastructures import UploadFile

_NAME_LENGTH: Final = 100


async def read_upload(sent: object, *, limit: int) -> bytes:
    """Read a file no further than is needed to refuse one of more than `limit` bytes."""
    return await sent.read(limit + 1) if isinstance(sent, UploadFile) else b""


def upload_name(sent: object) -> str:
    """Return the name as the browser sent it, without what cannot be shown or kept."""
    name = sent.filename if isinstance(sent, UploadFile) else ""
    return "".join(letter for letter in name if letter.isprintable())[:_NAME_LENGTH]
