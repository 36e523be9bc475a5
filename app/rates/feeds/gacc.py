"""China customs' month rates and statutory holidays, imported from files in our own format.

Tables of text as Excel saves them. Month rates: month (2026-12), currency, value, fixing_on,
source. Holidays: day, name, source. What is announced as a page or a picture is typed in; nothing
is computed.
"""

import re
from typing import Final

from app.kit.cells import read_day, read_figure, read_month
from app.kit.i18n import N_
from app.kit.spreadsheet import Spreadsheet, SpreadsheetRow, read_table
from app.rates.month import Holiday, MonthRate

_RATES: Final = {
    "month": N_("Month"),
    "currency": N_("Currency"),
    "value": N_("Value"),
    "fixing_on": N_("Fixed on"),
    "source": N_("Source"),
}
HOLIDAYS: Final = {"day": N_("Day"), "name": N_("Name"), "source": N_("Source")}
_CURRENCY: Final = re.compile("[A-Z]{3}")


def parse_month_rates(body: bytes) -> tuple[MonthRate, ...]:
    """Parse month rates; raises a `BadTable`."""
    table = read_table(body, _RATES, optional=frozenset())
    return tuple(_rate(table, row) for row in table.rows)


def _rate(table: Spreadsheet, row: SpreadsheetRow) -> MonthRate:
    if _CURRENCY.fullmatch(row.cells["currency"]) is None:
        raise table.bad_cell(row, "currency", example="USD")
    return MonthRate(
        month=read_month(table, row, "month"),
        currency=row.cells["currency"],
        value=read_figure(table, row, "value"),
        fixing_on=read_day(table, row, "fixing_on"),
        source=_source(table, row),
    )


def parse_holidays(body: bytes) -> tuple[Holiday, ...]:
    """Parse statutory holidays; raises a `BadTable`."""
    table = read_table(body, HOLIDAYS, optional=frozenset())
    return tuple(
        Holiday(read_day(table, row, "day"), row.cells["name"], _source(table, row))
        for row in table.rows
    )


def _source(table: Spreadsheet, row: SpreadsheetRow) -> str:
    if not row.cells["source"]:
        raise table.bad_cell(row, "source", example="Notice of 2025-11-04")
    return row.cells["source"]
