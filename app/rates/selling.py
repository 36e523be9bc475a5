"""Selling rates: the bank's official rate and our own terms, kept apart."""

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
"""The most decimal places of a percentage."""
LONGEST_AGE_DAYS: Final = 60


class NoTerms(Refusal):
    """No published terms are in force at this instant."""

    code = "rate.no_terms"
    sentence = N_("No selling terms are published for %(currency)s.")


class RateTooOld(Refusal):
    """The official rate is older than the limit, so nothing is sold by it."""

    code = "rate.too_old"
    sentence = N_(
        "Prices in %(currency)s are paused: the last official rate is from %(day)s."
        " Your basket is kept. Please come back a little later."
    )


class SpreadOutOfBounds(BadInput):
    """The spread is below zero, or so high that it is a typing error."""

    code = "rate.spread_out_of_bounds"
    sentence = N_("The spread must be between %(lowest)s and %(highest)s percent.")


class TooFine(BadInput):
    """A percentage has more decimal places than are stored."""

    code = "rate.too_fine"
    sentence = N_("A percentage may have at most %(digits)s digits after the point.")


class BadLimits(BadInput):
    """The limits contradict each other, or are below zero."""

    code = "rate.bad_limits"
    sentence = N_(
        "The alarm must come no later than the stop, the stop within %(days)s days,"
        " and a jump must have a limit above zero."
    )


class TermsOfAnotherCurrency(Refusal):
    """Terms for one currency were combined with a rate of another."""

    code = "rate.terms_of_another_currency"
    sentence = N_("Terms for %(terms)s do not belong to a rate in %(rate)s.")


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of age and change. Raises `BadLimits`, `SpreadOutOfBounds` or `TooFine`."""

    warn_age_days: int = 4
    """An official rate older than this raises the alarm: more than an ordinary long weekend."""
    stop_age_days: int = 10
    """In days; nothing is sold by an older official rate."""
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
    """An official rate with terms; a price stores both."""

    official: OfficialRate
    terms: SellingTerms

    def __post_init__(self) -> None:
        if self.terms.currency != self.official.into:
            raise TermsOfAnotherCurrency(terms=self.terms.currency, rate=self.official.into)

    @property
    def currency(self) -> str:
        return self.official.into

    @property
    def spread_percent(self) -> Decimal:
        return self.terms.spread_percent

    @property
    def value(self) -> Decimal:
        """The exact rate for display, per `official.nominal` units. Prices never use it."""
        return self.official.value * (100 + self.spread_percent) / 100


def check_percent(percent: Decimal, *, field: str) -> Decimal:
    """Return the percentage; raises `SpreadOutOfBounds` or `TooFine`."""
    if not (percent.is_finite() and LOWEST_PERCENT <= percent <= HIGHEST_PERCENT):
        raise SpreadOutOfBounds(field=field, lowest=LOWEST_PERCENT, highest=HIGHEST_PERCENT)
    if percent != round(percent, PERCENT_DIGITS):
        raise TooFine(field=field, digits=PERCENT_DIGITS)
    return percent


def sell_by(official: OfficialRate, terms: SellingTerms, *, today: date) -> SellingRate:
    """Return the selling rate of rate and terms; raises `RateTooOld` past their limit."""
    if official.age_days(today) > terms.limits.stop_age_days:
        raise RateTooOld(currency=terms.currency, day=official.effective_on)
    return SellingRate(official, terms)
