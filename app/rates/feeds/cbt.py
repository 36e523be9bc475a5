"""The manat's peg: no feed publishes it, so it is entered from a file of our own form.

CSV with the heads currency, nominal, value, effective_on and source: every line says where it was
read. A newer line replaces an older one from its day on.
"""

from typing import Final

from app.rates.banks import CBT
from app.rates.feeds.feed import BrokenBody, Sheet, read_csv, read_iso_date, read_rate, whole
from app.rates.official import OfficialRate

WANTED: Final = frozenset({"USD"})
_COLUMNS: Final = frozenset({"currency", "nominal", "value", "effective_on", "source"})


def parse(body: bytes) -> tuple[OfficialRate, ...]:
    """Will read the file, in its own order; raises a `BadBody`."""
    rows = read_csv(body, bank=CBT, columns=_COLUMNS)
    return whole((_rate(row) for row in rows), bank=CBT, wanted=WANTED)


def _rate(row: dict[str, str]) -> OfficialRate:
    if not row["source"].strip():
        raise BrokenBody(bank=CBT, format="CSV")
    sheet = Sheet(CBT, read_iso_date(row["effective_on"], bank=CBT))
    return read_rate((row["currency"], row["nominal"], row["value"]), sheet)
