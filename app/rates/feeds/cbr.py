"""Rates of the Bank of Russia: roubles per `Nominal` units.

`www.cbr.ru/scripts/XML_daily.asp?date_req=DD/MM/YYYY`: windows-1251, decimal comma. There is no
table for Sundays and Mondays: the answer then is the last one before.
"""

from datetime import date
from typing import Final

from app.rates.banks import CBR
from app.rates.feeds.feed import RateSheet, read_date, read_xml, whole
from app.rates.feeds.valutes import read_valutes
from app.rates.fetching import Ask
from app.rates.official import OfficialRate

WANTED: Final = frozenset({"CNY", "USD"})
_LONGEST_HOLIDAYS_DAYS: Final = 12


def asks(on: date) -> tuple[Ask, ...]:
    path = f"/scripts/XML_daily.asp?date_req={on:%d/%m/%Y}"
    return (Ask(path, day=on, earlier_days=_LONGEST_HOLIDAYS_DAYS),)


def parse(body: bytes) -> tuple[OfficialRate, ...]:
    """Parse the bank's answer, in its own order; raises a `BadBody`."""
    root = read_xml(body, bank=CBR, root="ValCurs")
    sheet = RateSheet(CBR, read_date(root.get("Date", ""), bank=CBR), decimal_sign=",")
    return whole(read_valutes(root, sheet), bank=CBR, wanted=WANTED)
