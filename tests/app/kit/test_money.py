"""Money is settled half up, once, and never loses a part of a coin between us and the database."""

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from moneyed import Money

from app.kit.money import Unsettled, from_minor, settle, to_minor

CURRENCIES = {"KZT": 2, "KGS": 2, "CNY": 2, "JPY": 0, "KWD": 3}
currencies = st.sampled_from(sorted(CURRENCIES))
amounts = st.decimals(-(10**12), 10**12, allow_nan=False, allow_infinity=False, places=6)


@given(amounts, currencies)
def test_settling_rounds_half_up_to_the_smallest_coin_and_no_further(
    amount: Decimal, currency: str
) -> None:
    settled = settle(Money(amount, currency)).amount
    coin = Decimal(1).scaleb(-CURRENCIES[currency])
    assert settled == amount.quantize(coin, rounding=ROUND_HALF_UP)
    assert settle(Money(settled, currency)).amount == settled
    assert abs(settled - amount) * 2 <= coin


@given(st.integers(-(10**17), 10**17), currencies)
def test_minor_units_come_back_as_they_went(minor: int, currency: str) -> None:
    assert to_minor(from_minor(minor, currency)) == minor


@pytest.mark.parametrize(
    ("amount", "settled"),
    [("2.005", "2.01"), ("-2.005", "-2.01"), ("4.0999999", "4.10"), ("0.004999", "0.00")],
)
def test_half_a_coin_goes_up_away_from_zero(amount: str, settled: str) -> None:
    assert settle(Money(amount, "CNY")).amount == Decimal(settled)


def test_a_part_of_a_coin_is_not_kept() -> None:
    with pytest.raises(Unsettled) as refused:
        to_minor(Money("1.005", "KZT"))
    assert refused.value.fields == {"amount": "1.005 KZT"}
