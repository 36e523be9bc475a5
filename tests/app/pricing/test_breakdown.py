"""A breakdown adds up and multiplies to the coin, and is saved exactly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from moneyed import Money

from app.kit.money import Unsettled, from_minor
from app.pricing.breakdown import (
    BadBreakdown,
    NoSuchStage,
    PriceBreakdown,
    Stage,
    add_up,
    from_stored,
    to_stored,
)
from app.pricing.stages import get_stage


def of(**minor: int) -> PriceBreakdown:
    return PriceBreakdown(
        tuple(Stage(code, from_minor(each, "KZT")) for code, each in minor.items())
    )


amounts = st.integers(-(10**12), 10**12)


@given(amounts, amounts, amounts, st.integers(1, 10**6))
def test_whole_lines_add_up_as_their_units_do(
    goods: int, spread: int, rounding: int, quantity: int
) -> None:
    unit = of(goods=goods, spread=spread, rounding=rounding)
    line = unit * quantity
    assert line.total == unit.total * quantity
    both = add_up([line, unit])
    assert both.total == line.total + unit.total
    assert both == unit * (quantity + 1)
    assert from_stored(to_stored(line), "KZT") == line


def test_a_stage_that_only_one_line_has_stays_as_it_is() -> None:
    assert of(goods=100, spread=2) + of(goods=50, freight=7) == of(goods=150, spread=2, freight=7)


@pytest.mark.parametrize(
    "stages",
    [
        (),
        (Stage("goods", Money(1, "KZT")), Stage("goods", Money(1, "KZT"))),
        (Stage("goods", Money(1, "KZT")), Stage("spread", Money(1, "KGS"))),
    ],
)
def test_no_stages_one_twice_or_two_currencies_are_no_breakdown(stages: tuple[Stage, ...]) -> None:
    with pytest.raises(BadBreakdown):
        PriceBreakdown(stages)


def test_a_stage_that_is_none_is_refused_by_its_code() -> None:
    with pytest.raises(NoSuchStage, match="A price has no stage freight"):
        of(goods=1).amount("freight")
    with pytest.raises(NoSuchStage, match="A price has no stage freight"):
        get_stage("freight")


def test_an_amount_finer_than_a_coin_is_never_kept() -> None:
    with pytest.raises(Unsettled):
        to_stored(PriceBreakdown((Stage("goods", Money("0.001", "KZT")),)))
