"""What we sell by: the bank's official rate, and our spread beside it, never bent into it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Final

from app.kit.refusal import BadInput, Refusal
from app.kit.words import N_
from app.rates.official import OfficialRate

LOWEST_PERCENT: Final = Decimal(0)
HIGHEST_PERCENT: Final = Decimal(25)
PERCENT_DIGITS: Final = 3
"""Digits after the point that a spread may carry."""


class NoSpread(Refusal):
    """Nobody has set a spread that holds at this instant."""

    sentence = N_("No spread is set for %(currency)s.")


class SpreadOutOfBounds(BadInput):
    """The spread is below nothing, or so high that it is a slip of the hand."""

    sentence = N_("The spread must be between %(lowest)s and %(highest)s percent.")


class SpreadTooFine(BadInput):
    """The spread has more digits than are kept."""

    sentence = N_("The spread may have at most %(digits)s digits after the point.")


class SpreadUnchanged(BadInput):
    """The spread is that already: a second press of the button changes nothing."""

    sentence = N_("The spread for %(currency)s is %(percent)s percent already.")


class SpreadOfAnotherCurrency(Refusal):
    """A spread for one currency was laid beside a rate of another."""

    sentence = N_("A spread for %(spread)s does not belong to a rate in %(rate)s.")


@dataclass(frozen=True, slots=True)
class Spread:
    """What we add to goods priced in the buyer's `currency`, in percent, from an instant on."""

    currency: str
    percent: Decimal
    effective_from: datetime


@dataclass(frozen=True, slots=True)
class SellingRate:
    """The official rate and the spread, side by side: a price keeps both."""

    official: OfficialRate
    spread: Spread

    def __post_init__(self) -> None:
        if self.spread.currency != self.official.into:
            raise SpreadOfAnotherCurrency(spread=self.spread.currency, rate=self.official.into)

    @property
    def currency(self) -> str:
        """The buyer's currency."""
        return self.official.into

    @property
    def value(self) -> Decimal:
        """The exact figure for the desk, per `official.nominal` units. Prices never use it."""
        return self.official.value * (100 + self.spread.percent) / 100


def check_percent(percent: Decimal) -> Decimal:
    """Will give the percentage back; raises `SpreadOutOfBounds` or `SpreadTooFine`."""
    if not (percent.is_finite() and LOWEST_PERCENT <= percent <= HIGHEST_PERCENT):
        raise SpreadOutOfBounds(field="percent", lowest=LOWEST_PERCENT, highest=HIGHEST_PERCENT)
    if percent != round(percent, PERCENT_DIGITS):
        raise SpreadTooFine(field="percent", digits=PERCENT_DIGITS)
    return percent


def spread_in_force(spreads: Iterable[Spread], *, currency: str, at: datetime) -> Spread:
    """Will give the latest spread effective at or before the instant; raises `NoSpread`."""
    held = [
        spread for spread in spreads if spread.currency == currency and spread.effective_from <= at
    ]
    if not held:
        raise NoSpread(currency=currency)
    return max(held, key=lambda spread: spread.effective_from)
