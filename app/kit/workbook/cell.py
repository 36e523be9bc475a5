"""Cells of a workbook as they stand, and rows of them."""

from typing import Final, TypeAlias

import msgspec

Cell: TypeAlias = str | int | float | bool
"""What a cell holds; an empty one is an empty text, a day is text such as 2026-11-28."""

ERRORS: Final = frozenset(
    {"#N/A", "#NAME?", "#VALUE!", "#REF!", "#DIV/0!", "#NULL!", "#NUM!", "#GETTING_DATA"}
)
"""What a program writes into a cell that it could not compute."""
LONGEST_TEXT: Final = 5_000
"""Characters of a cell that are kept: longer than any text of ours may be."""
_EXACT_DIGITS: Final = 15
"""Digits that a binary number holds for certain: the rest of 59.49999999999999 is noise."""


class SheetRow(msgspec.Struct, frozen=True, array_like=True):
    """A row that holds anything. `number` is the one that a spreadsheet program shows."""

    number: int
    cells: tuple[Cell, ...]
    is_hidden: bool = False


class SheetAbout(msgspec.Struct, frozen=True):
    """A sheet before it is read: its name, how long it is, and its first rows."""

    name: str
    rows: int
    """Rows to its end, empty ones included."""
    first: tuple[SheetRow, ...]
    hidden_rows: int = 0
    hidden_columns: int = 0


class WorkbookAbout(msgspec.Struct, frozen=True, tag="about"):
    """What was recognised."""

    format: str
    """xlsx, xls or csv."""
    sheets: tuple[SheetAbout, ...]
    """Those that are not hidden."""
    hidden_sheets: tuple[str, ...] = ()
    encoding: str = ""
    separator: str = ""
    """Of a csv file: the sign itself."""


def kept(text: str) -> str:
    """Return a text as a cell keeps it: no zero byte, which no database takes, and not endless."""
    return text.replace("\0", "")[:LONGEST_TEXT]


def text_of(cell: Cell) -> str:
    """Return a cell as text: a number with all its digits, and without binary noise.

    A code of thirteen digits that a program shows as 6.9E+12 is whole in the file.
    """
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return _plain(cell)
    return str(cell).strip()


def is_empty(cell: Cell) -> bool:
    """Return whether a cell holds nothing, or spaces alone."""
    return isinstance(cell, str) and not cell.strip()


def is_number(cell: Cell) -> bool:
    """Return whether the file holds a number here, and no text of digits."""
    return isinstance(cell, int | float) and not isinstance(cell, bool)


def is_error(cell: Cell) -> bool:
    """Return whether the program that wrote the file could not compute the cell."""
    return isinstance(cell, str) and cell in ERRORS


def _plain(value: float) -> str:
    if value == int(value) and abs(value) < 10**_EXACT_DIGITS:
        return str(int(value))
    mantissa, _, exponent = f"{value:.{_EXACT_DIGITS}g}".partition("e")
    return f"{value:f}" if exponent else mantissa
