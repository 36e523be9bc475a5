"""Formatting of figures on trade papers, the same in every language.

Thousands are separated by a narrow space, decimals by a point, money is followed by its ISO code,
days are yyyy-MM-dd. Customs' own form has no thousands separator and writes days as yyyyMMdd.
"""

from datetime import date, datetime
from decimal import Decimal
from typing import Final
from zoneinfo import ZoneInfo

from moneyed import Money

GROUP: Final = "\u202f"
"""The thousands separator: a narrow no-break space."""

_GAP: Final = "\u00a0"
_GRAMS_A_KILOGRAM: Final = 1000
CHINA_TIME: Final = ZoneInfo("Asia/Shanghai")
"""The time zone of the exporter's papers, in Urumqi too."""


def amount(value: Money) -> str:
    """Format an amount with its decimal places and without its code: 1 234 567.00."""
    places = len(str(value.currency.sub_unit)) - 1
    exact = value.amount.quantize(Decimal(1).scaleb(-places))
    return f"{exact:,f}".replace(",", GROUP)


def money(value: Money) -> str:
    """Format an amount with its ISO code: 1 234 567.00 KZT."""
    return f"{amount(value)}{_GAP}{value.currency.code}"


def whole(value: int) -> str:
    """Format a count of pieces or packages."""
    return f"{value:,d}".replace(",", GROUP)


def kilograms(grams: int) -> str:
    """Format grams as kilograms with three decimal places: 1 234.500."""
    kilos, rest = divmod(grams, _GRAMS_A_KILOGRAM)
    return f"{whole(kilos)}.{rest:03d}"


def day(value: date) -> str:
    """Format a calendar day: 2026-11-23."""
    return value.isoformat()


def clock(value: datetime) -> str:
    """Format an instant in Chinese time: 2026-11-23 18:05."""
    return value.astimezone(CHINA_TIME).strftime("%Y-%m-%d %H:%M")
