"""Leaves that carry attributes in the register's XML: codes, money, weights, rates."""

from decimal import Decimal
from typing import Final

from moneyed import Money

from customs.eaeu.exchange import power_of_ten
from customs.eaeu.numeric import numeric
from customs.eaeu.register import lists
from customs.eaeu.register.formats import leaf, needed

_M: Final = "urn:EEC:M:"
SPACES: Final = {
    "cacdo": f"{_M}CA:ComplexDataObjects:v1.8.1",
    "casdo": f"{_M}CA:SimpleDataObjects:v1.8.1",
    "ccdo": f"{_M}ComplexDataObjects:v0.4.14",
    "csdo": f"{_M}SimpleDataObjects:v0.4.14",
}
KILOGRAM: Final = "166"


def code(name: str, value: str, list_id: str) -> str:
    """Will give a code with the number of its list."""
    return leaf(name, value, codeListId=list_id)


def needed_code(name: str, value: str, list_id: str) -> str:
    """Will give a code that has to be there; raises `NotTold`."""
    return needed(name, value, codeListId=list_id)


def country(name: str, value: str) -> str:
    """Will give a country's code."""
    return code(name, value, lists.COUNTRIES)


def money(name: str, amount: Money | None) -> str:
    """Will give a sum with its currency; nothing for None."""
    if amount is None:
        return ""
    return leaf(
        name,
        amount.amount,
        currencyCode=amount.currency.code,
        currencyCodeListId=lists.CURRENCIES,
    )


def payment(name: str, amount: Money) -> str:
    """Will give a payment, whose currency is named by its three digits."""
    return leaf(
        name,
        amount.amount,
        currencyCode=numeric(amount.currency.code),
        currencyCodeListId=lists.CURRENCIES,
    )


def measure(name: str, quantity: Decimal | None, unit: str = KILOGRAM) -> str:
    """Will give a quantity with its unit; nothing for None."""
    return leaf(name, quantity, measurementUnitCode=unit, measurementUnitCodeListId=lists.UNITS)


def exchange(name: str, rate: Decimal, currency: str, *, nominal: int) -> str:
    """Will give an exchange rate; the nominal is told as its power of ten.

    Raises `NominalNotTen`.
    """
    return leaf(
        name,
        rate,
        currencyCode=currency,
        currencyCodeListId=lists.CURRENCIES,
        scaleNumber=str(power_of_ten(currency, nominal)),
    )
