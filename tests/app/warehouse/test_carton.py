"""Cartons without a database: what fits, and what they may weigh."""

from datetime import date
from decimal import Decimal
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.catalog.units import UnknownPacking
from app.kit.texts import refusal_text
from app.stock.lot import Reservation, ReservationState
from app.warehouse.carton import (
    MoreThanReserved,
    NothingPacked,
    NotOfThisOrder,
    PackedMeanwhile,
    Piece,
    ToPack,
    Weighed,
    Weights,
    is_all_packed,
    pack,
    suggest_cartons,
)
from app.warehouse.weighing import (
    GrossNotAboveNet,
    NotAWeight,
    WeighingTolerance,
    WeightOff,
    grams,
)

NUMBER = "K-2026-000001"
TOLERANCE = WeighingTolerance("carton", percent=3, least_g=200)
packed = partial(pack, tolerance=TOLERANCE)
BOX = Weights(unit_net_g=500, units_per_carton=20, tare_g=400, packing="22")


def reservation(reservation_id: int, quantity: int, *, position: int = 1) -> Reservation:
    return Reservation(
        id=reservation_id,
        lot_id=reservation_id,
        order_number=NUMBER,
        position=position,
        product_id=position,
        sku=f"SKU-{position}",
        batch=f"B-{reservation_id}",
        produced_on=date(2026, 9, 1),
        best_before=date(2027, 9, 1),
        quantity=quantity,
        state=ReservationState.HELD,
    )


def goods(*quantities: int, packed: int = 0, position: int = 1) -> list[ToPack]:
    return [
        ToPack(reservation(number, quantity, position=position), packed, BOX)
        for number, quantity in enumerate(quantities, start=10 * position)
    ]


def weighed(*pieces: tuple[int, int], gross_g: int, packing: str = "22") -> Weighed:
    return Weighed(1, packing, gross_g, tuple(Piece(*each) for each in pieces))


def test_a_box_is_filled_from_the_next_lot_of_its_line() -> None:
    first, second, third = suggest_cartons(goods(30, 15))
    assert first.pieces == (Piece(10, 20),)
    assert second.pieces == (Piece(10, 10), Piece(11, 10))
    assert third.pieces == (Piece(11, 5),)
    assert (first.net_g, first.expected_g) == (10_000, 10_400)
    assert (third.net_g, third.expected_g) == (2_500, 2_900)
    assert [each.position for each in (first, second, third)] == [1, 2, 3]


def test_lines_do_not_share_a_box_and_packed_pieces_are_left_out() -> None:
    found = suggest_cartons([*goods(25, packed=20, position=2), *goods(5)], cartons=1)
    assert [each.pieces for each in found] == [(Piece(10, 5),), (Piece(20, 5),)]
    assert [each.position for each in found] == [2, 3]


@given(
    lines=st.lists(
        st.lists(st.integers(1, 90), min_size=1, max_size=4).map(tuple), min_size=1, max_size=4
    ),
    room=st.integers(1, 40),
)
def test_the_suggested_cartons_hold_every_piece_once_and_none_too_many(
    lines: list[tuple[int, ...]], room: int
) -> None:
    box = Weights(unit_net_g=500, units_per_carton=room, tare_g=400, packing="22")
    wanted = [
        ToPack(each.reservation, 0, box)
        for position, quantities in enumerate(lines, start=1)
        for each in goods(*quantities, position=position)
    ]
    left = {each.reservation.id: each.left for each in wanted}
    for suggestion in suggest_cartons(wanted):
        pieces = sum(piece.quantity for piece in suggestion.pieces)
        assert 0 < pieces <= room
        assert suggestion.net_g == pieces * 500
        assert suggestion.expected_g == suggestion.net_g + 400
        for piece in suggestion.pieces:
            left[piece.reservation_id] -= piece.quantity
    assert set(left.values()) == {0}


@given(quantity=st.integers(1, 20), gross_g=st.integers(0, 20_000))
def test_the_scale_is_believed_within_the_tolerance_above_net_and_nowhere_else(
    quantity: int, gross_g: int
) -> None:
    net_g, expected_g = quantity * 500, quantity * 500 + 400
    carton = weighed((10, quantity), gross_g=gross_g)
    if gross_g <= net_g:
        with pytest.raises(GrossNotAboveNet):
            packed(NUMBER, carton, goods=goods(20), cartons=0)
    elif abs(gross_g - expected_g) > TOLERANCE.grams_of(expected_g):
        with pytest.raises(WeightOff):
            packed(NUMBER, carton, goods=goods(20), cartons=0)
    else:
        (item,) = packed(NUMBER, carton, goods=goods(20), cartons=0)
        assert (item.quantity, item.net_g) == (quantity, net_g)


def test_a_weight_that_is_off_names_what_the_scale_says_and_what_is_expected() -> None:
    with pytest.raises(WeightOff) as refusal:
        packed(
            NUMBER,
            weighed((10, 20), gross_g=12_000),
            goods=goods(20),
            cartons=0,
        )
    assert refusal_text(refusal.value).replace("\u00a0", " ") == (
        "The scale says 12 kg, but 10.4 kg is expected, give or take 0.312 kg."
        " Count the pieces and weigh again."
    )
    with pytest.raises(GrossNotAboveNet) as lighter:
        packed(
            NUMBER,
            weighed((10, 20), gross_g=10_000),
            goods=goods(20),
            cartons=0,
        )
    assert "cannot weigh 10\u00a0kg: the goods alone weigh 10\u00a0kg" in refusal_text(
        lighter.value
    )


def test_more_than_is_left_is_not_packed_not_even_in_two_parts() -> None:
    with pytest.raises(MoreThanReserved):
        packed(
            NUMBER,
            weighed((10, 21), gross_g=10_900),
            goods=goods(20),
            cartons=0,
        )
    with pytest.raises(MoreThanReserved) as refusal:
        packed(
            NUMBER,
            weighed((10, 3), (10, 3), gross_g=3_400),
            goods=goods(20, packed=15),
            cartons=0,
        )
    assert refusal.value.fields == {"left": 5, "sku": "SKU-1", "batch": "B-10", "quantity": 6}


def test_an_empty_box_a_strange_piece_and_a_strange_packing_are_refused() -> None:
    with pytest.raises(NothingPacked):
        packed(NUMBER, weighed(gross_g=400), goods=goods(20), cartons=0)
    with pytest.raises(NothingPacked):
        packed(NUMBER, weighed((10, 0), gross_g=400), goods=goods(20), cartons=0)
    with pytest.raises(NotOfThisOrder):
        packed(NUMBER, weighed((99, 1), gross_g=900), goods=goods(20), cartons=0)
    with pytest.raises(UnknownPacking):
        packed(
            NUMBER,
            weighed((10, 20), gross_g=10_400, packing="77"),
            goods=goods(20),
            cartons=0,
        )


def test_the_same_carton_sent_twice_is_packed_once() -> None:
    with pytest.raises(PackedMeanwhile):
        packed(NUMBER, weighed((10, 20), gross_g=10_400), goods=goods(40, packed=20), cartons=1)


def test_a_box_of_several_goods_counts_the_heaviest_tare() -> None:
    crate = Weights(unit_net_g=1_000, units_per_carton=4, tare_g=900, packing="23")
    mixed = [*goods(2), ToPack(reservation(20, 1, position=2), 0, crate)]
    items = packed(
        NUMBER,
        weighed((10, 2), (20, 1), gross_g=2_900),
        goods=mixed,
        cartons=0,
    )
    assert [(item.reservation_id, item.net_g) for item in items] == [(10, 1_000), (20, 1_000)]


def test_all_is_packed_when_nothing_is_left() -> None:
    assert not is_all_packed(goods(20, packed=19), [])
    assert is_all_packed(goods(20, packed=20), [])


@pytest.mark.parametrize("text", ["NaN", "Infinity", "0", "-1", "10.4005", "10000.001", "1e9"])
def test_what_no_scale_says_is_no_weight(text: str) -> None:
    with pytest.raises(NotAWeight):
        grams(Decimal(text))


@given(weight_g=st.integers(1, 10_000_000))
def test_kilograms_become_grams_without_losing_one(weight_g: int) -> None:
    assert grams(Decimal(weight_g) / 1000) == weight_g
