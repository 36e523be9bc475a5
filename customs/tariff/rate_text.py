"""Parsing and formatting the official text of a rate: `11, но не менее 0,05 евро за 1 кг`.

A formatted rate is parsed as an equal object. A text that cannot be parsed is refused, never
guessed.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from moneyed import Money

from customs.refusal import N_, CustomsRefusal
from customs.tariff.normalization import normalize_rate
from customs.tariff.rate import (
    AdValorem,
    Lower,
    NotLess,
    NotMore,
    Rate,
    Shape,
    Specific,
    Sum,
)
from customs.tariff.unit import UNITS_BY_WORD


class UnreadableRate(CustomsRefusal):
    """Raised when a text has none of the forms of a rate."""

    code = "customs.tariff.unreadable_rate"
    sentence = N_("“%(text)s” is not a rate of duty that can be read.")


class GluedMark(CustomsRefusal):
    """Raised when a footnote mark touches the number: 563С) may be 5 63С) or 56 3С)."""

    code = "customs.tariff.glued_mark"
    sentence = N_("In “%(text)s” it is not clear where the rate ends and its footnote begins.")


@dataclass(frozen=True, slots=True)
class StatedText:
    """A rate with the marks of its footnotes, as a line of the tariff states it: 63С."""

    rate: Shape
    notes: tuple[str, ...] = ()


_LOOKALIKES: Final = str.maketrans("aceopxyABCEHKMOPTXё", "асеорхуАВСЕНКМОРТХе")
"""Latin letters that stand for Cyrillic ones in the publication, and ё as it is printed."""
_NUMBER: Final = "(?:0|[1-9][0-9]{0,7})(?:[,.][0-9]{1,4})?"
"""No number of the tariff has so many digits, and none begins with an idle zero: 055 is 0,55 or
5,5 that lost its comma."""
_QUANTITY: Final = f"(?=[0,.]*[1-9]){_NUMBER}"
"""A quantity is never zero."""
_MONEY: Final[Mapping[str, tuple[str, str, str]]] = {
    "EUR": ("евро", "евро", "евро"),
    "USD": ("доллар США", "доллара США", "долларов США"),
    "KZT": ("тенге", "тенге", "тенге"),
    "KGS": ("сом", "сома", "сомов"),
    "UZS": ("сум", "сума", "сумов"),
    "TJS": ("сомони", "сомони", "сомони"),
    "TMT": ("манат", "маната", "манатов"),
}
"""Names of each currency after one, two and five."""
_BY_NAME: Final = {name: currency for currency, names in _MONEY.items() for name in names}
_WORDS: Final = "|".join(sorted(_BY_NAME, key=len, reverse=True))
_UNITS: Final = "|".join(re.escape(word) for word in sorted(UNITS_BY_WORD, key=len, reverse=True))
_PERCENT: Final = rf"(?P<percent>{_NUMBER}) ?%?"
_SPECIFIC: Final = (
    rf"(?P<amount>{_NUMBER}) ?(?P<currency>{_WORDS})"
    rf" за (?P<quantity>{_QUANTITY}) ?(?P<unit>{_UNITS})"
)
_FIRST: Final = rf"(?P<first>{_NUMBER}) ?%?, либо "
_WHICHEVER: Final = ", в зависимости от того, какая из исчисленных сумм таможенной пошлины ниже"

_MARKED: Final = re.compile(r"(?P<bare>.+?)(?P<marks>(?:(?:(?<=[^0-9\s,.м])| )[0-9]{1,3}С\)?)*)")
"""A mark follows a blank or a letter; after a digit, or м, its beginning is ambiguous."""
_MARK: Final = re.compile("[0-9]{1,3}С")
_GLUED: Final = re.compile(r"(?:.*[0-9])?[0-9]С\)?")


def parse_rate(text: str) -> StatedText:
    """Parse a rate with its footnote marks; raises `UnreadableRate` or `GluedMark`."""
    bare, notes = split_marks(text)
    return StatedText(_parse_bare(bare), notes)


def split_marks(text: str) -> tuple[str, tuple[str, ...]]:
    """Split the text of a rate from its marks, each a number and Cyrillic С.

    Raises `UnreadableRate` or `GluedMark`.
    """
    whole = normalize_rate(text).translate(_LOOKALIKES)
    if (found := _MARKED.fullmatch(whole)) is None:
        raise UnreadableRate(text=text)
    if _GLUED.fullmatch(found["bare"]):
        raise GluedMark(text=whole)
    return normalize_rate(found["bare"]), tuple(_MARK.findall(found["marks"]))


def _parse_bare(text: str) -> Shape:
    for pattern, make in _SHAPES:
        if found := pattern.fullmatch(text):
            return make(found)
    raise UnreadableRate(text=text)


def _decimal(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))


def _ad_valorem(found: re.Match[str]) -> AdValorem:
    return AdValorem(_decimal(found["percent"]))


def _specific(found: re.Match[str]) -> Specific:
    amount = Money(_decimal(found["amount"]), _BY_NAME[found["currency"]])
    return Specific(amount, _decimal(found["quantity"]), UNITS_BY_WORD[found["unit"]])


def _not_less(found: re.Match[str]) -> NotLess:
    return NotLess(_ad_valorem(found), _specific(found))


def _not_more(found: re.Match[str]) -> NotMore:
    return NotMore(_ad_valorem(found), _specific(found))


def _sum(found: re.Match[str]) -> Sum:
    return Sum(_ad_valorem(found), _specific(found))


def _lower(found: re.Match[str]) -> Lower:
    return Lower(AdValorem(_decimal(found["first"])), _not_less(found))


_SHAPES: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Shape]], ...]] = (
    (re.compile(_PERCENT), _ad_valorem),
    (re.compile(_SPECIFIC), _specific),
    (re.compile(rf"{_PERCENT},? но не менее {_SPECIFIC}"), _not_less),
    (re.compile(rf"{_PERCENT},? но не более {_SPECIFIC}"), _not_more),
    (re.compile(rf"{_PERCENT},? плюс {_SPECIFIC}"), _sum),
    (re.compile(rf"{_FIRST}{_PERCENT},? но не менее {_SPECIFIC}{_WHICHEVER}"), _lower),
)


def format_rate(rate: Rate, notes: tuple[str, ...] = ()) -> str:
    """Return the official text of a rate, with its marks behind it: `5 63С)`."""
    return " ".join([_print_bare(rate), *(f"{note})" for note in notes)])


def _print_bare(rate: Rate) -> str:  # noqa: PLR0911 -- a text for every shape
    match rate:
        case AdValorem():
            return _print_number(rate.percent)
        case Specific():
            return _print_specific(rate)
        case NotLess(value, least):
            return f"{_print_bare(value)}, но не менее {_print_specific(least)}"
        case NotMore(value, most):
            return f"{_print_bare(value)}, но не более {_print_specific(most)}"
        case Sum(value, added):
            return f"{_print_bare(value)} плюс {_print_specific(added)}"
        case Lower(value, other):
            return f"{_print_bare(value)}, либо {_print_bare(other)}{_WHICHEVER}"
        case _:
            return rate.text


def _print_specific(rate: Specific) -> str:
    amount = _print_number(rate.amount.amount)
    quantity = _print_number(rate.per_quantity)
    return f"{amount} {_currency(rate.amount)} за {quantity} {rate.per_unit.word}"


def _print_number(number: Decimal) -> str:
    return f"{number:f}".replace(".", ",")


def _currency(amount: Money) -> str:
    """Return the currency in the Russian case that follows the number."""
    one, two, five = _MONEY[amount.currency.code]
    number = amount.amount
    if number % 1:
        return two
    if number % 100 in range(11, 15) or number % 10 in {0, *range(5, 10)}:
        return five
    return one if number % 10 == 1 else two
