"""Rules about rates: box 47, and the exchange rate of box 23."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from moneyed import Money

from customs.eaeu.declaration import GoodsDeclaration
from customs.eaeu.payments import BoxRate, Combined, PaymentRow, RateKind
from customs.eaeu.rules.book import (
    DECLARATION,
    EXCHANGE_DECIMALS,
    FORM,
    FORMAT,
    SINCE,
    where,
)
from customs.rounding import has_decimals, percent_of
from customs.rules import Place, header_if

_RATE_DIGITS: Final = 6
_FACTOR_DIGITS: Final = 3
_NOMINAL_MOST: Final = 999_999


@DECLARATION.rule(
    "E28",
    "A percentage is laid on a sum, a specific rate on a quantity in its unit, and only a specific"
    " rate names a currency (box 47).",
    source=FORMAT,
    since=SINCE,
    blocks=True,
)
def payment_bases_are_whole(declaration: GoodsDeclaration) -> Iterator[Place]:
    """Check the bases and rates of box 47."""
    return where(declaration, lambda good: not all(map(_is_whole, good.payments)))


def _is_whole(row: PaymentRow) -> bool:
    is_counted = isinstance(row.base, Decimal)
    if is_counted != bool(row.base_unit) or not all(map(_is_stated, _rates(row))):
        return False
    laid = row.effective or row.rate
    if laid is None or laid.kind is RateKind.FEE:
        return True
    is_specific = laid.kind is RateKind.SPECIFIC
    return (
        row.base is not None
        and is_specific == is_counted
        and (not is_specific or laid.unit == row.base_unit)
    )


def _rates(row: PaymentRow) -> list[BoxRate]:
    second = None if row.second is None else row.second.rate
    return [rate for rate in (row.rate, second) if rate is not None]


def _is_stated(rate: BoxRate) -> bool:
    is_specific = rate.kind is RateKind.SPECIFIC
    fits = has_decimals(rate.value, _RATE_DIGITS) and rate.value >= 0
    factor = Decimal(1) if rate.factor is None else rate.factor
    weighed = has_decimals(factor, _FACTOR_DIGITS) and factor > 0
    named = rate.kind is RateKind.FEE or is_specific == bool(rate.currency)
    return fits and weighed and named


@DECLARATION.rule(
    "E29",
    "Payments are in the currency of the customs value (boxes 45 and 47).",
    source=FORM,
    since=SINCE,
    blocks=True,
)
def payments_are_in_own_currency(declaration: GoodsDeclaration) -> Iterator[Place]:
    """Check the currencies of box 47."""
    for good in declaration.goods:
        own = good.customs_value.currency
        sums = [row.amount for row in good.payments]
        sums += [row.base for row in good.payments if isinstance(row.base, Money)]
        if any(each.currency != own for each in sums):
            yield str(good.number)


@DECLARATION.rule(
    "E30",
    "The exchange rate is above zero, with at most four decimals, for at least one unit (box 23).",
    source=FORMAT,
    since=SINCE,
    blocks=True,
)
def exchange_rate_fits(declaration: GoodsDeclaration) -> Iterator[Place]:
    """Check box 23."""
    rate = declaration.exchange_rate
    fits = has_decimals(rate, EXCHANGE_DECIMALS) and rate > 0
    return header_if(not fits or not 1 <= declaration.exchange_nominal <= _NOMINAL_MOST)


@DECLARATION.rule(
    "E31",
    "What a percentage makes is its part of the base, to less than one unit of the currency"
    " (box 47).",
    source=FORM,
    since=SINCE,
)
def percentages_multiply(declaration: GoodsDeclaration) -> Iterator[Place]:
    """Check the amounts of box 47."""
    return where(declaration, lambda good: not all(map(_multiplies, good.payments)))


def _multiplies(row: PaymentRow) -> bool:
    rate = row.effective
    if rate is None or rate.kind is not RateKind.PERCENT or not isinstance(row.base, Money):
        return True
    return abs(percent_of(row.base.amount, rate.value) - row.amount.amount) < 1


@DECLARATION.rule(
    "E32",
    "A second rate stands beside a first one, and of two that are added neither counts alone"
    " (box 47).",
    source=FORM,
    since=SINCE,
    blocks=True,
)
def second_rates_are_second(declaration: GoodsDeclaration) -> Iterator[Place]:
    """Check the combined rates of box 47."""
    return where(declaration, lambda good: not all(map(_is_second, good.payments)))


def _is_second(row: PaymentRow) -> bool:
    if row.second is None:
        return True
    return row.rate is not None and not (row.second.counts and row.second.how is Combined.PLUS)
