"""Rules about the value sheet, and about it beside its goods declaration."""

from collections.abc import Iterator
from typing import Final

from customs.eaeu.rules.book import SINCE, VALUE, VALUE_FORM, Sheets, header_if
from customs.eaeu.value_sheet import ValuedGoods
from customs.rounding import half_up
from customs.rules import Place

DOLLAR: Final = "USD"
_MONEY_DIGITS: Final = 2


@VALUE.rule(
    "D1",
    "Each good of the declaration stands once on the value sheet, with the same code.",
    source=VALUE_FORM,
    since=SINCE,
    blocks=True,
)
def goods_are_the_same(sheets: Sheets) -> Iterator[Place]:
    """Will check the goods' numbers and codes."""
    here = [(good.number, good.code) for good in sheets.value.goods]
    return header_if(here != [(good.number, good.code) for good in sheets.declaration.goods])


@VALUE.rule(
    "D2",
    "The declared value, 12 + 20 − 24 = 25а, is box 45 of the goods declaration.",
    source=VALUE_FORM,
    since=SINCE,
    blocks=True,
)
def declared_value_is_box_45(sheets: Sheets) -> Iterator[Place]:
    """Will check box 25а against box 45."""
    values = {good.number: good.customs_value for good in sheets.declaration.goods}
    for good in sheets.value.goods:
        if values.get(good.number) != good.declared:
            yield str(good.number)


@VALUE.rule(
    "D3",
    "The price in the own currency is the price of the deal by its exchange rate (box 11а).",
    source="Customs Code of the EAEU, article 38(8); " + VALUE_FORM,
    since=SINCE,
    blocks=True,
)
def price_is_converted(sheets: Sheets) -> Iterator[Place]:
    """Will check box 11а."""
    return (str(good.number) for good in sheets.value.goods if not _is_converted(good))


def _is_converted(good: ValuedGoods) -> bool:
    exact = good.price.amount * good.rate / good.nominal
    return half_up(exact, _MONEY_DIGITS) == good.price_own.amount


@VALUE.rule(
    "D4",
    "The price of the deal is box 42 of the goods declaration (box 11а).",
    source=VALUE_FORM,
    since=SINCE,
    blocks=True,
)
def price_is_box_42(sheets: Sheets) -> Iterator[Place]:
    """Will check box 11а against box 42."""
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
def arrival_is_named(sheets: Sheets) -> Iterator[Place]:
    """Will check box 17."""
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
)
def papers_and_answers_are_there(sheets: Sheets) -> Iterator[Place]:
    """Will check boxes 4, 5 and 7."""
    sheet = sheets.value
    unsaid = sheet.answers.are_related and sheet.answers.relation_moved_price is None
    return header_if(not sheet.invoices or not sheet.contracts or unsaid)


@VALUE.rule(
    "D7",
    "By method 1 nothing binds the buyer in the use of the goods, and no condition sets the price"
    " (box 8): else another method has to be taken.",
    source="Customs Code of the EAEU, article 39(1)",
    since=SINCE,
)
def method_one_is_open(sheets: Sheets) -> Iterator[Place]:
    """Will check box 8."""
    answers = sheets.value.answers
    return header_if(answers.is_restricted or answers.has_conditions)
