"""Allocating an amount to lines, exactly to the minor unit."""

from collections.abc import Sequence
from decimal import Decimal

from moneyed import Money

from customs.refusal import N_, CustomsRefusal


class NothingToShareBy(CustomsRefusal):
    """Raised when weights are missing, negative, or all zero."""

    code = "customs.sharing.nothing_to_share_by"
    sentence = N_("A sum can be shared only by weights above zero.")


class NotWholeCoins(CustomsRefusal):
    """Raised when an amount is not a whole number of minor units."""

    code = "customs.sharing.not_whole_coins"
    sentence = N_("%(sum)s %(currency)s is not a whole number of the smallest coins.")


def share(total: Money, weights: Sequence[int]) -> tuple[Money, ...]:
    """Allocate an amount in proportion to whole weights (grams, minor units).

    The parts add up to the amount, each within one minor unit of its exact share: units left over
    by rounding down go to the largest remainders, the first line first. Raises `NothingToShareBy`
    or `NotWholeCoins`.
    """
    whole = sum(weights)
    if whole <= 0 or min(weights) < 0:
        raise NothingToShareBy
    coin = Decimal(1) / total.currency.sub_unit
    coins = total.amount / coin
    if coins != coins.to_integral_value():
        raise NotWholeCoins(sum=total.amount, currency=total.currency.code)
    shared = _share_coins(int(coins), weights, whole)
    return tuple(Money(part * coin, total.currency) for part in shared)


def _share_coins(coins: int, weights: Sequence[int], whole: int) -> list[int]:
    parts = [coins * weight // whole for weight in weights]
    remainders = [coins * weight % whole for weight in weights]
    first_served = sorted(range(len(weights)), key=lambda place: (-remainders[place], place))
    for place in first_served[: coins - sum(parts)]:
        parts[place] += 1
    return parts
