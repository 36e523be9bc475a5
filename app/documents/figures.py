"""How figures stand on trade papers: one way, whatever language is beside them.

Thousands are parted by a narrow space, decimals by a point, money is followed by its ISO code,
days are yyyy-MM-dd. Customs' own form parts no thousands and writes days as yyyyMMdd.
"""

from datetime import date, datetime
from decimal import Decimal
from typing import Final
from zoneinfo import ZoneInfo

from moneyed import Money

GROUP: Final = "\u202f"
"""The narrow space between thousands: it does not break over lines."""

_GAP: Final = "\u00a0"
_GRAMS_A_KILOGRAM: Final = 1000
CHINA_TIME: Final = ZoneInfo("Asia/Shanghai")
"""Papers of the exporter tell the time of China, in Urumqi too."""


def amount(value: Money) -> str:
    """Write an amount to the coin, without its code: 1 234 567.00."""
    places = len(str(value.currency.sub_unit)) - 1
    exact = value.amount.quantize(Decimal(1).scaleb(-places))
    return f"{exact:,f}".replace(",", GROUP)


def money(value: Money) -> str:
    """Write an amount with its ISO code: 1 234 567.00 KZT."""
    return f"{amount(value)}{_GAP}{value.currency.code}"


def whole(value: int) -> str:
    """Write a count of pieces or packages."""
    return f"{value:,d}".replace(",", GROUP)


def kilograms(grams: int) -> str:
    """Write grams as kilograms to the gram: 1 234.500."""
    kilos, rest = divmod(grams, _GRAMS_A_KILOGRAM)
    return f"{whole(kilos)}.{rest:03d}"


def day(value: date) -> str:
    """Write a calendar day: 2026-11-23."""
    return value.isoformat()


def clock(value: datetime) -> str:
    """Write an instant as the clock in China showed it: 2026-11-23 18:05."""
    return value.astimezone(CHINA_TIME).strftime("%Y-%m-%d %H:%M")
