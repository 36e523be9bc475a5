"""Differences: places with old and new, and a patch that leads from one version to the other."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from customs.difference import Change, OtherBase, apply, difference
from customs.eaeu.declaration import GoodsDeclaration
from tests.customs.eaeu.making import declaration, good, many_declarations, smallest, yuan


def test_a_change_deep_inside_is_one_place() -> None:
    old = declaration()
    second = replace(old.goods[1], price=yuan("1.00"), net_kg=Decimal(5))
    new = replace(old, goods=(old.goods[0], second, *old.goods[2:]), currency="USD")
    assert difference(old, new) == (
        Change("currency", "CNY", "USD"),
        Change("goods/2/net_kg", Decimal("1000.250"), Decimal(5)),
        Change("goods/2/price", yuan("10000.00"), yuan("1.00")),
    )


def test_the_same_version_has_no_difference() -> None:
    assert difference(declaration(), declaration()) == ()
    assert apply((), declaration()) == declaration()


def test_another_number_of_lines_is_told_whole() -> None:
    old, new = declaration(good(1)), declaration(good(1), good(2))
    places = [change.place for change in difference(old, new)]
    assert "goods" in places
    assert apply(difference(old, new), old) == new


@given(many_declarations(), many_declarations())
def test_a_patch_leads_from_one_version_to_the_other(
    old: GoodsDeclaration, new: GoodsDeclaration
) -> None:
    patch = difference(old, new)
    assert apply(patch, old) == new
    back = tuple(Change(each.place, each.new, each.old) for each in patch)
    assert apply(back, new) == old


@given(many_declarations(), st.sampled_from(["KZ", "KG"]))
def test_a_patch_is_refused_on_another_version(old: GoodsDeclaration, country: str) -> None:
    patch = difference(replace(old, country="UZ"), replace(old, country=country))
    with pytest.raises(OtherBase):
        apply(patch, replace(old, country="TJ"))


@pytest.mark.parametrize(
    "place", ["goods/9/price", "no_such_field", "currency/deeper", "goods/1/price/amount"]
)
def test_a_place_that_there_is_not_is_refused(place: str) -> None:
    with pytest.raises(OtherBase):
        apply((Change(place, "a", "b"),), declaration())


def test_a_whole_version_can_be_replaced_by_one_of_another_kind() -> None:
    patch = difference(good(), smallest())
    assert [change.place for change in patch] == [""]
    assert apply(patch, good()) == smallest()  # type: ignore[comparison-overlap]
    with pytest.raises(OtherBase):
        apply(patch, replace(good(), number=2))
