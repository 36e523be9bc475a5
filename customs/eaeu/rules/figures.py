"""Rules about figures: weights, sums, payments and their totals."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from moneyed import Money

from customs.eaeu.declaration import GoodsDeclaration
from customs.eaeu.goods import Goods
from customs.eaeu.rules.book import (
    DECLARATION,
    FORM,
    FORMAT,
    SINCE,
    header_if,
    place_of,
    where,
)
from customs.rules import Place

MASS_DIGITS: Final = 6
"""Decimals of a weight in kilograms."""
_MONEY_DIGITS: Final = 2
_FEE: Final = "1010"


@DECLARATION.rule(
    "E21",
    "Net weight is above zero, at most the gross weight, and at least the weight without packing"
    " (boxes 35 and 38).",
    source=FORM,
    since=SINCE,
    blocks=True,
)
def weights_agree(declaration: GoodsDeclaration) -> Iterator[Place]:
    """Will check boxes 35 and 38."""
    return where(declaration, lambda good: not _is_weighed(good))


def _is_weighed(good: Goods) -> bool:
    bare = good.net_kg if good.net_net_kg is None else good.net_net_kg
    return 0 < bare <= good.net_kg <= good.gross_kg


@DECLARATION.rule(
    "E22",
    "Weights have at most six decimals, sums two.",
    source=FORMAT,
    since=SINCE,
    blocks=True,
)
def figures_fit(declaration: GoodsDeclaration) -> Iterator[Place]:
    """Will check boxes 35, 38, 42 and 45."""
    return where(declaration, lambda good: not _fits(good))


def _fits(good: Goods) -> bool:
    sums = (good.price.amount, good.customs_value.amount)
    weights = (good.gross_kg, good.net_kg)
    return all(_has(each, _MONEY_DIGITS) for each in sums) and all(
        _has(each, MASS_DIGITS) for each in weights
    )


def _has(number: Decimal, decimals: int) -> bool:
    """Will say whether a number has no more decimals than that."""
    return number == round(number, decimals)


@DECLARATION.rule(
    "E23",
    "Price and customs value of each good are above zero (boxes 42 and 45).",
    source=FORM,
    since=SINCE,
)
def values_are_above_zero(declaration: GoodsDeclaration) -> Iterator[Place]:
    """Will check boxes 42 and 45."""
    return where(declaration, lambda good: good.price.amount <= 0 or good.customs_value.amount <= 0)


@DECLARATION.rule(
    "E24",
    "All prices are in the currency of the deal, all values in one currency (boxes 22, 42, 45).",
    source=FORM,
    since=SINCE,
    blocks=True,
)
def currencies_are_one(declaration: GoodsDeclaration) -> Iterator[Place]:
    """Will check boxes 22, 42 and 45."""
    own = {good.customs_value.currency.code for good in declaration.goods}
    deal = {good.price.currency.code for good in declaration.goods}
    return header_if(len(own) > 1 or not deal <= {declaration.currency})


@DECLARATION.rule(
    "E25",
    "Box B is the sum of box 47 of all goods, kind by kind.",
    source=FORM,
    since=SINCE,
    blocks=True,
)
def totals_are_sums(declaration: GoodsDeclaration) -> Iterator[Place]:
    """Will check box B against box 47."""
    sums: dict[str, Money] = {}
    for good in declaration.goods:
        for row in good.payments:
            sums[row.kind] = row.amount + sums[row.kind] if row.kind in sums else row.amount
    told = {total.kind: total.amount for total in declaration.totals}
    return header_if(len(told) != len(declaration.totals) or told != sums)


@DECLARATION.rule(
    "E26",
    "The customs fee is stated once, on the first good (box 47, kind 1010).",
    source="Commission of the Customs Union, decision 378 of 20 September 2010, annex 9; " + FORM,
    since=SINCE,
    blocks=True,
)
def fee_is_stated_once(declaration: GoodsDeclaration) -> Iterator[Place]:
    """Will check box 47 for the fee."""
    for good in declaration.goods:
        fees = sum(row.kind == _FEE for row in good.payments)
        if fees > (1 if good is declaration.goods[0] else 0):
            yield place_of(good)


@DECLARATION.rule(
    "E27",
    "A payment names its kind, and each kind stands once on a good (box 47).",
    source=FORM,
    since=SINCE,
)
def payments_are_named(declaration: GoodsDeclaration) -> Iterator[Place]:
    """Will check the kinds of box 47."""
    for good in declaration.goods:
        kinds = Counter(row.kind for row in good.payments)
        if "" in kinds or any(count > 1 for count in kinds.values()):
            yield place_of(good)


@DECLARATION.rule(
    "E28",
    "A rate laid on a quantity names its unit, and a specific rate its currency (box 47).",
    source=FORMAT,
    since=SINCE,
    blocks=True,
)
def payment_bases_are_whole(declaration: GoodsDeclaration) -> Iterator[Place]:
    """Will check bases and rates of box 47."""
    for good in declaration.goods:
        lacking = any(isinstance(row.base, Decimal) != bool(row.base_unit) for row in good.payments)
        rates = [rate for row in good.payments for rate in (row.rate, row.second) if rate]
        if lacking or any((rate.kind == "*") != bool(rate.currency) for rate in rates):
            yield place_of(good)
