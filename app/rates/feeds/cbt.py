"""The manat's peg: no feed publishes it, so it is imported from a file in our own format.

A table with the heads currency, nominal, value, effective_on and source: every line says where it
was read. A newer line replaces an older one from its day on.
"""

from typing import Final

from app.kit.cells import read_day, read_figure
from app.kit.i18n import N_
from app.kit.spreadsheet import Spreadsheet, SpreadsheetRow, read_table
from app.rates.banks import CBT
from app.rates.feeds.feed import RateSheet, check_body, read_rate, whole
from app.rates.official import OfficialRate

WANTED: Final = frozenset({"USD"})
_COLUMNS: Final = {
    "currency": N_("Currency"),
    "nominal": N_("Units"),
    "value": N_("Value"),
    "effective_on": N_("In force from"),
    "source": N_("Source"),
}


def parse(body: bytes) -> tuple[OfficialRate, ...]:
    """Parse the file, in its own order; raises a `BadTable` or a `BadBody`."""
    table = read_table(check_body(body, bank=CBT), _COLUMNS, optional=frozenset())
    return whole((_rate(table, row) for row in table.rows), bank=CBT, wanted=WANTED)


def _rate(table: Spreadsheet, row: SpreadsheetRow) -> OfficialRate:
    if not row.cells["source"]:
        raise table.bad_cell(row, "source", example="cbt.tm, 2015-01-01")
    sheet = RateSheet(CBT, read_day(table, row, "effective_on"))
    value = f"{read_figure(table, row, 'value'):f}"
    return read_rate((row.cells["currency"], row.cells["nominal"], value), sheet)
