"""A rate of duty as an object, one class for each form in the tariff.

Numbers are exact `Decimal`s and not rounded.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from moneyed import Money

from customs.days import within
from customs.refusal import N_, CustomsRefusal
from customs.tariff.unit import TariffUnit


class RateOutOfRange(CustomsRefusal):
    """Raised when a number of a rate is negative, has too many digits, or is a zero divisor."""

    code = "customs.tariff.rate_out_of_range"
    sentence = N_("A rate of duty cannot have %(figure)s in it.")


class RateInOtherMoney(CustomsRefusal):
    """Raised for a currency in which the tariff states no rates."""

    code = "customs.tariff.rate_in_other_money"
    sentence = N_("The tariff states rates in %(known)s, not in %(currency)s.")


CURRENCIES: Final = ("EUR", "USD", "KZT", "KGS", "UZS", "TJS", "TMT")
"""Currencies of rates (ISO 4217): those of the tariff, then those of the countries' excises."""


_WHOLE_DIGITS: Final = 8
_PLACES: Final = 4
"""Digits of a number whose text can be parsed again."""


def _check(figure: Decimal) -> None:
    """Check that the text of a rate can carry a number; raises `RateOutOfRange`."""
    fits = figure.is_finite() and not figure.is_signed() and figure < Decimal(10) ** _WHOLE_DIGITS
    if not fits or figure != round(figure, _PLACES):
        raise RateOutOfRange(figure=figure)


@dataclass(frozen=True, slots=True)
class AdValorem:
    """A percentage of the customs value; zero is free of duty.

    Raises `RateOutOfRange`.
    """

    percent: Decimal

    def __post_init__(self) -> None:
        _check(self.percent)


@dataclass(frozen=True, slots=True)
class Specific:
    """An amount for a quantity: 0.38 EUR for 1 m², 340 USD for 1000 kg.

    Raises `RateOutOfRange` or `RateInOtherMoney`.
    """

    amount: Money
    per_quantity: Decimal
    per_unit: TariffUnit

    def __post_init__(self) -> None:
        currency = self.amount.currency.code
        if currency not in CURRENCIES:
            raise RateInOtherMoney(known=", ".join(CURRENCIES), currency=currency)
        _check(self.amount.amount)
        _check(self.per_quantity)
        if self.per_quantity == 0:
            raise RateOutOfRange(figure=self.per_quantity)


@dataclass(frozen=True, slots=True)
class NotLess:
    """The larger of two duties: `11, но не менее 0,05 евро за 1 кг`."""

    value: AdValorem
    least: Specific


@dataclass(frozen=True, slots=True)
class NotMore:
    """The smaller of two duties: `11, но не более 0,05 евро за 1 кг`."""

    value: AdValorem
    most: Specific


@dataclass(frozen=True, slots=True)
class Sum:
    """The sum of two duties: `8 плюс 0,05 евро за 1 кг`."""

    value: AdValorem
    added: Specific


@dataclass(frozen=True, slots=True)
class Lower:
    """The smaller of a percentage and another rate with a minimum (chapter 87)."""

    value: AdValorem
    other: NotLess


@dataclass(frozen=True, slots=True)
class Other:
    """A rate in words, on which duty is never computed and never zero."""

    text: str


Shape = AdValorem | Specific | NotLess | NotMore | Sum | Lower
"""The forms that can be computed."""
Rate = Shape | Other


@dataclass(frozen=True, slots=True)
class DatedRate:
    """A rate of a code with its period, countries and source."""

    code: str
    rate: Rate
    valid_from: date
    """The first day."""
    valid_to: date | None
    """The last day; None while no end is known."""
    countries: frozenset[str]
    """The member states (ISO 3166-1 alpha-2) in which it applies; empty for all of them."""
    source: str

    def holds(self, *, on: date, country: str) -> bool:
        """Return whether the rate applies to goods released there on the day."""
        there = not self.countries or country in self.countries
        return there and within(on, self.valid_from, self.valid_to)
