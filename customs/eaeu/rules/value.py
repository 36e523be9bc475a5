"""Rules about the value sheet, alone and with its goods declaration."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from moneyed import Money

from customs.eaeu.rules.book import (
    EXCHANGE_DECIMALS,
    SINCE,
    VALUE,
    VALUE_FORM,
    SheetWithDeclaration,
)
from customs.eaeu.value_sheet import ValuedGoods
from customs.rounding import MONEY_DECIMALS, half_up, has_decimals, is_figure
from customs.rules import Place, header_if

_COIN: Final = Decimal("0.01")


@VALUE.rule(
    "D1",
    "Each good of the declaration stands once on the value sheet, with the same code.",
    source=VALUE_FORM,
    since=SINCE,
    blocks=True,
)
def goods_are_the_same(sheets: SheetWithDeclaration) -> Iterator[Place]:
    here = [(good.number, good.code) for good in sheets.value.goods]
    return header_if(here != [(good.number, good.code) for good in sheets.declaration.goods])


@VALUE.rule(
    "D2",
    "The declared value, 12 + 20 − 24 = 25а, is box 45 of the goods declaration.",
    source=VALUE_FORM,
    since=SINCE,
    blocks=True,
)
def declared_value_is_box_45(sheets: SheetWithDeclaration) -> Iterator[Place]:
    """Check box 25а against box 45."""
    values = {good.number: good.customs_value for good in sheets.declaration.goods}
    for good in sheets.value.goods:
        if _is_summed(good) and values.get(good.number) != good.declared:
            yield str(good.number)


@VALUE.rule(
    "D3",
    "The price in the own currency is the price of the deal by its exchange rate (box 11а).",
    source="Customs Code of the EAEU, article 38(8); " + VALUE_FORM,
    since=SINCE,
    blocks=True,
)
def price_is_converted(sheets: SheetWithDeclaration) -> Iterator[Place]:
    """Check box 11а."""
    return (
        str(good.number)
        for good in sheets.value.goods
        if _is_summed(good) and not _is_converted(good)
    )


def _is_converted(good: ValuedGoods) -> bool:
    if not _is_rate(good.rate, good.nominal):
        return False
    exact = good.price.amount * good.rate / good.nominal
    return is_figure(exact) and half_up(exact, MONEY_DECIMALS) == good.price_own.amount


@VALUE.rule(
    "D4",
    "The price of the deal is box 42 of the goods declaration (box 11а).",
    source=VALUE_FORM,
    since=SINCE,
    blocks=True,
)
def price_is_box_42(sheets: SheetWithDeclaration) -> Iterator[Place]:
    """Check box 11а against box 42."""
    prices = {good.number: good.price for good in sheets.declaration.goods}
    return (
        str(good.number) for good in sheets.value.goods if prices.get(good.number) != good.price
    )


@VALUE.rule(
    "D5",
    "Carriage to the place of arrival names the place, in at most 40 letters (box 17).",
    source=VALUE_FORM,
    since=SINCE,
)
def arrival_is_named(sheets: SheetWithDeclaration) -> Iterator[Place]:
    """Check box 17."""
    for good in sheets.value.goods:
        has_place = 1 <= len(good.additions.arrival_place) <= _PLACE_MOST
        if good.additions.carriage is not None and not has_place:
            yield str(good.number)


_PLACE_MOST: Final = 40


@VALUE.rule(
    "D6",
    "Invoice and contract are named, and when buyer and seller are related, whether it moved the"
    " price (boxes 4, 5 and 7).",
    source=VALUE_FORM,
    since=SINCE,
    blocks=True,
)
def papers_and_answers_are_there(sheets: SheetWithDeclaration) -> Iterator[Place]:
    """Check boxes 4, 5 and 7."""
    sheet = sheets.value
    unsaid = sheet.answers.are_related and sheet.answers.relation_moved_price is None
    numbers = [[each.number for each in papers] for papers in (sheet.invoices, sheet.contracts)]
    return header_if(unsaid or not all(each and all(each) for each in numbers))


@VALUE.rule(
    "D7",
    "By method 1 nothing binds the buyer in the use of the goods, and no condition sets the price"
    " (box 8): else another method has to be taken.",
    source="Customs Code of the EAEU, article 39(1)",
    since=SINCE,
)
def method_one_is_open(sheets: SheetWithDeclaration) -> Iterator[Place]:
    """Check box 8."""
    answers = sheets.value.answers
    return header_if(answers.is_restricted or answers.has_conditions)


@VALUE.rule(
    "D8",
    "Sums are in the own currency, not below zero, with two decimals (boxes 11 to 24).",
    source=VALUE_FORM,
    since=SINCE,
    blocks=True,
)
def sums_are_whole(sheets: SheetWithDeclaration) -> Iterator[Place]:
    """Check every sum of parts А, Б and В."""
    return (str(good.number) for good in sheets.value.goods if not _is_summed(good))


def _is_summed(good: ValuedGoods) -> bool:
    stated = (good.price_own, good.indirect, *good.additions.parts, *good.deductions.parts)
    sums = [each for each in stated if each is not None]
    one = all(each.currency == good.price_own.currency for each in sums)
    return one and all(
        has_decimals(each.amount, MONEY_DECIMALS) and each.amount >= 0
        for each in (*sums, good.price)
    )


@VALUE.rule(
    "D9",
    "The declared value in US dollars is made by a rate above zero, and is box 46 of the goods"
    " declaration when that is stated (box 25б).",
    source=VALUE_FORM,
    since=SINCE,
    blocks=True,
)
def dollars_are_box_46(sheets: SheetWithDeclaration) -> Iterator[Place]:
    """Check box 25б against box 46."""
    stated = {good.number: good.statistical_value for good in sheets.declaration.goods}
    for good in sheets.value.goods:
        if _is_summed(good) and not _is_in_dollars(good, stated.get(good.number)):
            yield str(good.number)


def _is_in_dollars(good: ValuedGoods, stated: Money | None) -> bool:
    if not _is_rate(good.dollar_rate, good.dollar_nominal):
        return False
    fits = is_figure(good.declared.amount * good.dollar_nominal / good.dollar_rate)
    return fits and stated in {None, good.declared_usd}


def _is_rate(rate: Decimal, nominal: int) -> bool:
    return has_decimals(rate, EXCHANGE_DECIMALS) and rate > 0 and nominal > 0


@VALUE.rule(
    "D10",
    "Each line of the table of currencies names a box that has a sum, and makes it by its rate, to"
    " a coin of its currency (box *).",
    source=VALUE_FORM,
    since=SINCE,
    blocks=True,
)
def table_of_currencies_ties(sheets: SheetWithDeclaration) -> Iterator[Place]:
    """Check the table of currencies (box *)."""
    for good in sheets.value.goods:
        boxes = {line.box for line in good.converted}
        if not all(_ties(good, box) for box in boxes):
            yield str(good.number)


def _ties(good: ValuedGoods, box: str) -> bool:
    stated = good.boxes.get(box)
    lines = [line for line in good.converted if line.box == box]
    whole = all(
        _is_rate(line.rate, line.nominal) and has_decimals(line.amount.amount, MONEY_DECIMALS)
        for line in lines
    )
    if stated is None or not whole or not is_figure(stated.amount):
        return False
    made = sum(line.amount.amount * line.rate / line.nominal for line in lines)
    coins = sum(_COIN * line.rate / line.nominal for line in lines)
    return abs(made - stated.amount) <= max(coins, _COIN)
