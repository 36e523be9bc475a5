"""ДТС-1: its arithmetic box by box, its rules, and its XML in both families."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from customs.eaeu.album.dts import write_dts
from customs.eaeu.register.value_sheet import write_value_sheet
from customs.eaeu.rules import VALUE, SheetWithDeclaration
from customs.eaeu.value_sheet import Additions, Deductions, ValueSheet
from tests.customs.eaeu.factories import DAY, tenge, yuan
from tests.customs.eaeu.value_sheet_factories import ANSWERS, EVERY_BOX, bare, sheets, valued
from tests.customs.schemas import broken


def test_the_declared_value_is_twelve_and_twenty_less_twenty_four() -> None:
    good = valued()
    assert good.basis == tenge("693200.00")
    assert good.added == tenge("66.66")
    assert good.deducted == tenge("6.00")
    assert good.declared == tenge("693260.66")


def test_boxes_without_a_sum_add_nothing() -> None:
    assert bare().declared == bare().price_own == bare().basis


def test_the_worked_sample_of_a_real_declaration() -> None:
    good = replace(
        bare(),
        price=yuan("330100.00"),
        price_own=tenge("3652490.48"),
        rate=Decimal("11.0648"),
        additions=Additions(carriage=tenge("328400.80"), insurance=tenge("1518.06")),
    )
    assert good.declared == tenge("3982409.34")
    assert replace(good, dollar_rate=Decimal("80.7597")).declared_usd.amount == Decimal("49311.84")


COINS = st.integers(0, 10**12)


@given(COINS, COINS, COINS)
def test_the_boxes_always_tie(price: int, carriage: int, inland: int) -> None:
    def sum_of(coins: int) -> Decimal:
        return Decimal(coins) / 100

    good = replace(
        bare(),
        price_own=tenge(str(sum_of(price))),
        additions=Additions(carriage=tenge(str(sum_of(carriage)))),
        deductions=Deductions(carriage=tenge(str(sum_of(inland)))),
    )
    assert good.declared.amount == sum_of(price + carriage - inland)


@pytest.mark.parametrize("made", [sheets(), sheets(bare())], ids=["rich", "smallest"])
def test_a_draft_is_valid_in_both_families(made: SheetWithDeclaration) -> None:
    assert broken("DTSout_CU.xsd", write_dts(made)) == []
    assert broken("EEC_CustomsValueDeclaration.xsd", write_value_sheet(made)) == []


def test_related_parties_answer_all_of_box_seven() -> None:
    related = replace(
        ANSWERS, are_related=True, relation_moved_price=False, price_is_near_test_value=True
    )
    made = sheets()
    sheet = replace(made, value=replace(made.value, answers=related))
    written = write_dts(sheet)
    text = written.decode()
    assert "<v:Column7A>1</v:Column7A><v:Column7B>0</v:Column7B><v:Column7C>1</v:Column7C>" in text
    assert broken("DTSout_CU.xsd", written) == []


def found(made: SheetWithDeclaration) -> list[tuple[str, str]]:
    return [(each.number, each.place) for each in VALUE.check(made, on=DAY)]


def test_a_sheet_that_ties_breaks_no_rule() -> None:
    assert found(sheets()) == []
    assert found(sheets(bare())) == []


def changed(**changes: object) -> Callable[[SheetWithDeclaration], SheetWithDeclaration]:
    def change(made: SheetWithDeclaration) -> SheetWithDeclaration:
        first, *rest = made.value.goods
        return replace(
            made,
            value=replace(made.value, goods=(replace(first, **changes), *rest)),  # type: ignore[arg-type]
        )

    return change


LINE = valued().converted[0]


def on_sheet(**changes: object) -> Callable[[SheetWithDeclaration], SheetWithDeclaration]:
    def change(made: SheetWithDeclaration) -> SheetWithDeclaration:
        sheet: ValueSheet = replace(made.value, **changes)  # type: ignore[arg-type]
        return replace(made, value=sheet)

    return change


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (changed(code="0806203000"), [("D1", "header")]),
        (changed(indirect=tenge("100.01")), [("D2", "1")]),
        (changed(rate=Decimal("69.32")), [("D3", "1")]),
        (
            changed(price=yuan("20000.00"), rate=Decimal("34.655")),
            [("D4", "1")],
        ),
        (changed(additions=replace(EVERY_BOX, arrival_place="")), [("D5", "1")]),
        (changed(additions=replace(EVERY_BOX, arrival_place="Х" * 41)), [("D5", "1")]),
        (changed(deductions=Deductions(assembly=tenge("-1.00"))), [("D8", "1")]),
        (changed(indirect=yuan("1.00")), [("D8", "1")]),
        (changed(dollar_rate=Decimal(0)), [("D9", "1")]),
        (changed(dollar_rate=Decimal(478)), [("D9", "1")]),
        (changed(rate=Decimal(0)), [("D3", "1")]),
        (changed(converted=(replace(LINE, amount=yuan("0.15")),)), [("D10", "1")]),
        (changed(converted=(replace(LINE, box="99"),)), [("D10", "1")]),
        (
            changed(converted=(replace(LINE, box="11б"),), indirect=None),
            [("D2", "1"), ("D9", "1"), ("D10", "1")],
        ),
        (on_sheet(invoices=()), [("D6", "header")]),
        (on_sheet(contracts=()), [("D6", "header")]),
        (on_sheet(answers=replace(ANSWERS, are_related=True)), [("D6", "header")]),
        (on_sheet(answers=replace(ANSWERS, is_restricted=True)), [("D7", "header")]),
        (on_sheet(answers=replace(ANSWERS, has_conditions=True)), [("D7", "header")]),
    ],
)
def test_each_rule_finds_its_place(
    change: Callable[[SheetWithDeclaration], SheetWithDeclaration], expected: list[tuple[str, str]]
) -> None:
    assert found(change(sheets())) == expected
