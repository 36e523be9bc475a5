"""Money in Python and in the database: settled amounts and whole minor units."""

from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import Final

from moneyed import Currency, Money, get_currency

from app.kit.i18n import N_
from app.kit.refusal import Refusal

CNY: Final = get_currency("CNY")


class Unsettled(Refusal):
    """An amount is finer than the currency's smallest coin."""

    code = "input.unsettled"
    sentence = N_("%(amount)s is finer than the smallest coin of its currency.")


def smallest_coin(currency: Currency) -> Decimal:
    """Return the currency's smallest coin: 0.01 for the tenge, 1 for the yen."""
    return Decimal(1) / Decimal(currency.sub_unit)


def settle(amount: Money) -> Money:
    """Round half up to the smallest coin: once, where money changes hands."""
    coin = smallest_coin(amount.currency)
    coins = (amount.amount / coin).quantize(Decimal(1), rounding=ROUND_HALF_UP)
    return Money(coins * coin, amount.currency)


def to_minor(amount: Money) -> int:
    """Return whole minor units; raises `Unsettled`."""
    coins = amount.amount * amount.currency.sub_unit
    if coins != coins.to_integral_value():
        raise Unsettled(amount=f"{amount.amount} {amount.currency.code}")
    return int(coins)


def from_minor(minor: int, code: str) -> Money:
    """Return the amount of so many minor units of the currency."""
    currency, coin = _currency_and_coin(code)
    return Money(minor * coin, currency)


@cache
def _currency_and_coin(code: str) -> tuple[Currency, Decimal]:
    currency = get_currency(code)
    return currency, smallest_coin(currency)
