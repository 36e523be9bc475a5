"""Official rates, as the bank published them, and the one that is in force on a day."""

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
    """No rate is in force, so nothing can be priced."""

    code = "rate.no_rate"
    sentence = N_("%(bank)s has no rate for %(currency)s in force on %(day)s.")


class NoRates(Refusal):
    """The bank has no rates in force at all."""

    code = "rate.no_rates"
    sentence = N_("%(bank)s has no rates in force on %(day)s.")


class NoSuchRate(NotFound):
    code = "rate.not_found"
    sentence = N_("There is no such official rate.")


class RateChanged(Conflict):
    """The bank's answer differs from the stored rate of the same day; nothing is overwritten."""

    code = "rate.changed"
    sentence = N_(
        "%(bank)s has already published %(kept)s for %(currency)s on %(day)s;"
        " this answer says %(sent)s. Nothing was changed."
    )


class CurrencyVanished(Conflict):
    """The bank's answer lacks a currency that its last one had: an outage, not a holiday."""

    code = "rate.currency_vanished"
    sentence = N_(
        "The answer of %(bank)s for %(day)s misses %(currencies)s, which it had on %(before)s."
        " None of it was taken."
    )


class NotHeld(Conflict):
    """The rate does not wait for a confirmation."""

    code = "rate.not_held"
    sentence = N_("This rate does not wait for a confirmation.")


class WrongRateCurrency(Refusal):
    """A rate of one currency was applied to an amount in another."""

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
    """An exchange rate: `value` of one currency for `nominal` units of the other, by `quoted`.

    Never inverted, never crossed, never divided by the nominal: `value` has the bank's digits.
    """

    bank: str
    """Code of the bank, such as nbk."""
    currency: str
    """The foreign currency, ISO 4217."""
    nominal: int
    value: Decimal
    published_on: date
    """The date in the bank's own file, never the day it was fetched."""
    effective_on: date
    """The first day the rate is in force; it is until a later one is."""
    id: int = field(default=0, compare=False)
    """The id of its row; 0 before it is saved."""
    quoted: Quoted = Quoted.PER_FOREIGN
    series: str = ""
    """Which of a bank's tables it is from, where a bank has more than one."""

    @property
    def pair(self) -> tuple[str, str]:
        """The currencies that the rate converts from and into."""
        own = get_bank(self.bank).currency
        if self.quoted is Quoted.PER_FOREIGN:
            return self.currency, own
        return own, self.currency

    @property
    def base(self) -> str:
        """The currency that the rate converts from."""
        return self.pair[0]

    @property
    def into(self) -> str:
        """The currency that the rate converts into."""
        return self.pair[1]

    def age_days(self, on: date) -> int:
        """Return the whole days from the rate's own day to the given one."""
        return (on - self.effective_on).days


@dataclass(frozen=True, slots=True)
class RateSource:
    """The bank's answer that an official rate is from."""

    source: str
    """An address or a file's name."""
    fetched_at: datetime
    sha256: str


@dataclass(frozen=True, slots=True)
class HeldRate:
    """A rate that jumped: it is not in force until a second person confirms it."""

    rate: OfficialRate
    before: Decimal
    """The rate before it, per `rate.nominal`; the usual magnitude for a first rate."""
    percent: Decimal
    """The change in percent."""
    entered_by_id: int | None
    """Who imported it by hand; None when it was fetched."""
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
    rates: Iterable[OfficialRate], known: Iterable[OfficialRate]
) -> tuple[OfficialRate, ...]:
    """Return the rates that are not stored yet; raises `RateChanged` when one differs."""
    stored = {(rate.bank, rate.currency, rate.effective_on): rate for rate in known}
    fresh = []
    for rate in rates:
        same_day = stored.get((rate.bank, rate.currency, rate.effective_on))
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
    """Return the amount in the other currency: multiply, divide by the nominal, settle once.

    Raises `WrongRateCurrency` when the rate does not convert from the amount's currency.
    """
    base, into = rate.pair
    if amount.currency.code != base:
        raise WrongRateCurrency(rate_currency=base, amount_currency=amount.currency.code)
    value = amount.amount * rate.value / rate.nominal
    return settle(Money(value, get_currency(into)))
