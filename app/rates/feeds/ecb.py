"""Reference rates of the European Central Bank: foreign units for one euro; never for customs.

`data-api.ecb.europa.eu/service/data/EXR/D..EUR.SP00.A?format=csvdata`: CSV by column name, a line
for each currency and working day, several days in one answer. No tenge, som, soʻm, somoni, manat.
"""

from datetime import date, timedelta
from typing import Final

from app.kit.cells import read_day, read_figure
from app.kit.spreadsheet import Spreadsheet, SpreadsheetRow, read_table
from app.rates.banks import ECB
from app.rates.feeds.feed import RateSheet, check_body, read_rate, whole
from app.rates.fetching import Ask
from app.rates.official import OfficialRate, Quoted

WANTED: Final = frozenset({"CNY", "USD"})
_COLUMNS: Final = {name: name for name in ("CURRENCY", "TIME_PERIOD", "OBS_VALUE")}
_MISSING: Final = frozenset({"", "NaN"})
_DAYS_BACK: Final = 7
"""Requested besides the day itself, to be sure to include a working day."""


def asks(on: date) -> tuple[Ask, ...]:
    """Return the request for the rates of the week up to a day."""
    first = on - timedelta(days=_DAYS_BACK)
    path = (
        "/service/data/EXR/D..EUR.SP00.A?format=csvdata"
        f"&startPeriod={first.isoformat()}&endPeriod={on.isoformat()}"
    )
    return (Ask(path, day=on, earlier_days=_DAYS_BACK),)


def parse(body: bytes) -> tuple[OfficialRate, ...]:
    """Parse the bank's answer, in its own order; raises a `BadTable` or a `BadBody`."""
    table = read_table(check_body(body, bank=ECB), _COLUMNS, optional=frozenset())
    rates = (_rate(table, row) for row in table.rows if row.cells["OBS_VALUE"] not in _MISSING)
    return whole(rates, bank=ECB, wanted=WANTED)


def _rate(table: Spreadsheet, row: SpreadsheetRow) -> OfficialRate:
    sheet = RateSheet(ECB, read_day(table, row, "TIME_PERIOD"))
    value = f"{read_figure(table, row, 'OBS_VALUE'):f}"
    return read_rate((row.cells["CURRENCY"], "1", value), sheet, quoted=Quoted.PER_OWN)
