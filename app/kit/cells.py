"""Days and figures in a cell as Excel writes them, and text that is no formula."""

import re
from datetime import date
from decimal import Decimal
from typing import Final

from app.kit.spreadsheet import BadCell, Spreadsheet, SpreadsheetRow

_YEAR_FIRST: Final = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})")
_DAY_FIRST: Final = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")
_CHINESE: Final = re.compile("([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日")
_MONTH: Final = re.compile(r"([0-9]{4})(?:-|/|年)([0-9]{1,2})月?")
_FIGURE: Final = re.compile(r"[0-9]{1,12}(?:[.,][0-9]{1,10})?")
_FORMULA: Final = re.compile(r"[=+\-@\t\r]")
_PLAIN_NUMBER: Final = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?")


def read_day(table: Spreadsheet, row: SpreadsheetRow, column: str) -> date:
    """Read 2026-11-28, 28.11.2026, 2026/11/28 or 2026年11月28日; raises `BadCell`.

    Day and month parted by slashes before the year are ambiguous and refused.
    """
    text = row.cells[column]
    try:
        if found := _YEAR_FIRST.fullmatch(text):
            return date(int(found[1]), int(found[3]), int(found[4]))
        if found := _CHINESE.fullmatch(text):
            return date(int(found[1]), int(found[2]), int(found[3]))
        if found := _DAY_FIRST.fullmatch(text):
            return date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        pass
    raise table.bad_cell(row, column, example="2026-11-28")


def read_month(table: Spreadsheet, row: SpreadsheetRow, column: str) -> date:
    """Read 2026-12, 2026/12 or 2026年12月, or the month's first day; raises `BadCell`."""
    trouble = table.bad_cell(row, column, example="2026-12")
    if found := _MONTH.fullmatch(row.cells[column]):
        try:
            return date(int(found[1]), int(found[2]), 1)
        except ValueError:
            raise trouble from None
    try:
        day = read_day(table, row, column)
    except BadCell:
        raise trouble from None
    if day.day != 1:
        raise trouble
    return day


def read_figure(table: Spreadsheet, row: SpreadsheetRow, column: str) -> Decimal:
    """Read a figure above or at zero; raises `BadCell`.

    A comma is a decimal sign only where it is not the separator: that is how Excel saves it.
    """
    text = row.cells[column].replace("\xa0", "").replace(" ", "")
    if _FIGURE.fullmatch(text) is None or ("," in text and table.separator == ","):
        raise table.bad_cell(row, column, example="7.0812")
    return Decimal(text.replace(",", "."))


def neutral(text: str) -> str:
    """Return the text quoted where a spreadsheet would run it as a formula."""
    if _FORMULA.match(text) and not _PLAIN_NUMBER.fullmatch(text):
        return f"'{text}"
    return text
