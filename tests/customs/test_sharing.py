"""A shared sum: every coin is given away once, and nobody is a whole coin off."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from moneyed import Money

from customs.sharing import NothingToShareBy, NotWholeCoins, share

weights = st.lists(st.integers(0, 10**9), min_size=1, max_size=60).filter(any)
currencies = st.sampled_from(["KZT", "KGS", "CNY", "JPY", "KWD"])


def coins(amount: Money) -> Fraction:
    return Fraction(amount.amount) * amount.currency.sub_unit


@given(st.integers(-(10**12), 10**15), currencies, weights)
def test_the_parts_add_up_and_each_is_within_a_coin_of_its_share(
    many: int, currency: str, by: list[int]
) -> None:
    one = Money(1, currency)
    total = Money(Decimal(many) / one.currency.sub_unit, currency)
    parts = share(total, by)
    assert len(parts) == len(by)
    assert sum(map(coins, parts)) == many
    for part, weight in zip(parts, by, strict=True):
        assert abs(coins(part) - Fraction(many * weight, sum(by))) < 1
        assert coins(part).denominator == 1


@given(st.integers(0, 10**12), weights)
def test_a_line_without_weight_gets_nothing(many: int, by: list[int]) -> None:
    parts = share(Money(Decimal(many) / 100, "CNY"), by)
    assert all(part.amount == 0 for part, weight in zip(parts, by, strict=True) if weight == 0)


def test_the_coins_left_over_go_to_the_largest_remainders_the_first_line_first() -> None:
    parts = share(Money("1.00", "CNY"), [1, 1, 1])
    assert [part.amount for part in parts] == [Decimal("0.34"), Decimal("0.33"), Decimal("0.33")]
    parts = share(Money("0.05", "CNY"), [10, 25, 15])
    assert [part.amount for part in parts] == [Decimal("0.01"), Decimal("0.03"), Decimal("0.01")]


@pytest.mark.parametrize("by", [[], [0, 0], [3, -1]])
def test_a_sum_is_not_shared_by_nothing(by: list[int]) -> None:
    with pytest.raises(NothingToShareBy):
        share(Money("1.00", "CNY"), by)


def test_a_part_of_a_coin_is_not_shared() -> None:
    with pytest.raises(NotWholeCoins):
        share(Money("1.005", "CNY"), [1, 2])
