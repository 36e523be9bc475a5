"""Tables of text: csv in the encodings and with the separators that spreadsheet programs write."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from app.kit.spreadsheet import SEPARATORS, declared_separator, likely_text
from app.kit.workbook.cell import SheetAbout, SheetRow, WorkbookAbout, kept
from app.kit.workbook.refused import NoRows, TextBroken, TooManyRows
from app.kit.workbook.sheets import FIRST, MOST_ROWS

_LOOKED_AT: Final = 200
"""Rows by which the separator is found."""
_LONGEST_FIELD: Final = 100_000


@dataclass
class TextTable:
    """A table of text that is open: one sheet without a name."""

    about: WorkbookAbout
    _text: str
    _begins: int
    _separator: str

    def rows(self, _: int) -> Iterator[SheetRow]:
        """Yield the rows that hold anything; raises `TextBroken` or `TooManyRows`."""
        yield from _rows(self._text, self._separator, begins=self._begins)


def open_text(body: bytes) -> TextTable:
    """Open a table of text; raises a `BadWorkbook` or a `BadTable`."""
    encoding, text = likely_text(body)
    declared, text = declared_separator(text)
    separator = declared or max(SEPARATORS, key=lambda sign: _fit(text, sign))
    begins = 2 if declared else 1
    first = tuple(islice(_rows(text, separator, begins=begins), FIRST))
    if not first:
        raise NoRows(field="body")
    sheet = SheetAbout(name="", rows=text.count("\n") + 1, first=first)
    about = WorkbookAbout("csv", (sheet,), encoding=encoding, separator=separator)
    return TextTable(about, text, begins, separator)


def _fit(text: str, separator: str) -> tuple[int, int]:
    """Return how well a separator parts the first rows: into equal rows, of many cells."""
    head = "".join(islice(io.StringIO(text, newline=""), _LOOKED_AT))
    try:
        widths = [len(row.cells) for row in _rows(head, separator, begins=1)]
    except TextBroken:
        return 0, 0
    parted = [width for width in widths if width > 1]
    most_usual = max(map(parted.count, set(parted)), default=0)
    return most_usual, max(parted, default=0)


def _rows(text: str, separator: str, *, begins: int) -> Iterator[SheetRow]:
    csv.field_size_limit(_LONGEST_FIELD)
    number = begins - 1
    try:
        for number, raw in enumerate(
            csv.reader(io.StringIO(text, newline=""), delimiter=separator), start=begins
        ):
            if number > MOST_ROWS:
                raise TooManyRows(field="body", most=MOST_ROWS)
            cells = [kept(cell.strip()) for cell in raw]
            while cells and not cells[-1]:
                cells.pop()
            if cells:
                yield SheetRow(number, tuple(cells))
    except csv.Error as trouble:
        raise TextBroken(field="body", row=number) from trouble
