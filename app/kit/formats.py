"""Formats of money, numbers, days and weights in each of our languages.

Babel's own signs and short dates are uneven in these languages (KGS as "KGS" in Russian, months
with a capital inside a date): the patterns and signs are our own, and golden tests hold them.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Final
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import get_timezone_location
from moneyed import Money

from app.kit.i18n import language
from app.kit.money import CNY

_NBSP: Final = "\u00a0"
_DOLLAR: Final = {"USD": "$"}
_signs: dict[str, str] = {**_DOLLAR}
"""Signs by currency; one without a sign is written by its ISO 4217 code."""
_names: dict[tuple[str, str], str] = {}
"""Country names by language and code, where they differ from Babel's."""
_COMMA: Final = frozenset({"ru", "kk", "ky"})
_GRAMS_A_KILOGRAM: Final = 1000


def use_signs(signs: Mapping[str, str]) -> None:
    """Set the currency signs, by ISO 4217 code."""
    _signs.clear()
    _signs.update({**_DOLLAR, **signs})


def use_names(names: Mapping[tuple[str, str], str]) -> None:
    """Set the country names that differ from Babel's, by language and code."""
    _names.clear()
    _names.update(names)


def has_decimal_comma() -> bool:
    """Return whether the reader's language writes its decimals after a comma."""
    return language() in _COMMA


def number(value: Decimal | int) -> str:
    """Format a number with the language's grouping; its decimals stay as they are."""
    text = f"{Decimal(value):,f}"
    if has_decimal_comma():
        return text.replace(",", _NBSP).replace(".", ",")
    return text


def money(amount: Money) -> str:
    """Format an amount to the coin, with the currency's sign."""
    code = amount.currency.code
    places = len(str(amount.currency.sub_unit)) - 1
    figure = number(amount.amount.quantize(Decimal(1).scaleb(-places)))
    sign = _signs.get(code, code)
    if code == CNY.code and language() == "zh_Hans":
        return f"{sign}{figure}"
    return f"{figure}{_NBSP}{code if code == CNY.code else sign}"


def percent(value: Decimal) -> str:
    """Format a percentage without trailing zeros."""
    plain = value.normalize()
    whole = plain.quantize(Decimal(1)) if plain == plain.to_integral_value() else plain
    gap = "" if language() in {"en", "zh_Hans"} else _NBSP
    return f"{number(whole)}{gap}%"


def kilograms(grams: int) -> str:
    """Format grams as kilograms, without trailing zeros."""
    kilos = (Decimal(grams) / _GRAMS_A_KILOGRAM).normalize()
    whole = kilos.quantize(Decimal(1)) if kilos == kilos.to_integral_value() else kilos
    unit = {"en": "kg", "zh_Hans": "千克"}.get(language(), "кг")
    return f"{number(whole)}{_NBSP}{unit}"


def day(value: date) -> str:
    """Format a calendar day: 23.11.2026, or 2026-11-23 in English and Chinese."""
    return value.strftime("%d.%m.%Y" if has_decimal_comma() else "%Y-%m-%d")


def instant(value: datetime, zone: ZoneInfo) -> str:
    """Format an instant in a zone, with the zone's city: 2026-11-28 17:49 (Almaty)."""
    local = value.astimezone(zone)
    return f"{day(local.date())}{_NBSP}{local:%H:%M} ({city(zone)})"


def city(zone: ZoneInfo) -> str:
    """Return the city of a zone, as CLDR names it in the reader's language."""
    return get_timezone_location(zone, locale=language(), return_city=True)


def country(code: str) -> str:
    """Return the name of a country (ISO 3166-1 alpha-2); an unknown code stays as it is."""
    tag = language()
    name: str = Locale.parse(tag).territories.get(code, code)
    return _names.get((tag, code), name)


def listed(parts: Iterable[str]) -> str:
    """Join names with the language's comma."""
    return ("、" if language() == "zh_Hans" else ", ").join(parts)


def clauses(parts: Iterable[str]) -> str:
    """Join clauses with the language's semicolon."""
    return ("；" if language() == "zh_Hans" else "; ").join(parts)
