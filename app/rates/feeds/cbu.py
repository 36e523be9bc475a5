"""Rates of the Central Bank of Uzbekistan: soʻm per `Nominal` units.

`cbu.uz/en/arkhiv-kursov-valyut/json/all/YYYY-MM-DD/`: JSON, every figure a string with a decimal
point; each record has its own date, the day its rate holds from.
"""

from datetime import date
from typing import Final

import msgspec

from app.rates.banks import CBU
from app.rates.feeds.feed import RateSheet, of_one_day, read_date, read_json, read_rate, whole
from app.rates.fetching import Ask
from app.rates.official import OfficialRate

WANTED: Final = frozenset({"CNY", "USD"})


class CbuRecord(msgspec.Struct):
    """One currency, with the field names of the bank's JSON."""

    Ccy: str
    Nominal: str
    Rate: str
    Date: str


def asks(on: date) -> tuple[Ask, ...]:
    return (Ask(f"/en/arkhiv-kursov-valyut/json/all/{on.isoformat()}/", day=on),)


def parse(body: bytes) -> tuple[OfficialRate, ...]:
    """Parse the bank's answer, in its own order; raises a `BadBody`."""
    records = read_json(body, bank=CBU, shape=list[CbuRecord])
    rates = whole((_rate(each) for each in records), bank=CBU, wanted=WANTED)
    return of_one_day(rates, bank=CBU)


def _rate(record: CbuRecord) -> OfficialRate:
    sheet = RateSheet(CBU, read_date(record.Date, bank=CBU))
    return read_rate((record.Ccy, record.Nominal, record.Rate), sheet)
