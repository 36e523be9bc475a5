"""Legal rounding: what customs forms ask. Commercial rounding of prices is another thing."""

from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Final

from customs.refusal import N_, CustomsRefusal

GRAMS_IN_KG: Final = 1000
_LEAST_KG: Final = Decimal(1)


class NoWeight(CustomsRefusal):
    """Goods without weight cannot be declared."""

    sentence = N_("A weight must be above zero.")


class BeyondCounting(CustomsRefusal):
    """A figure with more digits than are counted exactly: no declaration holds it."""

    sentence = N_("%(amount)s is beyond any declaration.")


def half_up(amount: Decimal, decimals: int) -> Decimal:
    """Will round half up, away from zero, to so many decimals; raises `BeyondCounting`."""
    try:
        return amount.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    except InvalidOperation as trouble:
        raise BeyondCounting(amount=amount) from trouble


def fits(number: Decimal, digits: int, decimals: int) -> bool:
    """Will say whether a number has no more digits before and behind the point than that."""
    return abs(number) < Decimal(10) ** digits and number == round(number, decimals)


def exact_kg(grams: int) -> Decimal:
    """Will give grams as kilograms, exactly."""
    return Decimal(grams) / GRAMS_IN_KG


def header_kg(grams: int) -> Decimal:
    """Will give a header's weight in kilograms, exactly; below one kilogram one is declared.

    报关单填制规范, 毛重 and 净重: "不足一千克的填报为1". Raises `NoWeight`.
    """
    if grams <= 0:
        raise NoWeight
    return max(exact_kg(grams), _LEAST_KG)
