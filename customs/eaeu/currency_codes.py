"""Numeric codes of currencies (ISO 4217), which boxes 47 and B contain."""

from functools import cache

from moneyed import CurrencyDoesNotExist, get_currency

from customs.refusal import N_, CustomsRefusal


class NoNumericCode(CustomsRefusal):
    """Raised for a currency that does not exist."""

    code = "customs.eaeu.no_numeric_code"
    sentence = N_("The currency %(currency)s has no numeric code.")


@cache
def numeric_code(currency: str) -> str:
    """Return the ISO 4217 digits of a currency, 398 for KZT; raises `NoNumericCode`."""
    try:
        return str(get_currency(currency).numeric)
    except CurrencyDoesNotExist as trouble:
        raise NoNumericCode(currency=currency) from trouble
