"""The history as files: CSV and a workbook, with the very figures of the page's table."""

import csv
import io
from collections.abc import Iterable
from decimal import Decimal
from typing import Final

import xlsxwriter

from app.kit.words import N_, translate
from app.rates.banks import Bank
from app.rates.history import Point

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
    """Will give the history as plain text: days as 2026-11-23, figures with a decimal point."""
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
    """Will write the rows under their heads as CSV in UTF-8."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([translate(head) for head in HEADS])
    writer.writerows(rows)
    return text.getvalue().encode()


def to_workbook(rows: Iterable[tuple[str, ...]], *, title: str) -> bytes:
    """Will write the rows as a workbook; every cell is text, so that no digit is rounded."""
    kept = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(kept, options) as book:
        sheet = book.add_worksheet(title)
        bold = book.add_format({"bold": True})
        sheet.freeze_panes(1, 0)
        for column, head in enumerate(HEADS):
            sheet.write_string(0, column, translate(head), bold)
        for line, row in enumerate(rows, start=1):
            for column, text in enumerate(row):
                sheet.write_string(line, column, text)
        sheet.autofit()
    return kept.getvalue()
