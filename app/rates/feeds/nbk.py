"""Rates of the National Bank of Kazakhstan: tenge per `quant` units.

`nationalbank.kz/rss/get_rates.cfm?fdate=DD.MM.YYYY`: UTF-8, decimal point, trailing zeros dropped;
one `<date>` for the file, the day the rates are for.
"""

from datetime import date
from typing import Final
from xml.etree.ElementTree import Element

from app.rates.banks import NBK
from app.rates.feeds.feed import RateSheet, read_date, read_rate, read_xml, whole
from app.rates.fetching import Ask
from app.rates.official import OfficialRate

WANTED: Final = frozenset({"CNY"})


def asks(on: date) -> tuple[Ask, ...]:
    return (Ask(f"/rss/get_rates.cfm?fdate={on:%d.%m.%Y}", day=on),)


def parse(body: bytes) -> tuple[OfficialRate, ...]:
    """Parse the bank's answer, in its own order; raises a `BadBody`."""
    root = read_xml(body, bank=NBK, root="rates")
    sheet = RateSheet(NBK, read_date(_text(root, "date"), bank=NBK))
    return whole((_rate(item, sheet) for item in root.iter("item")), bank=NBK, wanted=WANTED)


def _rate(item: Element, sheet: RateSheet) -> OfficialRate:
    return read_rate(
        (_text(item, "title"), _text(item, "quant"), _text(item, "description")), sheet
    )


def _text(element: Element, name: str) -> str:
    return (element.findtext(name) or "").strip()
