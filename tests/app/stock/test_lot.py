"""First expired, first out: every line whole, or none."""

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.stock.lot import (
    BestBeforeMissing,
    BestBeforeTooEarly,
    GoodsReceipt,
    Lot,
    NothingReceived,
    OutOfStock,
    ProducedLater,
    WantedPieces,
    allocate_all,
    check_receipt,
)

TODAY = date(2026, 11, 23)


def lot(
    number: int,
    *,
    on_hand: int,
    reserved: int = 0,
    product: int = 1,
    good_for: int | None = 100,
) -> Lot:
    return Lot(
        id=number,
        product_id=product,
        batch=f"B{number}",
        produced_on=TODAY - timedelta(days=30),
        best_before=None if good_for is None else TODAY + timedelta(days=good_for),
        on_hand=on_hand,
        reserved=reserved,
    )


def taken(wanted: list[WantedPieces], lots: list[Lot]) -> list[tuple[int, int, int]]:
    return [
        (each.lot_id, each.position, each.quantity) for each in allocate_all(wanted, lots, on=TODAY)
    ]


def test_the_lot_that_expires_first_goes_first() -> None:
    lots = [lot(1, on_hand=50, good_for=300), lot(2, on_hand=20, good_for=60)]
    assert taken([WantedPieces(1, 1, 30)], lots) == [(2, 1, 20), (1, 1, 10)]


def test_goods_that_do_not_age_go_after_those_that_do() -> None:
    lots = [lot(1, on_hand=50, good_for=None), lot(2, on_hand=20)]
    assert taken([WantedPieces(1, 1, 30)], lots) == [(2, 1, 20), (1, 1, 10)]


def test_goods_are_sold_on_their_last_day_and_not_after_it() -> None:
    assert taken([WantedPieces(1, 1, 5)], [lot(1, on_hand=5, good_for=0)]) == [(1, 1, 5)]
    with pytest.raises(OutOfStock) as refused:
        taken([WantedPieces(1, 1, 5)], [lot(1, on_hand=5, good_for=-1)])
    assert refused.value.fields == {"position": 1, "wanted": 5, "free": 0}


def test_reserved_pieces_are_not_reserved_again() -> None:
    with pytest.raises(OutOfStock) as refused:
        taken([WantedPieces(1, 1, 5)], [lot(1, on_hand=10, reserved=6)])
    assert refused.value.fields["free"] == 4


def test_two_lines_of_one_product_share_the_shelf() -> None:
    lots = [lot(1, on_hand=10)]
    assert taken([WantedPieces(1, 1, 6), WantedPieces(2, 1, 4)], lots) == [(1, 1, 6), (1, 2, 4)]
    with pytest.raises(OutOfStock) as refused:
        taken([WantedPieces(1, 1, 6), WantedPieces(2, 1, 5)], lots)
    assert refused.value.fields == {"position": 2, "wanted": 5, "free": 4}


shelves = st.lists(
    st.builds(
        lambda number, on_hand, share, product, good_for: lot(
            number,
            on_hand=on_hand,
            reserved=on_hand * share // 10,
            product=product,
            good_for=good_for,
        ),
        st.integers(1, 10**6),
        st.integers(0, 50),
        st.integers(0, 10),
        st.integers(1, 3),
        st.none() | st.integers(-5, 400),
    ),
    max_size=8,
    unique_by=lambda each: each.id,
)
wishes = st.lists(st.tuples(st.integers(1, 3), st.integers(1, 60)), min_size=1, max_size=4).map(
    lambda pairs: [
        WantedPieces(n, product, many) for n, (product, many) in enumerate(pairs, start=1)
    ]
)


@given(shelves, wishes)
def test_every_line_is_reserved_whole_and_no_lot_beyond_what_is_free(
    lots: list[Lot], wanted: list[WantedPieces]
) -> None:
    sellable = [each for each in lots if each.good_on(TODAY)]
    short = any(
        sum(line.quantity for line in wanted if line.product_id == product)
        > sum(each.free for each in sellable if each.product_id == product)
        for product in {line.product_id for line in wanted}
    )
    if short:
        with pytest.raises(OutOfStock):
            allocate_all(wanted, lots, on=TODAY)
        return
    by_line, by_lot = Counter[int](), Counter[int]()
    for each in allocate_all(wanted, lots, on=TODAY):
        assert each.quantity > 0
        by_line[each.position] += each.quantity
        by_lot[each.lot_id] += each.quantity
    assert by_line == {line.position: line.quantity for line in wanted}
    known = {each.id: each for each in sellable}
    assert all(many <= known[lot_id].free for lot_id, many in by_lot.items())


@given(shelves, st.integers(1, 60))
def test_nothing_is_left_in_a_lot_that_expires_before_one_that_was_touched(
    lots: list[Lot], quantity: int
) -> None:
    mine = [each for each in lots if each.product_id == 1 and each.good_on(TODAY)]
    if sum(each.free for each in mine) < quantity:
        return
    used = Counter[int]()
    for allocation in allocate_all([WantedPieces(1, 1, quantity)], lots, on=TODAY):
        used[allocation.lot_id] += allocation.quantity
    last = max((each.best_before or date.max) for each in mine if used[each.id])
    for each in mine:
        if (each.best_before or date.max) < last:
            assert used[each.id] == each.free


def receipt(
    quantity: int = 5, *, produced_on: date = TODAY, best_before: date | None = None
) -> GoodsReceipt:
    return GoodsReceipt("SKU", "B1", produced_on, best_before, quantity)


@pytest.mark.parametrize(
    ("sent", "refusal"),
    [
        (receipt(0), NothingReceived),
        (receipt(-3), NothingReceived),
        (receipt(produced_on=TODAY + timedelta(days=1)), ProducedLater),
        (receipt(best_before=TODAY), BestBeforeTooEarly),
        (receipt(), BestBeforeMissing),
    ],
)
def test_a_receipt_that_cannot_be_is_refused_by_name(
    sent: GoodsReceipt, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        check_receipt(sent, shelf_life_days=365, on=TODAY)


def test_goods_that_do_not_age_need_no_best_before_date() -> None:
    check_receipt(receipt(), shelf_life_days=0, on=TODAY)
