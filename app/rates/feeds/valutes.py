"""`ValCurs/Valute`: the XML that the banks of Russia and Tajikistan both publish."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from app.rates.feeds.feed import RateSheet, read_rate
from app.rates.official import OfficialRate


def read_valutes(root: Element, sheet: RateSheet) -> Iterator[OfficialRate]:
    """Yield the rates by the currencies' letters, not their numbers; raises `BadRate`."""
    for item in root.iter("Valute"):
        code, nominal, value = (
            (item.findtext(name) or "").strip() for name in ("CharCode", "Nominal", "Value")
        )
        yield read_rate((code, nominal, value), sheet)
