"""Rules about figures: weights, sums, payments and their totals."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from moneyed import Money

from customs.eaeu.declaration import GoodsDeclaration
from customs.eaeu.goods import GoodsItem
from customs.eaeu.rules.book import (
    DECLARATION,
    FORM,
    FORMAT,
    SINCE,
    place_of,
    where,
)
from customs.rounding import MASS_DECIMALS, MONEY_DECIMALS, has_decimals
from customs.rules import Place, header_if

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
    """Check boxes 35 and 38."""
    return where(declaration, lambda good: not _is_weighed(good))


def _is_weighed(good: GoodsItem) -> bool:
    bare = good.net_kg if good.net_net_kg is None else good.net_net_kg
    known = all(each.is_finite() for each in (bare, good.net_kg, good.gross_kg))
    return known and 0 < bare <= good.net_kg <= good.gross_kg


@DECLARATION.rule(
    "E22",
    "Weights and quantities have at most six decimals, sums two (boxes 35, 38, 41, 42, 45 to 47).",
    source=FORMAT,
    since=SINCE,
    blocks=True,
)
def figures_fit(declaration: GoodsDeclaration) -> Iterator[Place]:
    """Check boxes 35, 38, 41, 42 and 45 to 47."""
    return where(declaration, lambda good: not _fits(good))


def _fits(good: GoodsItem) -> bool:
    sums = [good.price, good.customs_value, good.statistical_value]
    sums += [row.amount for row in good.payments]
    masses = [good.gross_kg, good.net_kg, good.net_net_kg]
    counted = (good.supplementary, *good.other_quantities, *(one.quantity for one in good.groups))
    masses += [each.quantity for each in counted if each is not None]
    for row in good.payments:
        if isinstance(row.base, Money):
            sums.append(row.base)
        elif row.base is not None:
            masses.append(row.base)
    return all(
        has_decimals(each.amount, MONEY_DECIMALS) for each in sums if each is not None
    ) and all(has_decimals(each, MASS_DECIMALS) for each in masses if each is not None)


@DECLARATION.rule(
    "E23",
    "Price and customs value of each good are above zero (boxes 42 and 45).",
    source=FORM,
    since=SINCE,
)
def values_are_above_zero(declaration: GoodsDeclaration) -> Iterator[Place]:
    """Check boxes 42 and 45."""
    return where(declaration, lambda good: good.price.amount <= 0 or good.customs_value.amount <= 0)


@DECLARATION.rule(
    "E24",
    "All prices are in the currency of the deal, all values in one currency (boxes 22, 42, 45).",
    source=FORM,
    since=SINCE,
    blocks=True,
)
def currencies_are_one(declaration: GoodsDeclaration) -> Iterator[Place]:
    """Check boxes 22, 42 and 45."""
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
    """Check box B against box 47."""
    sums: dict[tuple[str, str], Decimal] = {}
    for good in declaration.goods:
        for row in good.payments:
            key = (row.kind, row.amount.currency.code)
            sums[key] = sums.get(key, Decimal(0)) + row.amount.amount
    stated = {
        (total.kind, total.amount.currency.code): total.amount for total in declaration.totals
    }
    amounts = {key: amount.amount for key, amount in stated.items()}
    return header_if(len(stated) != len(declaration.totals) or amounts != sums)


@DECLARATION.rule(
    "E26",
    "The customs fee is stated once, on the first good (box 47, kind 1010).",
    source="Commission of the Customs Union, decision 378 of 20 September 2010, annex 9; " + FORM,
    since=SINCE,
    blocks=True,
)
def fee_is_stated_once(declaration: GoodsDeclaration) -> Iterator[Place]:
    """Check box 47 for the fee."""
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
    """Check the kinds of box 47."""
    for good in declaration.goods:
        kinds = Counter(row.kind for row in good.payments)
        if "" in kinds or any(count > 1 for count in kinds.values()):
            yield place_of(good)
