"""Ladder prices and the quantities that may be ordered."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from moneyed import Money

from app.catalog.ladder import (
    BadLadder,
    BelowMinimum,
    Ladder,
    LadderStep,
    OffMultiple,
    check_quantity,
    price_for,
    smallest_quantity,
)
from app.kit.money import CNY, Unsettled, from_minor


def ladder(*steps: tuple[int, str]) -> Ladder:
    return Ladder(tuple(LadderStep(minimum, Money(price, CNY)) for minimum, price in steps))


RAISINS = ladder((10, "28.50"), (100, "26.00"), (1000, "24.90"))


@pytest.mark.parametrize(
    ("quantity", "price"),
    [(10, "28.50"), (99, "28.50"), (100, "26.00"), (999, "26.00"), (1000, "24.90")],
)
def test_the_price_is_that_of_the_highest_step_reached(quantity: int, price: str) -> None:
    assert price_for(RAISINS, quantity) == Money(price, CNY)


def test_below_the_first_step_there_is_no_price() -> None:
    with pytest.raises(BelowMinimum) as refused:
        price_for(RAISINS, 9)
    assert refused.value.fields["minimum"] == 10


@pytest.mark.parametrize(
    "steps",
    [
        (),
        ((100, "26"), (10, "28")),
        ((10, "26"), (10, "28")),
        ((0, "26"),),
        ((1, "0"),),
        ((1, "-1"),),
    ],
)
def test_a_ladder_without_steps_that_rise_is_refused(steps: tuple[tuple[int, str], ...]) -> None:
    with pytest.raises(BadLadder):
        ladder(*steps)


def test_a_ladder_is_in_yuan_to_the_fen() -> None:
    with pytest.raises(BadLadder):
        Ladder((LadderStep(1, Money(5, "USD")),))
    with pytest.raises(Unsettled):
        ladder((1, "5.005"))


@given(
    st.lists(st.integers(1, 10**6), min_size=1, max_size=8, unique=True),
    st.integers(1, 10**7),
)
def test_every_quantity_from_the_first_step_on_has_exactly_its_steps_price(
    minimums: list[int], quantity: int
) -> None:
    steps = tuple(LadderStep(minimum, from_minor(minimum, "CNY")) for minimum in sorted(minimums))
    reached = [minimum for minimum in minimums if minimum <= quantity]
    if reached:
        assert price_for(Ladder(steps), quantity) == from_minor(max(reached), "CNY")
    else:
        with pytest.raises(BelowMinimum):
            price_for(Ladder(steps), quantity)


def test_a_quantity_that_fits_is_taken() -> None:
    assert check_quantity(24, minimum=12, multiple=6) == 24


def test_a_quantity_below_the_minimum_names_the_minimum() -> None:
    for quantity in (11, 0, -24):
        with pytest.raises(BelowMinimum) as refused:
            check_quantity(quantity, minimum=12, multiple=6)
        assert refused.value.fields["minimum"] == 12


def test_a_quantity_off_the_multiple_names_the_nearest_on_both_sides() -> None:
    with pytest.raises(OffMultiple) as refused:
        check_quantity(26, minimum=12, multiple=6)
    assert (refused.value.fields["below"], refused.value.fields["above"]) == (24, 30)
    assert str(refused.value) == "Sold in multiples of 6: order 24 or 30."


def test_a_minimum_off_the_multiple_rises_to_the_next_whole_packing() -> None:
    assert smallest_quantity(minimum=10, multiple=4) == 12
    with pytest.raises(BelowMinimum) as refused:
        check_quantity(10, minimum=10, multiple=4)
    assert refused.value.fields["minimum"] == 12


@given(st.integers(-50, 5000), st.integers(1, 500), st.integers(1, 60))
def test_what_is_offered_instead_is_always_taken(
    quantity: int, minimum: int, multiple: int
) -> None:
    try:
        taken = check_quantity(quantity, minimum=minimum, multiple=multiple)
    except BelowMinimum as refused:
        offered = [refused.fields["minimum"]]
    except OffMultiple as refused:
        offered = [refused.fields["below"], refused.fields["above"]]
    else:
        offered = [taken]
    for better in offered:
        assert isinstance(better, int)
        assert check_quantity(better, minimum=minimum, multiple=multiple) == better
        assert better >= minimum
        assert better % multiple == 0
