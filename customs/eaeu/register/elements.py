"""Elements of the register's XML with attributes: codes, amounts, quantities, rates."""

from decimal import Decimal
from typing import Final

from moneyed import Money

from customs.eaeu.currency_codes import numeric_code
from customs.eaeu.exchange_scale import power_of_ten
from customs.eaeu.register import code_lists
from customs.eaeu.register.formats import leaf, required

_M: Final = "urn:EEC:M:"
NAMESPACES: Final = {
    "cacdo": f"{_M}CA:ComplexDataObjects:v1.8.1",
    "casdo": f"{_M}CA:SimpleDataObjects:v1.8.1",
    "ccdo": f"{_M}ComplexDataObjects:v0.4.14",
    "csdo": f"{_M}SimpleDataObjects:v0.4.14",
}
KILOGRAM: Final = "166"


def code(name: str, value: str, list_id: str) -> str:
    """Return a code with the number of its list."""
    return leaf(name, value, codeListId=list_id)


def required_code(name: str, value: str, list_id: str) -> str:
    """Return a required code with the number of its list; raises `MissingElement`."""
    return required(name, value, codeListId=list_id)


def country(name: str, value: str) -> str:
    return code(name, value, code_lists.COUNTRIES)


def money(name: str, amount: Money | None) -> str:
    """Return an amount with its currency, or an empty text for None."""
    if amount is None:
        return ""
    return leaf(
        name,
        amount.amount,
        currencyCode=amount.currency.code,
        currencyCodeListId=code_lists.CURRENCIES,
    )


def payment(name: str, amount: Money) -> str:
    """Return an amount with the numeric code of its currency."""
    return leaf(
        name,
        amount.amount,
        currencyCode=numeric_code(amount.currency.code),
        currencyCodeListId=code_lists.CURRENCIES,
    )


def measure(name: str, quantity: Decimal | None, unit: str = KILOGRAM) -> str:
    """Return a quantity with its unit, or an empty text for None."""
    return leaf(
        name, quantity, measurementUnitCode=unit, measurementUnitCodeListId=code_lists.UNITS
    )


def exchange(name: str, rate: Decimal, currency: str, *, nominal: int) -> str:
    """Return an exchange rate with its nominal as a power of ten.

    Raises `NominalNotPowerOfTen`.
    """
    return leaf(
        name,
        rate,
        currencyCode=currency,
        currencyCodeListId=code_lists.CURRENCIES,
        scaleNumber=str(power_of_ten(currency, nominal)),
    )
