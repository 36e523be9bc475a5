"""A whole list as a workbook, written row by row to a file of its own: memory does not grow."""

import asyncio
import re
from collections.abc import AsyncIterator, Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from tempfile import TemporaryFile
from typing import IO, Final

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from app.kit.i18n import N_
from app.kit.refusal import BadInput

Cell = str | int | Decimal | date
"""A text, a figure, a day; an instant must have lost its zone."""

MOST_ROWS: Final = 1_048_575
"""Rows of a sheet under its head, in any program that opens xlsx."""
_MOST_LETTERS: Final = 32_767
_BLOCK: Final = 2**16
_FORMULA: Final = re.compile(r"[=+\-@\t\r]")
_WIDTH: Final = 20


class TooLongExport(BadInput):
    """The list is longer than a sheet."""

    code = "list.too_many_rows"
    sentence = N_(
        "A sheet holds %(most)s rows, and this list has more. Narrow it, and take it in parts."
    )


async def to_workbook(
    heads: Sequence[str], parts: AsyncIterator[Iterable[Sequence[Cell]]], *, title: str
) -> IO[bytes]:
    """Write the rows under their heads and return the file, open at its beginning.

    A text is never run: one that begins like a formula is marked as text, as Excel itself does
    behind a leading apostrophe. Raises `TooLongExport`.
    """
    file = TemporaryFile()  # noqa: SIM115 -- it is closed by whoever sends it
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    try:
        with xlsxwriter.Workbook(file, options) as book:
            sheet = _Sheet(book, title, heads)
            async for part in parts:
                await asyncio.to_thread(sheet.add, list(part))
    except BaseException:
        file.close()
        raise
    file.seek(0)
    return file


async def blocks_of(file: IO[bytes]) -> AsyncIterator[bytes]:
    """Yield the file in blocks, and close it, whoever stops listening."""
    try:
        while block := await asyncio.to_thread(file.read, _BLOCK):
            yield block
    finally:
        file.close()


class _Sheet:
    """The one sheet of the workbook, and how far it is written."""

    def __init__(self, book: xlsxwriter.Workbook, title: str, heads: Sequence[str]) -> None:
        self.sheet: Worksheet = book.add_worksheet(title[:31])
        self.day: Format = book.add_format({"num_format": "yyyy-mm-dd"})
        self.instant: Format = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
        self.text: Format = book.add_format({"quote_prefix": True})
        self.written = 0
        self.sheet.freeze_panes(1, 0)
        self.sheet.set_column(0, len(heads) - 1, _WIDTH)
        for column, head in enumerate(heads):
            self.sheet.write_string(0, column, head, book.add_format({"bold": True}))

    def add(self, rows: Iterable[Sequence[Cell]]) -> None:
        for row in rows:
            if self.written == MOST_ROWS:
                raise TooLongExport(most=MOST_ROWS)
            self.written += 1
            for column, cell in enumerate(row):
                self._write(column, cell)

    def _write(self, column: int, cell: Cell) -> None:
        if isinstance(cell, datetime):
            self.sheet.write_datetime(self.written, column, cell, self.instant)
        elif isinstance(cell, date):
            self.sheet.write_datetime(self.written, column, cell, self.day)
        elif isinstance(cell, int | Decimal):
            self.sheet.write_number(self.written, column, float(cell))
        else:
            mark = self.text if _FORMULA.match(cell) else None
            self.sheet.write_string(self.written, column, cell[:_MOST_LETTERS], mark)
