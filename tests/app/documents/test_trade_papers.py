"""Figures, marks, and what the makers of trade papers refuse."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from moneyed import Money

from app.catalog import units as catalogued
from app.declarations.snapshot import Consignment
from app.documents import figures, names
from app.documents.kinds.invoice import InvoiceCurrencyMismatch, LineDoesNotMultiply, invoice_paper
from app.documents.kinds.packing_list import NetOverGross, PackedNotSold, packing_paper
from app.documents.names import NoNameOnPapers
from app.documents.trade import GoodsNotNamed, LineNotPacked
from app.kit.refusal import Refusal
from app.reference.row import NoRow
from tests.app.declarations.aboard import CARTONS, CONSIGNMENT, LOAD, RAISINS, WALNUTS, item
from tests.app.documents.consignments import FROZEN_ON, large

FIRST, SECOND, THIRD = CARTONS
MAKERS = {"invoice": invoice_paper, "packing list": packing_paper}


def with_line(**changes: object) -> Consignment:
    return replace(CONSIGNMENT, lines=(replace(RAISINS, **changes), WALNUTS))  # type: ignore[arg-type] # by name


def with_carton(**changes: object) -> Consignment:
    return replace(CONSIGNMENT, cartons=(FIRST, SECOND, replace(THIRD, **changes)))  # type: ignore[arg-type] # by name


@given(st.integers(0, 10**12))
def test_kilograms_keep_every_gram(grams: int) -> None:
    written = figures.kilograms(grams).replace(figures.GROUP, "")
    assert Decimal(written) * 1000 == grams


@given(st.integers(0, 10**14))
def test_amounts_keep_every_coin(coins: int) -> None:
    value = Money(Decimal(coins).scaleb(-2), "KZT")
    assert Decimal(figures.amount(value).replace(figures.GROUP, "")) == value.amount
    assert figures.money(value).endswith("\u00a0KZT")


def test_totals_are_the_sums_of_the_lines_and_the_cartons() -> None:
    many = large(lines=7)
    invoice = invoice_paper(LOAD, many, issued_on=FROZEN_ON, version=1)
    listed = packing_paper(LOAD, many, issued_on=FROZEN_ON, version=1)
    total = sum((line.total for line in many.lines), Money(0, "KZT"))
    assert invoice.total == figures.money(total)
    assert invoice.packed == listed.packed
    assert listed.packed.net_kg == figures.kilograms(sum(each.net_g for each in many.cartons))
    assert listed.packed.packages == str(len(many.cartons))


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
@pytest.mark.parametrize(
    ("wrong", "refusal", "fields"),
    [
        (
            with_line(quantity=101, total=Money("88527.51", "KZT")),
            LineNotPacked,
            {"position": 1, "sold": 101, "packed": 100},
        ),
        (
            with_line(names={"zh_Hans": "绿葡萄干"}),
            GoodsNotNamed,
            {"position": 1, "language": "ru"},
        ),
        (with_line(unit="999"), NoNameOnPapers, {"code": "999", "list": "计量单位"}),
        (with_carton(packing="77"), NoNameOnPapers, {"code": "77", "list": "包装种类"}),
        (
            replace(CONSIGNMENT, buyer=replace(CONSIGNMENT.buyer, country="XX")),
            NoRow,
            {"key": "XX", "list": "countries", "day": FROZEN_ON},
        ),
    ],
    ids=["not packed", "not named", "unit", "packing", "country"],
)
def test_both_papers_refuse_by_name(
    make: Callable[..., object],
    wrong: Consignment,
    refusal: type[Refusal],
    fields: dict[str, object],
) -> None:
    with pytest.raises(refusal) as caught:
        make(LOAD, wrong, issued_on=FROZEN_ON, version=1)
    assert fields.items() <= caught.value.fields.items()


def test_an_invoice_refuses_a_line_that_does_not_multiply() -> None:
    with pytest.raises(LineDoesNotMultiply):
        invoice_paper(
            LOAD, with_line(total=Money("87651.01", "KZT")), issued_on=FROZEN_ON, version=1
        )


def test_an_invoice_is_in_one_currency() -> None:
    wrong = with_line(unit_price=Money("876.51", "KGS"), total=Money("87651.00", "KGS"))
    with pytest.raises(InvoiceCurrencyMismatch):
        invoice_paper(LOAD, wrong, issued_on=FROZEN_ON, version=1)


def test_a_carton_does_not_weigh_less_than_what_lies_in_it() -> None:
    with pytest.raises(NetOverGross):
        packing_paper(LOAD, with_carton(gross_g=23_999), issued_on=FROZEN_ON, version=1)


def test_a_carton_holds_nothing_that_was_not_sold() -> None:
    wrong = with_carton(items=(*THIRD.items, item(9, 1, 10)))
    with pytest.raises(PackedNotSold):
        packing_paper(LOAD, wrong, issued_on=FROZEN_ON, version=1)


def test_papers_have_a_name_for_everything_the_catalogue_lets_in() -> None:
    assert set(catalogued.UNITS) <= set(names.UNITS)
    assert set(catalogued.PACKINGS) <= set(names.PACKINGS)
