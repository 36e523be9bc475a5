"""Price tags: steps and endings, after conversion, never below the lowest one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from moneyed import Money

from app.kit.money import from_minor, to_minor
from app.rates.rounding import BadRounding, Direction, RoundingRule, round_price

TENS = RoundingRule(1000)
NINETY = RoundingRule(10_000, 9_000)


@pytest.mark.parametrize(
    ("rule", "price", "tag"),
    [
        (RoundingRule(), "876.51", "876.51"),
        (TENS, "875.00", "880.00"),
        (TENS, "874.99", "870.00"),
        (TENS, "880.00", "880.00"),
        (RoundingRule(1000, 0, Direction.UP), "870.01", "880.00"),
        (RoundingRule(1000, 0, Direction.DOWN), "879.99", "870.00"),
        (NINETY, "876.51", "890.00"),
        (NINETY, "839.99", "790.00"),
        (NINETY, "840.00", "890.00"),
        (RoundingRule(10_000, 9_000, Direction.DOWN), "889.99", "790.00"),
        (RoundingRule(10_000, 9_000, Direction.DOWN), "12.00", "90.00"),
        (TENS, "0.01", "10.00"),
    ],
)
def test_a_price_gets_its_tag(rule: RoundingRule, price: str, tag: str) -> None:
    assert round_price(Money(price, "KZT"), rule) == Money(tag, "KZT")


@given(
    minor=st.integers(1, 10**12),
    step=st.integers(1, 10**6),
    ending=st.integers(0, 10**6),
    direction=st.sampled_from(Direction),
    code=st.sampled_from(["JPY", "KZT", "KWD"]),
)
def test_a_tag_is_on_the_grid_above_nothing_and_less_than_a_step_away(
    minor: int, step: int, ending: int, direction: Direction, code: str
) -> None:
    rule = RoundingRule(step, ending % step, direction)
    tag = to_minor(round_price(from_minor(minor, code), rule))
    assert (tag - rule.ending_minor) % step == 0
    assert tag > 0
    lowest = rule.ending_minor or step
    if tag != lowest:
        assert abs(tag - minor) < step
        assert direction is not Direction.UP or tag >= minor
        assert direction is not Direction.DOWN or tag <= minor
        assert direction is not Direction.NEAREST or 2 * abs(tag - minor) <= step


@given(minor=st.integers(1, 10**12), step=st.integers(1, 10**4), ending=st.integers(0, 10**4))
def test_a_tag_stays_as_it_is(minor: int, step: int, ending: int) -> None:
    rule = RoundingRule(step, ending % step)
    once = round_price(from_minor(minor, "KZT"), rule)
    assert round_price(once, rule) == once


@pytest.mark.parametrize(("step", "ending"), [(0, 0), (-1, 0), (10, 10), (10, -1)])
def test_a_rule_without_a_step_or_with_an_ending_beyond_it_is_refused(
    step: int, ending: int
) -> None:
    with pytest.raises(BadRounding):
        RoundingRule(step, ending)
