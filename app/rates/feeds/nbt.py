"""Rates of the National Bank of Tajikistan: somoni per `Nominal` units.

`www.nbt.tj/en/kurs/export_xml.php?date=YYYY-MM-DD&export=xmlout`: UTF-8, decimal point. A day out
of its range is silently answered with today's table, so the answer's own day is compared.
"""

from datetime import date
from typing import Final

from app.rates.banks import NBT
from app.rates.feeds.feed import RateSheet, read_iso_date, read_xml, whole
from app.rates.feeds.valutes import read_valutes
from app.rates.fetching import Ask
from app.rates.official import OfficialRate

WANTED: Final = frozenset({"CNY", "USD"})


def asks(on: date) -> tuple[Ask, ...]:
    return (Ask(f"/en/kurs/export_xml.php?date={on.isoformat()}&export=xmlout", day=on),)


def parse(body: bytes) -> tuple[OfficialRate, ...]:
    """Parse the bank's answer, in its own order; raises a `BadBody`."""
    root = read_xml(body, bank=NBT, root="ValCurs")
    sheet = RateSheet(NBT, read_iso_date(root.get("Date", ""), bank=NBT))
    return whole(read_valutes(root, sheet), bank=NBT, wanted=WANTED)
