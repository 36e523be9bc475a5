"""The history of rates as files: CSV and XLSX, with the figures of the page's table."""

import csv
import io
import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Final

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from app.kit.cells import neutral
from app.kit.formats import has_decimal_comma
from app.kit.i18n import N_, translate
from app.rates.banks import Bank
from app.rates.history import Point

_FIGURE: Final = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_DAY: Final = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOST_DIGITS: Final = 15
"""Digits that a workbook's number holds; a longer figure stays text, unrounded."""

HEADS: Final = (
    N_("Day"),
    N_("Bank"),
    N_("Units of CNY"),
    N_("Official rate"),
    N_("In force from"),
    N_("Spread, %"),
    N_("Selling rate"),
)


def rows_of(points: Iterable[Point], bank: Bank) -> list[tuple[str, ...]]:
    """Return the history as plain text: days as 2026-11-23, figures with a decimal point."""
    return [
        (
            point.day.isoformat(),
            bank.code,
            str(point.official.nominal),
            f"{point.official.value:f}",
            point.official.effective_on.isoformat(),
            _plain(point.spread_percent),
            _plain(point.selling),
        )
        for point in points
    ]


def _plain(figure: Decimal | None) -> str:
    return "" if figure is None else f"{figure.normalize():f}"


def to_csv(rows: Iterable[tuple[str, ...]]) -> bytes:
    """Return the rows as CSV that Excel opens in the reader's language.

    UTF-8 with a byte order mark; in Russian, Kazakh and Kyrgyz with semicolons and a decimal
    comma, as Excel expects there, elsewhere with commas and a decimal point.
    """
    has_comma = has_decimal_comma()
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";" if has_comma else ",", lineterminator="\r\n")
    writer.writerow([neutral(translate(head)) for head in HEADS])
    for row in rows:
        writer.writerow([_cell(each, has_comma=has_comma) for each in row])
    return text.getvalue().encode("utf-8-sig")


def _cell(text: str, *, has_comma: bool) -> str:
    is_figure = _FIGURE.fullmatch(text) is not None
    return text.replace(".", ",") if is_figure and has_comma else neutral(text)


def to_workbook(rows: Iterable[tuple[str, ...]], *, title: str) -> bytes:
    """Return the rows as a workbook: figures as numbers, days as dates, the rest as text."""
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        sheet = book.add_worksheet(title)
        bold = book.add_format({"bold": True})
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.freeze_panes(1, 0)
        for column, head in enumerate(HEADS):
            sheet.write_string(0, column, translate(head), bold)
        for line, row in enumerate(rows, start=1):
            for column, text in enumerate(row):
                _write(sheet, (line, column), text, day=day)
        sheet.autofit()
    return buffer.getvalue()


def _write(sheet: Worksheet, place: tuple[int, int], text: str, *, day: Format) -> None:
    line, column = place
    if _DAY.fullmatch(text):
        sheet.write_datetime(line, column, date.fromisoformat(text), day)
    elif _FIGURE.fullmatch(text) and len(text.lstrip("-0.").replace(".", "")) <= _MOST_DIGITS:
        sheet.write_number(line, column, float(text))
    else:
        sheet.write_string(line, column, text)
