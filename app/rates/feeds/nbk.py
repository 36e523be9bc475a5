"""Rates of the National Bank of Kazakhstan: tenge per `quant` units.

`nationalbank.kz/rss/get_rates.cfm?fdate=DD.MM.YYYY`: UTF-8, decimal point, trailing zeros dropped;
one `<date>` for the file, the day the rates are for.
"""

from datetime import date
from typing import Final
from xml.etree.ElementTree import Element

from app.rates.banks import NBK
from app.rates.feeds.feed import read_date, read_rate, read_xml, whole
from app.rates.official import OfficialRate

WANTED: Final = frozenset({"CNY"})


def paths(on: date) -> tuple[str, ...]:
    """Will give what to ask the bank's site for the rates of a day."""
    return (f"/rss/get_rates.cfm?fdate={on:%d.%m.%Y}",)


def parse(body: bytes) -> tuple[OfficialRate, ...]:
    """Will read the bank's answer, in its own order; raises a `BadBody`."""
    root = read_xml(body, bank=NBK, root="rates")
    day = read_date(_text(root, "date"), bank=NBK)
    rates = (_rate(item, day) for item in root.iter("item"))
    return whole(rates, bank=NBK, day=day, wanted=WANTED)


def _rate(item: Element, day: date) -> OfficialRate:
    texts = (_text(item, "title"), _text(item, "quant"), _text(item, "description"))
    return read_rate(texts, bank=NBK, decimal_sign=".", day=day)


def _text(element: Element, name: str) -> str:
    return (element.findtext(name) or "").strip()
