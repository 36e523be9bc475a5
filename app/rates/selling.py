"""What we sell by: the bank's official rate, and our own terms beside it, never bent into it."""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from app.kit.i18n import N_
from app.kit.refusal import BadInput, Refusal
from app.rates.official import OfficialRate
from app.rates.rounding import RoundingRule

LOWEST_PERCENT: Final = Decimal(0)
HIGHEST_PERCENT: Final = Decimal(25)
PERCENT_DIGITS: Final = 3
"""Digits after the point that a percentage may carry."""
LONGEST_AGE_DAYS: Final = 60


class NoTerms(Refusal):
    """Nobody has published terms that hold at this instant."""

    code = "rate.no_terms"
    sentence = N_("No selling terms are published for %(currency)s.")


class RateTooOld(Refusal):
    """The official rate has passed the limit: a buyer is told, and nothing is sold by it."""

    code = "rate.too_old"
    sentence = N_(
        "Prices in %(currency)s are paused: the last official rate is from %(day)s."
        " Your basket is kept. Please come back a little later."
    )


class SpreadOutOfBounds(BadInput):
    """The spread is below nothing, or so high that it is a slip of the hand."""

    code = "rate.spread_out_of_bounds"
    sentence = N_("The spread must be between %(lowest)s and %(highest)s percent.")


class TooFine(BadInput):
    """A percentage has more digits than are kept."""

    code = "rate.too_fine"
    sentence = N_("A percentage may have at most %(digits)s digits after the point.")


class BadLimits(BadInput):
    """The limits contradict each other, or are no limits."""

    code = "rate.bad_limits"
    sentence = N_(
        "The alarm must come no later than the stop, the stop within %(days)s days,"
        " and a jump must have a limit above zero."
    )


class TermsOfAnotherCurrency(Refusal):
    """Terms for one currency were laid beside a rate of another."""

    code = "rate.terms_of_another_currency"
    sentence = N_("Terms for %(terms)s do not belong to a rate in %(rate)s.")


@dataclass(frozen=True, slots=True)
class Limits:
    """When the desk must look twice. Raises `BadLimits`, `SpreadOutOfBounds` or `TooFine`."""

    warn_age_days: int = 4
    """An official rate older than this raises the alarm: more than an ordinary long weekend."""
    stop_age_days: int = 10
    """Older than this, nothing is sold by it."""
    jump_percent: Decimal = Decimal(5)
    """A change beyond this waits for a second person."""
    floor_percent: Decimal = Decimal(0)
    """A spread below this needs a reason from the second person."""

    def __post_init__(self) -> None:
        ages_fit = 0 < self.warn_age_days <= self.stop_age_days <= LONGEST_AGE_DAYS
        if not (ages_fit and self.jump_percent.is_finite() and self.jump_percent > 0):
            raise BadLimits(field="stop_age_days", days=LONGEST_AGE_DAYS)
        check_percent(self.floor_percent, field="floor_percent")


@dataclass(frozen=True, slots=True)
class SellingTerms:
    """How goods are sold in a buyer's `currency` from an instant on: published by two people."""

    currency: str
    spread_percent: Decimal
    """What we add to the goods at the official rate: its own line on every price."""
    effective_from: datetime
    rounding: RoundingRule = field(default_factory=RoundingRule)
    limits: Limits = field(default_factory=Limits)
    id: int = 0


@dataclass(frozen=True, slots=True)
class SellingRate:
    """The official rate and the terms, side by side: a price keeps both."""

    official: OfficialRate
    terms: SellingTerms

    def __post_init__(self) -> None:
        if self.terms.currency != self.official.into:
            raise TermsOfAnotherCurrency(terms=self.terms.currency, rate=self.official.into)

    @property
    def currency(self) -> str:
        """The buyer's currency."""
        return self.official.into

    @property
    def spread_percent(self) -> Decimal:
        """The spread of the terms."""
        return self.terms.spread_percent

    @property
    def value(self) -> Decimal:
        """The exact figure for the desk, per `official.nominal` units. Prices never use it."""
        return self.official.value * (100 + self.spread_percent) / 100


def check_percent(percent: Decimal, *, field: str) -> Decimal:
    """Return the percentage; raises `SpreadOutOfBounds` or `TooFine`."""
    if not (percent.is_finite() and LOWEST_PERCENT <= percent <= HIGHEST_PERCENT):
        raise SpreadOutOfBounds(field=field, lowest=LOWEST_PERCENT, highest=HIGHEST_PERCENT)
    if percent != round(percent, PERCENT_DIGITS):
        raise TooFine(field=field, digits=PERCENT_DIGITS)
    return percent


def sell_by(official: OfficialRate, terms: SellingTerms, *, today: date) -> SellingRate:
    """Lay rate and terms side by side; raises `RateTooOld` past the limit of the terms."""
    if official.age_days(today) > terms.limits.stop_age_days:
        raise RateTooOld(currency=terms.currency, day=official.effective_on)
    return SellingRate(official, terms)
