"""Legal rounding, and the digits of customs forms; not commercial rounding."""

from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Final

from customs.refusal import N_, CustomsRefusal

MONEY_DECIMALS: Final = 2
"""Sums of the declaration have two decimals in every country here (box 45, box 47)."""
MASS_DECIMALS: Final = 6
"""Decimals of a weight in kilograms."""
GRAMS_IN_KG: Final = 1000
_WHOLE_MOST: Final = Decimal(10) ** 18
_PERCENT: Final = 100
_LEAST_KG: Final = Decimal(1)


class NoWeight(CustomsRefusal):
    """Raised when a weight is not above zero."""

    code = "customs.rounding.no_weight"
    sentence = N_("A weight must be above zero.")


class BeyondCounting(CustomsRefusal):
    """Raised for a figure with more digits than can be computed exactly."""

    code = "customs.rounding.beyond_counting"
    sentence = N_("%(amount)s is beyond any declaration.")


def half_up(amount: Decimal, decimals: int) -> Decimal:
    """Return the amount rounded half up, away from zero; raises `BeyondCounting`."""
    try:
        return amount.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    except InvalidOperation as trouble:
        raise BeyondCounting(amount=amount) from trouble


def fits(number: Decimal, digits: int, decimals: int) -> bool:
    """Return whether a number has at most `digits` before and `decimals` after the point."""
    return abs(number) < Decimal(10) ** digits and number == round(number, decimals)


def percent_of(amount: Decimal, percent: Decimal) -> Decimal:
    """Return a percentage of an amount, not rounded."""
    return amount * percent / _PERCENT


def is_figure(number: Decimal) -> bool:
    """Return whether a number is finite and below 10¹⁸."""
    return number.is_finite() and abs(number) < _WHOLE_MOST


def is_above_zero(number: Decimal) -> bool:
    """Return whether a number is finite and above zero."""
    return number.is_finite() and number > 0


def has_decimals(number: Decimal, most: int) -> bool:
    """Return whether a number is finite, below 10¹⁸, and has at most `most` decimals."""
    return is_figure(number) and number == round(number, most)


def exact_kg(grams: int) -> Decimal:
    """Return grams in kilograms, exactly."""
    return Decimal(grams) / GRAMS_IN_KG


def header_kg(grams: int) -> Decimal:
    """Return a header's weight of grams in kilograms, exactly, but at least one.

    报关单填制规范, 毛重 and 净重: "不足一千克的填报为1". Raises `NoWeight`.
    """
    if grams <= 0:
        raise NoWeight
    return max(exact_kg(grams), _LEAST_KG)
