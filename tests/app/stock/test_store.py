"""The shelf in a real database: the ledger adds up, whoever comes at the same time."""

import asyncio
from collections import Counter
from datetime import date, timedelta

import pytest

from app.kit.db import DB, transaction
from app.stock import actions, repository
from app.stock.lot import (
    BatchDiffers,
    GoodsReceipt,
    NoSuchGoods,
    OutOfStock,
    WantedPieces,
    allocate_all,
)
from app.stock.tables import Lot, Movement, Reservation
from tests.app.orders.market import NOON, Market

TODAY = date(2026, 11, 23)
SKU = "RAISINS"


async def reserve(market: Market, number: str, quantity: int) -> None:
    async with transaction():
        lots = await repository.lock_lots([market.walnuts])
        reserved = allocate_all([WantedPieces(1, market.walnuts, quantity)], lots, on=TODAY)
        await repository.save_reservations(number, reserved, at=NOON, by=None)


async def shelf(product: int) -> list[tuple[str, int, int]]:
    rows = await Lot.select().where(Lot.product == product).order_by(Lot.id)
    return [(row["batch"], row["on_hand"], row["reserved"]) for row in rows]


async def receive(batch: str, quantity: int, *, best_before: date = date(2027, 9, 1)) -> int:
    receipt = GoodsReceipt(SKU, batch, date(2026, 10, 1), best_before, quantity)
    return await actions.receive_lot(receipt, by=None, at=NOON)


async def test_a_batch_is_received_and_the_same_batch_is_added_to(market: Market) -> None:
    first = await receive("NEW", 30)
    assert await receive("NEW", 12) == first
    assert (await shelf(market.raisins))[-1] == ("NEW", 42, 0)
    moves = await Movement.select().where(Movement.lot == first).order_by(Movement.id)
    assert [(move["kind"], move["quantity"]) for move in moves] == [
        ("received", 30),
        ("received", 12),
    ]


async def test_a_batch_with_other_dates_is_refused_and_nothing_moves(market: Market) -> None:
    await receive("NEW", 30)
    before = await shelf(market.raisins)
    with pytest.raises(BatchDiffers):
        await receive("NEW", 12, best_before=date(2027, 9, 2))
    assert await shelf(market.raisins) == before
    assert await Movement.count() == 1


async def test_goods_nobody_sells_are_refused(market: Market) -> None:
    assert market.people == []
    with pytest.raises(NoSuchGoods):
        await actions.receive_lot(
            GoodsReceipt("NOTHING", "B", TODAY, None, 1), by=None, at=NOON + timedelta(days=1)
        )
    assert await Movement.count() == 0


async def test_what_is_free_is_what_is_good_and_not_reserved(market: Market) -> None:
    await reserve(market, "K-1", 15)
    products = [market.walnuts, market.raisins, 999]
    assert await repository.free_by_product(products, on=TODAY) == {
        market.walnuts: 25,
        market.raisins: 500,
        999: 0,
    }
    later = await repository.free_by_product(products, on=date(2027, 3, 2))
    assert later[market.raisins] == 300
    assert await repository.free_by_product([], on=TODAY) == {}


async def test_what_is_let_go_is_free_again_and_only_once(market: Market) -> None:
    await reserve(market, "K-1", 15)
    for _ in range(2):
        async with transaction():
            await repository.release_reservations("K-1", at=NOON, by=None, why="Given up")
    assert await shelf(market.walnuts) == [("W-1", 40, 0)]
    assert await repository.reservations_of("K-1") == []
    moves = await Movement.select(Movement.kind, Movement.quantity).order_by(Movement.id)
    assert [(move["kind"], move["quantity"]) for move in moves] == [
        ("promised", 15),
        ("released", -15),
    ]


async def test_what_is_shipped_leaves_the_shelf_and_only_once(market: Market) -> None:
    await reserve(market, "K-1", 15)
    await reserve(market, "K-2", 5)
    for _ in range(2):
        async with transaction():
            await repository.ship_reservations("K-1", at=NOON, by=None)
    assert await shelf(market.walnuts) == [("W-1", 25, 5)]
    assert [each.state for each in await repository.reservations_of("K-1")] == ["shipped"]


async def test_a_reservation_says_what_its_label_says(market: Market) -> None:
    await reserve(market, "K-1", 15)
    (found,) = await repository.reservations_of("K-1")
    assert (found.sku, found.batch, found.quantity) == ("WALNUTS", "W-1", 15)
    assert found.product_id == market.walnuts
    assert found.best_before == date(2027, 8, 1)


async def test_two_connections_never_reserve_the_same_piece(market: Market) -> None:
    """Both want 25 of 40: the second waits for the first one's lock, and is then refused."""
    first_has_locked, may_commit = asyncio.Event(), asyncio.Event()

    async def first() -> None:
        async with transaction():
            lots = await repository.lock_lots([market.walnuts])
            first_has_locked.set()
            await may_commit.wait()
            reserved = allocate_all([WantedPieces(1, market.walnuts, 25)], lots, on=TODAY)
            await repository.save_reservations("K-1", reserved, at=NOON, by=None)

    async def second() -> None:
        await first_has_locked.wait()
        await reserve(market, "K-2", 25)

    async def let_go() -> None:
        await first_has_locked.wait()
        pool = DB.pool
        assert pool is not None
        # Only the server knows that the second one has begun to wait.
        while not await pool.fetchval(  # noqa: ASYNC110 -- as above
            "SELECT count(*) FROM pg_locks WHERE NOT granted"
        ):
            await asyncio.sleep(0.005)
        may_commit.set()

    answers = await asyncio.gather(first(), second(), let_go(), return_exceptions=True)
    assert [type(answer) for answer in answers] == [type(None), OutOfStock, type(None)]
    assert await shelf(market.walnuts) == [("W-1", 40, 25)]


async def test_fifty_buyers_of_the_last_pieces_get_them_all_and_not_one_more(
    market: Market,
) -> None:
    wishes = [1 + n % 4 for n in range(50)]
    buyers = (reserve(market, f"K-{n}", many) for n, many in enumerate(wishes))
    answers = await asyncio.gather(*buyers, return_exceptions=True)
    kinds = Counter(type(answer).__name__ for answer in answers)
    assert set(kinds) == {"NoneType", "OutOfStock"}
    sold = sum(many for many, answer in zip(wishes, answers, strict=True) if answer is None)
    assert await shelf(market.walnuts) == [("W-1", 40, sold)]
    assert 40 - 3 <= sold <= 40
    held = await Reservation.select(Reservation.quantity)
    assert sum(row["quantity"] for row in held) == sold
    moved = await Movement.select(Movement.quantity).where(Movement.kind == "promised")
    assert sum(row["quantity"] for row in moved) == sold
