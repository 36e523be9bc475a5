"""Files uploaded with a form."""

from typing import Final

from litestar.datastructures import UploadFile

_NAME_LENGTH: Final = 100


async def read_upload(sent: object, *, limit: int) -> bytes:
    """Return the file's bytes, at most `limit` + 1, so that a larger one can be refused."""
    return await sent.read(limit + 1) if isinstance(sent, UploadFile) else b""


def upload_name(sent: object) -> str:
    """Return the file's name as sent, printable and shortened."""
    name = sent.filename if isinstance(sent, UploadFile) else ""
    return "".join(letter for letter in name if letter.isprintable())[:_NAME_LENGTH]
