"""Legal rounding: half up, kilograms exactly, and never below one."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from customs.rounding import BeyondCounting, NoWeight, exact_kg, half_up, header_kg


@pytest.mark.parametrize(
    ("amount", "decimals", "rounded"),
    [
        ("2.5", 0, "3"),
        ("-2.5", 0, "-3"),
        ("1.005", 2, "1.01"),
        ("1.00499", 2, "1.00"),
        ("0.00005", 4, "0.0001"),
    ],
)
def test_half_goes_up(amount: str, decimals: int, rounded: str) -> None:
    assert str(half_up(Decimal(amount), decimals)) == rounded


def test_a_figure_of_more_digits_than_are_counted_exactly_is_refused() -> None:
    assert half_up(Decimal(10) ** 25, 2) == Decimal(10) ** 25
    with pytest.raises(BeyondCounting):
        half_up(Decimal(10) ** 26, 2)


@given(st.integers(1000, 10**10))
def test_grams_are_kept_in_kilograms(grams: int) -> None:
    assert exact_kg(grams) * 1000 == grams
    assert header_kg(grams) == exact_kg(grams)


def test_below_a_kilogram_one_is_declared() -> None:
    assert header_kg(999) == 1
    assert header_kg(1) == 1


@pytest.mark.parametrize("grams", [0, -5])
def test_goods_without_weight_are_refused(grams: int) -> None:
    with pytest.raises(NoWeight):
        header_kg(grams)
