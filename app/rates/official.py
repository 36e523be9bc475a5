"""Official rates, kept as the bank published them, and the one that is in force on a day."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from moneyed import Money, get_currency

from app.kit.i18n import N_
from app.kit.money import settle
from app.kit.refusal import Conflict, NotFound, Refusal
from app.rates.banks import Bank, get_bank


class NoRate(Refusal):
    """No rate is in force: nothing can be priced, and nothing is guessed."""

    code = "rate.no_rate"
    sentence = N_("%(bank)s has no rate for %(currency)s in force on %(day)s.")


class NoRates(Refusal):
    """The bank has nothing in force at all."""

    code = "rate.no_rates"
    sentence = N_("%(bank)s has no rates in force on %(day)s.")


class NoSuchRate(NotFound):
    """No official rate goes by this number."""

    code = "rate.not_found"
    sentence = N_("There is no such official rate.")


class RateChanged(Conflict):
    """The bank's answer differs from what is kept for the same day: nothing is overwritten."""

    code = "rate.changed"
    sentence = N_(
        "%(bank)s has already published %(kept)s for %(currency)s on %(day)s;"
        " this answer says %(sent)s. Nothing was changed."
    )


class CurrencyVanished(Conflict):
    """The bank's answer misses a currency that its last one had: an outage, no holiday."""

    code = "rate.currency_vanished"
    sentence = N_(
        "The answer of %(bank)s for %(day)s misses %(currencies)s, which it had on %(before)s."
        " None of it was taken."
    )


class NotHeld(Conflict):
    """The rate does not wait for anybody's word."""

    code = "rate.not_held"
    sentence = N_("This rate does not wait for a confirmation.")


class WrongRateCurrency(Refusal):
    """A rate of one currency was laid on an amount in another."""

    code = "rate.wrong_currency"
    sentence = N_("A rate for %(rate_currency)s cannot convert an amount in %(amount_currency)s.")


class Quoted(StrEnum):
    """Which way round a bank quotes."""

    PER_FOREIGN = "foreign"
    """So much of the bank's own money for foreign units: most national banks."""
    PER_OWN = "own"
    """So much foreign money for units of the bank's own: the ECB, and the CFETS in part."""


@dataclass(frozen=True, slots=True)
class OfficialRate:
    """So much (`value`) of one money for `nominal` units of the other, as `quoted` says.

    Never inverted, never crossed, never divided by the nominal: `value` has the bank's digits.
    """

    bank: str
    """Code of the bank, such as nbk."""
    currency: str
    """The foreign currency, ISO 4217."""
    nominal: int
    value: Decimal
    published_on: date
    """The date that stands in the bank's own file, never the day it was fetched."""
    effective_on: date
    """The first day the rate holds; it holds until a later one does."""
    id: int = field(default=0, compare=False)
    """The row it is kept in; 0 before it is kept."""
    quoted: Quoted = Quoted.PER_FOREIGN
    series: str = ""
    """Which of a bank's tables it stands in, where a bank has more than one."""

    @property
    def base(self) -> str:
        """The currency that the rate converts from."""
        own = get_bank(self.bank).currency
        return self.currency if self.quoted is Quoted.PER_FOREIGN else own

    @property
    def into(self) -> str:
        """The currency that the rate converts into."""
        own = get_bank(self.bank).currency
        return own if self.quoted is Quoted.PER_FOREIGN else self.currency

    def age_days(self, on: date) -> int:
        """Whole days from the rate's own day to the given one."""
        return (on - self.effective_on).days


@dataclass(frozen=True, slots=True)
class RateSource:
    """The bank's answer that an official rate stood in."""

    source: str
    """An address or a file's name."""
    kept_at: datetime
    sha256: str


@dataclass(frozen=True, slots=True)
class HeldRate:
    """A rate that jumped: it counts nowhere until a second person confirms it."""

    rate: OfficialRate
    before: Decimal
    """What the rate before it was, per `rate.nominal`; about what is usual for a first rate."""
    percent: Decimal
    """By how much it changed."""
    entered_by_id: int | None
    """Who brought it in by hand; None for the house."""
    entered_by: str
    is_first: bool = False
    """Whether the bank had no rate of this currency before."""


def in_force(rates: Iterable[OfficialRate], *, bank: Bank, currency: str, on: date) -> OfficialRate:
    """Return the latest rate effective on or before the day; raises `NoRate`."""
    held = [
        rate
        for rate in rates
        if (rate.bank, rate.currency) == (bank.code, currency) and rate.effective_on <= on
    ]
    if not held:
        raise NoRate(bank=bank, currency=currency, day=on)
    return max(held, key=lambda rate: rate.effective_on)


def fresh_rates(
    rates: Iterable[OfficialRate], held: Iterable[OfficialRate]
) -> tuple[OfficialRate, ...]:
    """Return the rates that are not held yet; raises `RateChanged` when one differs."""
    kept = {(rate.bank, rate.currency, rate.effective_on): rate for rate in held}
    fresh = []
    for rate in rates:
        same_day = kept.get((rate.bank, rate.currency, rate.effective_on))
        if same_day is None:
            fresh.append(rate)
        elif same_day != rate:
            raise RateChanged(
                bank=get_bank(rate.bank),
                currency=rate.currency,
                day=rate.effective_on,
                kept=f"{same_day.value} / {same_day.nominal}",
                sent=f"{rate.value} / {rate.nominal}",
            )
    return tuple(fresh)


def convert(amount: Money, rate: OfficialRate) -> Money:
    """Return the amount in the other money: multiply, divide by the nominal, settle once.

    Raises `WrongRateCurrency` when the rate does not convert from the amount's currency.
    """
    if amount.currency.code != rate.base:
        raise WrongRateCurrency(rate_currency=rate.base, amount_currency=amount.currency.code)
    value = amount.amount * rate.value / rate.nominal
    return settle(Money(value, get_currency(rate.into)))
