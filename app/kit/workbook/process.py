"""The process that reads one workbook: `python -m app.kit.workbook.process`.

Asked: eight bytes of length, the file, then a line with the place of a sheet. Answered, a line of
JSON each: what the workbook is, then batches of rows, then `null`; or a refusal.
"""

import resource
import sys
from collections.abc import Iterator
from itertools import islice
from typing import Final, Protocol

import msgspec

from app.kit.refusal import Refusal
from app.kit.workbook.cell import SheetRow, WorkbookAbout
from app.kit.workbook.refused import BadWorkbook, NotAWorkbook, WorkbookLocked
from app.kit.workbook.sheets import open_sheets
from app.kit.workbook.texts import open_text

BATCH: Final = 1_000
MOST_MEMORY: Final = 1_500_000_000
MOST_SECONDS: Final = 120
_OLD: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHERS: Final = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x1f\x8b",
    b"<?xml",
    b"<html",
    b"<svg",
    b"<!DOC",
    b"{\\rtf",
)
"""How other kinds of file begin that people send by mistake."""


class RefusedReading(msgspec.Struct, tag="refused"):
    """Why nothing is read."""

    code: str
    fields: dict[str, int | str]


class Book(Protocol):
    """A workbook that is open."""

    about: WorkbookAbout

    def rows(self, place: int) -> Iterator[SheetRow]:
        """Yield the rows of a sheet."""


def open_book(body: bytes) -> Book:
    """Open a workbook, recognised by its content; raises a `BadWorkbook` or a `BadTable`."""
    if body.startswith(b"PK\x03\x04"):
        return open_sheets(body, kind="xlsx")
    if body.startswith(_OLD):
        if "EncryptedPackage".encode("utf-16-le") in body:
            raise WorkbookLocked(field="body")
        return open_sheets(body, kind="xls")
    if body.lstrip()[:8].startswith(_OTHERS):
        raise NotAWorkbook(field="body")
    return open_text(body)


def main() -> None:
    """Read what is asked for on standard input."""
    for limit, most in ((resource.RLIMIT_AS, MOST_MEMORY), (resource.RLIMIT_CPU, MOST_SECONDS)):
        resource.setrlimit(limit, (most, most))
    try:
        _answer()
    except Refusal as refusal:
        _refuse(refusal.code, refusal.fields)
    except BaseException:  # noqa: BLE001 -- a panic of the reader is no Exception
        _refuse(BadWorkbook.code, {})


def _answer() -> None:
    length = int.from_bytes(sys.stdin.buffer.read(8), "big")
    book = open_book(sys.stdin.buffer.read(length))
    _say(book.about)
    asked = sys.stdin.buffer.readline().strip()
    if not asked:
        return
    rows = book.rows(int(asked))
    while batch := list(islice(rows, BATCH)):
        _say(batch)
    _say(None)


def _refuse(code: str, fields: dict[str, object]) -> None:
    told = {name: each if isinstance(each, int) else str(each) for name, each in fields.items()}
    _say(RefusedReading(code, told))


def _say(answer: object) -> None:
    sys.stdout.buffer.write(msgspec.json.encode(answer) + b"\n")
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
