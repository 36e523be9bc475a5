"""Official exchange rates of one day into the currency of the importing country.

Customs Code of the EAEU, article 38(8): the rate of the day on which customs registers the
declaration. A rate is used as published, an amount of the country's currency for `nominal` units of
the foreign one; never inverted, never crossed.
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
"""The bank of a rate given by the caller rather than published."""


class NoExchangeRate(CustomsRefusal):
    """Raised when a rate is missing: it is neither guessed nor taken as 1."""

    code = "customs.valuation.no_exchange_rate"
    sentence = N_("No official rate of %(currency)s in %(own)s is given for this day.")


class BadExchangeRate(CustomsRefusal):
    """Raised when a rate or its nominal is not above zero."""

    code = "customs.valuation.bad_exchange_rate"
    sentence = N_("A rate of %(currency)s must be above zero.")


class OwnCurrencyRate(CustomsRefusal):
    """Raised for a rate of the country's currency in itself."""

    code = "customs.valuation.own_currency_rate"
    sentence = N_("%(currency)s is the country's own currency: it has no rate.")


class TwoExchangeRates(CustomsRefusal):
    """Raised when two rates of one currency are given for one day."""

    code = "customs.valuation.two_exchange_rates"
    sentence = N_("Two rates of %(currency)s are given.")


@dataclass(frozen=True, slots=True)
class ExchangeRate:
    """An official rate as published. Raises `BadExchangeRate`."""

    currency: str
    """ISO 4217."""
    value: Decimal
    """In the country's currency, for `nominal` units."""
    nominal: int
    bank: str
    day: date
    """The day from which it is in force."""

    def __post_init__(self) -> None:
        if self.value <= 0 or self.nominal <= 0:
            raise BadExchangeRate(currency=self.currency)

    def convert(self, amount: Decimal) -> Decimal:
        """Return the converted amount, not rounded."""
        return amount * self.value / self.nominal


class ExchangeRates:
    """The rates of one day into one currency.

    Raises `OwnCurrencyRate` or `TwoExchangeRates`.
    """

    def __init__(self, own: str, exchanges: Iterable[ExchangeRate] = ()) -> None:
        self.own = own
        self._by_currency: dict[str, ExchangeRate] = {}
        for each in exchanges:
            self._keep(each)

    def _keep(self, exchange: ExchangeRate) -> None:
        currency = exchange.currency
        if currency == self.own:
            raise OwnCurrencyRate(currency=currency)
        if currency in self._by_currency:
            raise TwoExchangeRates(currency=currency)
        self._by_currency[currency] = exchange

    @property
    def held(self) -> tuple[ExchangeRate, ...]:
        """Every rate, one for each currency."""
        return tuple(self._by_currency.values())

    def find(self, currency: str) -> ExchangeRate | None:
        """Return the rate of a currency, None for the country's own; raises `NoExchangeRate`."""
        if currency == self.own:
            return None
        if currency not in self._by_currency:
            raise NoExchangeRate(currency=currency, own=self.own)
        return self._by_currency[currency]

    def exactly(self, amount: Money) -> Decimal:
        """Return an amount in the country's currency, not rounded; raises `NoExchangeRate`."""
        exchange = self.find(amount.currency.code)
        return amount.amount if exchange is None else exchange.convert(amount.amount)

    def settled(self, amount: Money) -> Money:
        """Return an amount in the country's currency, rounded half up to two decimals.

        Raises `NoExchangeRate`.
        """
        return Money(half_up(self.exactly(amount), MONEY_DECIMALS), self.own)
