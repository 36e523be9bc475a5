"""Official rates of one day, by which foreign sums become sums of the importing country.

Customs Code of the EAEU, article 38(8): the rate of the day on which customs registers the
declaration. A rate is used as published: so much of the country's own currency for `nominal`
units of the foreign one; never inverted, never crossed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from moneyed import Money

from customs.refusal import N_, CustomsRefusal
from customs.rounding import MONEY_DECIMALS, half_up

GIVEN: Final = "given"
"""The bank of a rate that whoever asks gave: the sums made of it are theirs, and say so."""


class NoExchange(CustomsRefusal):
    """Nobody gave the rate: a sum is neither guessed nor taken as one to one."""

    sentence = N_("No official rate of %(currency)s in %(own)s is given for this day.")


class BadExchange(CustomsRefusal):
    """A rate at or below zero, or for no units."""

    sentence = N_("A rate of %(currency)s must be above zero.")


class OwnExchange(CustomsRefusal):
    """A rate of the own currency in itself: there is none, and none would be used."""

    sentence = N_("%(currency)s is the country's own currency: it has no rate.")


class TwoExchanges(CustomsRefusal):
    """Two rates of one currency for one day: they cannot both be right."""

    sentence = N_("Two rates of %(currency)s are given.")


@dataclass(frozen=True, slots=True)
class Exchange:
    """One published rate. Raises `BadExchange`."""

    currency: str
    """ISO 4217."""
    value: Decimal
    """In the country's own currency, for `nominal` units."""
    nominal: int
    bank: str
    day: date
    """The day from which it is in force."""

    def __post_init__(self) -> None:
        """Raises `BadExchange`."""
        if self.value <= 0 or self.nominal <= 0:
            raise BadExchange(currency=self.currency)

    def convert(self, amount: Decimal) -> Decimal:
        """Will give the exact sum, not settled to coins."""
        return amount * self.value / self.nominal


class Exchanges:
    """The rates at hand on one day, into one currency."""

    def __init__(self, own: str, exchanges: Iterable[Exchange] = ()) -> None:
        """Will keep them under their currencies; raises `OwnExchange` or `TwoExchanges`."""
        self.own = own
        self._by_currency: dict[str, Exchange] = {}
        for each in exchanges:
            self._keep(each)

    def _keep(self, exchange: Exchange) -> None:
        currency = exchange.currency
        if currency == self.own:
            raise OwnExchange(currency=currency)
        if currency in self._by_currency:
            raise TwoExchanges(currency=currency)
        self._by_currency[currency] = exchange

    @property
    def held(self) -> tuple[Exchange, ...]:
        """Every rate at hand, one a currency."""
        return tuple(self._by_currency.values())

    def find(self, currency: str) -> Exchange | None:
        """Will give the rate of a foreign currency, None for the own; raises `NoExchange`."""
        if currency == self.own:
            return None
        if currency not in self._by_currency:
            raise NoExchange(currency=currency, own=self.own)
        return self._by_currency[currency]

    def exactly(self, amount: Money) -> Decimal:
        """Will give a sum in the own currency, not settled; raises `NoExchange`."""
        exchange = self.find(amount.currency.code)
        return amount.amount if exchange is None else exchange.convert(amount.amount)

    def settled(self, amount: Money) -> Money:
        """Will give a sum in the own currency, half up to two decimals; raises `NoExchange`."""
        return Money(half_up(self.exactly(amount), MONEY_DECIMALS), self.own)
