"""Σ cartons = packing list = order = declaration, to the gram and the coin; else nothing passes."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from moneyed import Money

from app.declarations.draft import draft_declaration
from app.declarations.reconcile import FiguresDiffer, RulesBroken, reconcile
from app.declarations.snapshot import Consignment
from app.kit.i18n import speaking
from app.kit.texts import written
from app.pricing.breakdown import Stage
from customs.china.declaration import ExportDeclaration, Quantity
from tests.app.declarations.aboard import CARTONS, CONSIGNMENT, LOAD, RAISINS, WALNUTS, item

DAY = date(2026, 11, 24)
DECLARATION = draft_declaration(CONSIGNMENT, load=LOAD, declared_on=DAY)


def check(consignment: Consignment, declaration: ExportDeclaration = DECLARATION) -> None:
    load = replace(LOAD, consignments=(consignment,))
    reconcile(load, {consignment.order_number: declaration})


def refused(consignment: Consignment, declaration: ExportDeclaration = DECLARATION) -> str:
    with pytest.raises(FiguresDiffer) as found:
        check(consignment, declaration)
    return written(found.value.fields["differences"]).replace("\xa0", " ")


def cartons(*changed: object) -> Consignment:
    return replace(CONSIGNMENT, cartons=changed)  # type: ignore[arg-type] # cartons


def test_figures_that_agree_pass() -> None:
    check(CONSIGNMENT)


def test_a_missing_carton_names_packages_weights_and_pieces() -> None:
    said = refused(cartons(*CARTONS[:2]))
    assert "K-2026-000001, packages: 2 ≠ 3" in said
    assert "gross weight, g: 51350 ≠ 75660" in said
    assert "net weight, g: 50000 ≠ 74000" in said
    assert "quantity packed and sold 2: 0 ≠ 24" in said


@given(st.integers(-20_000, 20_000).filter(bool))
def test_a_gram_more_or_less_on_the_scale_is_named(grams: int) -> None:
    heavier = replace(CARTONS[0], gross_g=CARTONS[0].gross_g + grams)
    said = refused(cartons(heavier, *CARTONS[1:]))
    assert f"gross weight, g: {75_660 + grams} ≠ 75660" in said


@given(st.integers(-20_000, 20_000).filter(bool))
def test_a_gram_more_or_less_of_goods_is_named(grams: int) -> None:
    heavier = replace(CARTONS[2], items=(item(2, 24, 24_000 + grams),), gross_g=60_000)
    said = refused(cartons(*CARTONS[:2], heavier))
    assert f"net weight, g: {74_000 + grams} ≠ 74000" in said
    assert f"KZT: {24_000 + grams} ≠ 24000" in said


@given(st.integers(-24, 24).filter(bool))
def test_a_piece_more_or_less_in_a_carton_is_named(pieces: int) -> None:
    fuller = replace(CARTONS[2], items=(item(2, 24 + pieces, 24_000),))
    assert f"quantity packed and sold 2: {24 + pieces} ≠ 24" in refused(
        cartons(*CARTONS[:2], fuller)
    )


@given(st.integers(1, 10**9), st.booleans())
def test_a_coin_more_or_less_is_named(coins: int, dearer: bool) -> None:  # noqa: FBT001 -- drawn
    sign = 1 if dearer else -1
    total = WALNUTS.total + Money(coins, "KZT") * sign / 100
    said = refused(replace(CONSIGNMENT, lines=(RAISINS, replace(WALNUTS, total=total))))
    assert "total: " in said


CHANGES: dict[str, Callable[[ExportDeclaration], ExportDeclaration]] = {
    "packages": lambda one: replace(one, packages=4),
    "gross weight, g": lambda one: replace(one, gross_g=75_661),
    "net weight, g": lambda one: replace(one, net_g=73_999),
    "shipping marks": lambda one: replace(one, marks=one.marks[:2]),
    "total": lambda one: replace(one, lines=one.lines[:1]),
    "quantity sold and declared": lambda one: replace(one, lines=one.lines[1:]),
}


@pytest.mark.parametrize("figure", CHANGES)
def test_a_declaration_that_says_otherwise_is_refused_by_figure(figure: str) -> None:
    assert f", {figure}" in refused(CONSIGNMENT, CHANGES[figure](DECLARATION))


@pytest.mark.parametrize("unit", ["035", "036", "070", "125"])
@given(off=st.decimals("-0.02", "0.02", places=6).filter(bool))
def test_a_statutory_quantity_off_by_any_part_is_named_by_its_unit(unit: str, off: Decimal) -> None:
    goods = replace(WALNUTS.goods, statutory_unit_2=unit)
    two = replace(CONSIGNMENT, lines=(RAISINS, replace(WALNUTS, goods=goods)))
    declared = draft_declaration(two, load=LOAD, declared_on=DAY)
    check(two, declared)
    raisins, walnuts = declared.lines
    shown = walnuts.statutory_2
    assert shown is not None
    wrong = replace(walnuts, statutory_2=Quantity(shown.amount + off, unit))
    assert f"KZT ({unit}): " in refused(two, replace(declared, lines=(raisins, wrong)))
    lost = replace(walnuts, statutory_2=None)
    assert f"KZT ({unit}): " in refused(two, replace(declared, lines=(raisins, lost)))


MANY = replace(
    CONSIGNMENT,
    lines=tuple(
        replace(
            line, quantity=100_000, unit_price=Money("1.00", "KZT"), total=Money("100000.00", "KZT")
        )
        for line in (RAISINS, WALNUTS)
    ),
    cartons=(replace(CARTONS[0], items=(item(1, 100_000, 9_000), item(2, 100_000, 9_000))),),
)


@given(st.integers(-40, 40).filter(bool))
def test_coins_moved_from_line_to_line_are_named_though_the_price_hides_them(coins: int) -> None:
    declared = draft_declaration(MANY, load=LOAD, declared_on=DAY)
    check(MANY, declared)
    moved = Money(coins, "KZT") / 100
    raisins, walnuts = declared.lines
    lines = (
        replace(raisins, total=raisins.total + moved),
        replace(walnuts, total=walnuts.total - moved),
    )
    said = refused(MANY, replace(declared, lines=lines))
    assert "total 0806200000" in said
    assert "total 0802310000" in said


def test_an_order_line_that_does_not_multiply_is_named_before_any_paper_is() -> None:
    odd = replace(MANY.lines[0], total=Money("100000.01", "KZT"))
    order = replace(MANY, lines=(odd, MANY.lines[1]))
    said = refused(order, draft_declaration(order, load=LOAD, declared_on=DAY))
    assert said == "K-2026-000001, total 1: KZT 100000.00 ≠ KZT 100000.01"


def test_a_line_in_another_currency_than_its_order_is_named() -> None:
    said = refused(replace(CONSIGNMENT, currency="KGS"))
    assert "total 1: KGS 87651.00 ≠ KZT 87651.00" in said


def test_a_carton_lighter_than_its_goods_is_named() -> None:
    light = cartons(replace(CARTONS[0], gross_g=25_000), *CARTONS[1:])
    declaration = draft_declaration(light, load=LOAD, declared_on=DAY)
    said = refused(light, declaration)
    assert "gross above net weight of the carton, g C-2026-000001: 25001 ≠ 25000" in said


def test_a_draft_that_customs_would_send_back_is_refused_with_its_rule() -> None:
    loose = replace(DECLARATION, packing="00")
    with pytest.raises(RulesBroken) as found:
        check(CONSIGNMENT, loose)
    assert written(found.value.fields["rule"]) == "C3 (number of packages (24))"


def test_the_figures_are_named_in_the_readers_language() -> None:
    with speaking("ru"):
        said = refused(cartons(*CARTONS[:2]))
    assert "мест" in said


def test_stages_that_do_not_add_up_to_the_unit_price_are_named() -> None:
    stages = (Stage("goods", Money("855.13", "KZT")), Stage("spread", Money("21.38", "KZT")))
    whole = replace(MANY.lines[0], stages=stages, unit_price=Money("876.51", "KZT"))
    whole = replace(whole, total=whole.unit_price * whole.quantity)
    order = replace(MANY, lines=(whole, MANY.lines[1]))
    check(order, draft_declaration(order, load=LOAD, declared_on=DAY))
    short = replace(whole, stages=stages[:1])
    order = replace(order, lines=(short, MANY.lines[1]))
    said = refused(order, draft_declaration(order, load=LOAD, declared_on=DAY))
    assert said == "K-2026-000001, stages of the unit price 1: KZT 855.13 ≠ KZT 876.51"
