"""Differences: places with old and new, and a patch that leads from one version to the other."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from customs.china.charges import ChargeKind, ChargeMark, HeaderCharge
from customs.china.declaration import Container, DomesticCompany, ExportDeclaration, Quantity
from customs.difference import Absent, FieldChange, Patch, PatchMismatch, apply, difference
from customs.eaeu.declaration import GoodsDeclaration
from tests.customs.china.export import DECLARATION, RAISINS, WALNUTS
from tests.customs.eaeu.factories import declaration, good, many_declarations, smallest, yuan


def test_a_change_deep_inside_is_one_place() -> None:
    old = declaration()
    second = replace(old.goods[1], price=yuan("1.00"), net_kg=Decimal(5))
    new = replace(old, goods=(old.goods[0], second, *old.goods[2:]), currency="USD")
    assert difference(old, new) == (
        FieldChange("currency", "CNY", "USD"),
        FieldChange("goods/2/net_kg", Decimal("1000.250"), Decimal(5)),
        FieldChange("goods/2/price", yuan("10000.00"), yuan("1.00")),
    )


def test_the_same_version_has_no_difference() -> None:
    assert difference(declaration(), declaration()) == ()
    assert apply((), declaration()) == declaration()


def test_a_line_that_came_or_went_is_one_place() -> None:
    old, new = declaration(good(1)), declaration(good(1), good(2))
    patch = difference(old.goods, new.goods)
    assert patch == (FieldChange("2", Absent.HERE, good(2)),)
    assert apply(patch, old.goods) == new.goods
    assert apply(reversed_patch(patch), new.goods) == old.goods


def reversed_patch(patch: Patch) -> Patch:
    return tuple(FieldChange(each.place, each.new, each.old) for each in patch)


@settings(max_examples=25)  # two whole declarations are slow to draw
@given(many_declarations(), many_declarations())
def test_a_patch_leads_from_one_version_to_the_other(
    old: GoodsDeclaration, new: GoodsDeclaration
) -> None:
    patch = difference(old, new)
    assert apply(patch, old) == new
    assert apply(reversed_patch(patch), new) == old


@settings(max_examples=25)
@given(many_declarations(), st.sampled_from(["KZ", "KG"]))
def test_a_patch_is_refused_on_another_version(old: GoodsDeclaration, country: str) -> None:
    patch = difference(replace(old, country="UZ"), replace(old, country=country))
    with pytest.raises(PatchMismatch):
        apply(patch, replace(old, country="TJ"))


@pytest.mark.parametrize(
    "place",
    [
        "goods/9/price",
        "goods/0",
        "goods/0/price",
        "goods/-1",
        "goods/x",
        "goods/01",
        "no_such_field",
        "currency/deeper",
        "goods/1/price/amount",
    ],
)
def test_a_place_that_there_is_not_is_refused(place: str) -> None:
    with pytest.raises(PatchMismatch):
        apply((FieldChange(place, "a", "b"),), declaration())


def test_a_whole_version_can_be_replaced_by_one_of_another_kind() -> None:
    patch = difference(good(), smallest())
    assert [change.place for change in patch] == [""]
    assert apply(patch, good()) == smallest()  # type: ignore[comparison-overlap]
    with pytest.raises(PatchMismatch):
        apply(patch, replace(good(), number=2))


def test_a_line_behind_a_gap_or_a_change_inside_a_change_is_refused() -> None:
    goods = (good(1), good(2))
    for patch in (
        (FieldChange("4", Absent.HERE, good(4)),),
        (FieldChange("1", good(1), Absent.HERE),),
        (FieldChange("1", good(1), good(3)), FieldChange("1/number", 1, 3)),
        (FieldChange("1", good(1), good(3)), FieldChange("1", good(1), good(4))),
    ):
        with pytest.raises(PatchMismatch):
            apply(patch, goods)


def test_a_thing_that_refuses_halves_is_changed_at_once() -> None:
    by_rate = (HeaderCharge(ChargeKind.FREIGHT, ChargeMark.RATE, Decimal(1)),)
    in_total = (HeaderCharge(ChargeKind.FREIGHT, ChargeMark.TOTAL, Decimal(1), "CNY"),)
    patch = difference(by_rate, in_total)
    assert [each.place for each in patch] == ["1/mark", "1/currency"]
    assert apply(patch, by_rate) == in_total


LINES = (RAISINS, WALNUTS, replace(RAISINS, elements=("0", "0", "", "")))
EDITS: dict[str, Callable[[ExportDeclaration, int], ExportDeclaration]] = {
    "another header": lambda one, n: replace(one, packages=n, contract=f"K-{n}"),
    "no producer": lambda one, _: replace(one, producer=None),
    "another producer": lambda one, n: replace(one, producer=DomesticCompany(str(n), "", "")),
    "a charge": lambda one, n: replace(
        one, charges=(HeaderCharge(ChargeKind.FREIGHT, ChargeMark.TOTAL, Decimal(n + 1), "CNY"),)
    ),
    "a rate": lambda one, n: replace(
        one, charges=(HeaderCharge(ChargeKind.FREIGHT, ChargeMark.RATE, Decimal(n + 1)),)
    ),
    "a container": lambda one, n: replace(
        one, containers=(*one.containers, Container(str(n), (n,)))
    ),
    "a line more": lambda one, n: replace(
        one, lines=(*one.lines[:n], LINES[n % 3], *one.lines[n:])
    ),
    "a line less": lambda one, n: replace(one, lines=(*one.lines[:n], *one.lines[n + 1 :])),
    "lines turned round": lambda one, _: replace(one, lines=one.lines[::-1]),
    "lines moved on": lambda one, n: replace(one, lines=(*one.lines[n:], *one.lines[:n])),
    "another quantity": lambda one, n: replace(
        one,
        lines=tuple(
            replace(line, declared=Quantity(Decimal(n), "035"), statutory_2=None)
            for line in one.lines
        ),
    ),
    "another element": lambda one, n: replace(
        one, lines=tuple(replace(line, elements=(*line.elements, str(n))) for line in one.lines)
    ),
}
edits = st.lists(st.tuples(st.sampled_from(sorted(EDITS)), st.integers(0, 9)), max_size=12)


def edited(steps: list[tuple[str, int]]) -> ExportDeclaration:
    made = DECLARATION
    for name, number in steps:
        made = EDITS[name](made, number)
    return made


@given(edits, edits)
def test_a_patch_leads_through_any_edits_there_and_back(
    before: list[tuple[str, int]], after: list[tuple[str, int]]
) -> None:
    old, new = edited(before), edited(after)
    patch = difference(old, new)
    assert apply(patch, old) == new
    assert apply(reversed_patch(patch), new) == old
    assert difference(apply(patch, old), new) == ()
    assert len({each.place for each in patch}) == len(patch)
    assert bool(patch) == (old != new)


@given(edits)
def test_lines_that_swap_are_reported_field_by_field(steps: list[tuple[str, int]]) -> None:
    old = replace(edited(steps), lines=(RAISINS, WALNUTS))
    new = replace(old, lines=(WALNUTS, RAISINS))
    places = {each.place for each in difference(old, new)}
    assert {"lines/1/code", "lines/2/code", "lines/1/statutory_1/amount"} <= places
    assert all(each.startswith("lines/") for each in places)
