"""Reference rates of the European Central Bank: foreign units for one euro; never for customs.

`data-api.ecb.europa.eu/service/data/EXR/D..EUR.SP00.A?format=csvdata`: CSV by column name, a line
for each currency and working day, several days in one answer. No tenge, som, soʻm, somoni, manat.
"""

from datetime import date, timedelta
from typing import Final

from app.rates.banks import ECB
from app.rates.feeds.feed import Sheet, read_csv, read_iso_date, read_rate, whole
from app.rates.fetching import Ask
from app.rates.official import OfficialRate, Quoted

WANTED: Final = frozenset({"CNY", "USD"})
_COLUMNS: Final = frozenset({"CURRENCY", "TIME_PERIOD", "OBS_VALUE"})
_MISSING: Final = frozenset({"", "NaN"})
_DAYS_BACK: Final = 7
"""Asked for beside the day itself, to be sure to meet a working day."""


def asks(on: date) -> tuple[Ask, ...]:
    """Will give what to ask the bank's site for the rates of the week up to a day."""
    first = on - timedelta(days=_DAYS_BACK)
    path = (
        "/service/data/EXR/D..EUR.SP00.A?format=csvdata"
        f"&startPeriod={first.isoformat()}&endPeriod={on.isoformat()}"
    )
    return (Ask(path, day=on, earlier_days=_DAYS_BACK),)


def parse(body: bytes) -> tuple[OfficialRate, ...]:
    """Will read the bank's answer, in its own order; raises a `BadBody`."""
    rows = read_csv(body, bank=ECB, columns=_COLUMNS)
    rates = (_rate(row) for row in rows if row["OBS_VALUE"] not in _MISSING)
    return whole(rates, bank=ECB, wanted=WANTED)


def _rate(row: dict[str, str]) -> OfficialRate:
    sheet = Sheet(ECB, read_iso_date(row["TIME_PERIOD"], bank=ECB))
    return read_rate((row["CURRENCY"], "1", row["OBS_VALUE"]), sheet, quoted=Quoted.PER_OWN)
