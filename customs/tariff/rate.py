"""A rate of duty as an object of one of the shapes that the tariff has.

Sums are exact `Decimal`s; nothing here is rounded, because a rate is not yet a payment.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from moneyed import Money

from customs.refusal import N_, CustomsRefusal
from customs.tariff.unit import Unit


class RateBelowZero(CustomsRefusal):
    """A part of a rate is below zero, or counts goods by nothing."""

    sentence = N_("A rate of duty cannot have %(figure)s in it.")


@dataclass(frozen=True, slots=True)
class AdValorem:
    """A percentage of the customs value; zero is free of duty."""

    percent: Decimal

    def __post_init__(self) -> None:
        """Raises `RateBelowZero`."""
        if self.percent < 0:
            raise RateBelowZero(figure=self.percent)


@dataclass(frozen=True, slots=True)
class Specific:
    """A sum for so many units: 0.38 EUR for 1 m², 340 USD for 1000 kg."""

    amount: Money
    per_quantity: Decimal
    per_unit: Unit

    def __post_init__(self) -> None:
        """Raises `RateBelowZero`."""
        if self.amount.amount < 0:
            raise RateBelowZero(figure=self.amount.amount)
        if self.per_quantity <= 0:
            raise RateBelowZero(figure=self.per_quantity)


@dataclass(frozen=True, slots=True)
class NotLess:
    """The larger of the two: `11, но не менее 0,05 евро за 1 кг`."""

    value: AdValorem
    least: Specific


@dataclass(frozen=True, slots=True)
class NotMore:
    """The smaller of the two: `11, но не более 0,05 евро за 1 кг`."""

    value: AdValorem
    most: Specific


@dataclass(frozen=True, slots=True)
class Sum:
    """Both together: `8 плюс 0,05 евро за 1 кг`."""

    value: AdValorem
    added: Specific


@dataclass(frozen=True, slots=True)
class Lower:
    """Whichever duty is lower: a percentage, or another with its least sum (chapter 87)."""

    value: AdValorem
    other: NotLess


@dataclass(frozen=True, slots=True)
class Other:
    """Words that are no shape we know. Duty at such a rate is never computed, and never zero."""

    text: str


Shape = AdValorem | Specific | NotLess | NotMore | Sum | Lower
"""What can be computed."""
Rate = Shape | Other


@dataclass(frozen=True, slots=True)
class DatedRate:
    """A rate of a code, with the days and the countries for which it holds, and who says so."""

    code: str
    rate: Rate
    valid_from: date
    """The first day."""
    valid_to: date | None
    """The last day; None while no end is known."""
    countries: frozenset[str]
    """The member states (ISO 3166-1 alpha-2) in which it is applied; empty for all of them."""
    source: str

    def holds(self, *, on: date, country: str) -> bool:
        """Will say whether the rate is applied to goods released there on the day."""
        begun = self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)
        return begun and (not self.countries or country in self.countries)
