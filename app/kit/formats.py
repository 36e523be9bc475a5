"""How money, numbers, days and weights are written, in each of our languages.

Babel's own signs and short dates are mixed in these languages (KGS as "KGS" in Russian, months
with a capital inside a date): the patterns and signs are our own table, and golden tests hold it.
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
"""Of each currency, the sign that shops use; one without a sign is written by its ISO code."""
_names: dict[tuple[str, str], str] = {}
"""By language and country, what the country calls itself where Babel has another name."""
_COMMA: Final = frozenset({"ru", "kk", "ky"})
_GRAMS_A_KILOGRAM: Final = 1000


def use_signs(signs: Mapping[str, str]) -> None:
    """Write amounts with these signs, by currency, from now on."""
    _signs.clear()
    _signs.update({**_DOLLAR, **signs})


def use_names(names: Mapping[tuple[str, str], str]) -> None:
    """Name countries so from now on, by language and country."""
    _names.clear()
    _names.update(names)


def number(value: Decimal | int) -> str:
    """Write a number with the language's grouping; digits after the point stay as they are."""
    text = f"{Decimal(value):,f}"
    if language() in _COMMA:
        return text.replace(",", _NBSP).replace(".", ",")
    return text


def money(amount: Money) -> str:
    """Write an amount to the coin, with the sign that shops use there."""
    code = amount.currency.code
    places = len(str(amount.currency.sub_unit)) - 1
    figure = number(amount.amount.quantize(Decimal(1).scaleb(-places)))
    sign = _signs.get(code, code)
    if code == CNY.code and language() == "zh_Hans":
        return f"{sign}{figure}"
    return f"{figure}{_NBSP}{code if code == CNY.code else sign}"


def percent(value: Decimal) -> str:
    """Write a percentage without trailing zeros."""
    plain = value.normalize()
    whole = plain.quantize(Decimal(1)) if plain == plain.to_integral_value() else plain
    gap = "" if language() in {"en", "zh_Hans"} else _NBSP
    return f"{number(whole)}{gap}%"


def kilograms(grams: int) -> str:
    """Write grams as kilograms, to the gram but without needless zeros."""
    kilos = (Decimal(grams) / _GRAMS_A_KILOGRAM).normalize()
    whole = kilos.quantize(Decimal(1)) if kilos == kilos.to_integral_value() else kilos
    unit = {"en": "kg", "zh_Hans": "千克"}.get(language(), "кг")
    return f"{number(whole)}{_NBSP}{unit}"


def day(value: date) -> str:
    """Write a calendar day: 23.11.2026, or 2026-11-23 in English and Chinese."""
    return value.strftime("%d.%m.%Y" if language() in _COMMA else "%Y-%m-%d")


def instant(value: datetime, zone: ZoneInfo) -> str:
    """Write an instant by the clock of `zone`, and whose it is: 2026-11-28 17:49 (Almaty)."""
    local = value.astimezone(zone)
    return f"{day(local.date())}{_NBSP}{local:%H:%M} ({city(zone)})"


def city(zone: ZoneInfo) -> str:
    """Name the city whose clock a zone is, as CLDR does in the reader's language."""
    return get_timezone_location(zone, locale=language(), return_city=True)


def country(code: str) -> str:
    """Name a country (ISO 3166-1 alpha-2); letters that are none stay as they are."""
    tag = language()
    name: str = Locale.parse(tag).territories.get(code, code)
    return _names.get((tag, code), name)


def listed(parts: Iterable[str]) -> str:
    """Write names in a row, as the language parts them."""
    return ("、" if language() == "zh_Hans" else ", ").join(parts)


def clauses(parts: Iterable[str]) -> str:
    """Write statements in a row, as the language parts them."""
    return ("；" if language() == "zh_Hans" else "; ").join(parts)
