"""Rates of the National Bank of the Kyrgyz Republic: som per `Nominal` units.

`www.nbkr.kg/XML/daily.xml` and `weekly.xml`: windows-1251 as declared, decimal comma. The date is
the day the rates hold from, which may be tomorrow or a Sunday; no other day can be asked for.
"""

from datetime import date
from typing import Final
from xml.etree.ElementTree import Element

from app.rates.banks import NBKR
from app.rates.feeds.feed import OtherBody, RateSheet, read_date, read_rate, read_xml, whole
from app.rates.fetching import Ask
from app.rates.official import OfficialRate

WANTED: Final = {
    "Daily Exchange Rates": frozenset({"CNY"}),
    "Weekly Exchange Rates": frozenset({"UZS", "TJS", "TMT"}),
}
"""The required currencies of each of the two files, by its `Name`."""


def asks(_on: date) -> tuple[Ask, ...]:
    """Return the requests for the latest rates; the site has no other day."""
    return (Ask("/XML/daily.xml"), Ask("/XML/weekly.xml"))


def parse(body: bytes) -> tuple[OfficialRate, ...]:
    """Parse the daily or the weekly answer, in the bank's own order; raises a `BadBody`."""
    root = read_xml(body, bank=NBKR, root="CurrencyRates")
    name = root.get("Name", "")
    if name not in WANTED:
        raise OtherBody(bank=NBKR, root=f"{root.tag} {name}"[:60])
    day = read_date(root.get("Date", ""), bank=NBKR)
    sheet = RateSheet(NBKR, day, decimal_sign=",", series=name.partition(" ")[0].lower())
    rates = (_rate(item, sheet) for item in root.iter("Currency"))
    return whole(rates, bank=NBKR, wanted=WANTED[name])


def _rate(item: Element, sheet: RateSheet) -> OfficialRate:
    nominal, value = (item.findtext(name) or "" for name in ("Nominal", "Value"))
    return read_rate((item.get("ISOCode", ""), nominal.strip(), value.strip()), sheet)
