"""A seller announces a batch, and what is received is counted against it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.catalog.product import NoSuchProduct
from app.stock import actions
from app.stock.announcement import (
    AnnouncedAlready,
    Announcement,
    CameAlready,
    DayOfArrivalGone,
    NoSuchAnnouncement,
)
from app.stock.lot import BestBeforeTooEarly, GoodsReceipt
from app.stock.repository import announced
from app.stock.tables import AnnouncedLot
from tests.app.orders.market import NOON, Market

BATCH = GoodsReceipt("RAISINS", "R-NEW", date(2026, 11, 1), date(2027, 11, 1), 200)
COMING = Announcement(BATCH, cartons=10, due_on=date(2026, 11, 25))


async def came(market: Market) -> list[tuple[int, int]]:
    return [(lot.came, lot.difference) for lot in await announced.list_announced([market.raisins])]


async def test_what_is_received_is_counted_and_the_difference_named(market: Market) -> None:
    await actions.announce_lot(COMING, by=market.seller, at=NOON)
    assert await came(market) == [(0, -200)]
    for quantity in (150, 60):
        receipt = replace(BATCH, quantity=quantity)
        await actions.receive_lot(receipt, by=market.warehouse.person_id, at=NOON)
    assert await came(market) == [(210, 10)]
    (lot,) = await announced.list_expected(since=COMING.due_on)
    with pytest.raises(CameAlready):
        await actions.withdraw_announcement(lot.id, by=market.seller)
    assert await came(market) == [(210, 10)]


async def test_an_announcement_that_does_not_fit_is_refused(market: Market) -> None:
    await actions.announce_lot(COMING, by=market.seller, at=NOON)
    before = await AnnouncedLot.select()
    other = replace(COMING, batch=replace(BATCH, batch="R-2"))
    for wrong, by, refusal in (
        (COMING, market.seller, AnnouncedAlready),
        (other, market.other_seller, NoSuchProduct),
        (replace(other, due_on=NOON.date() - timedelta(days=1)), market.seller, DayOfArrivalGone),
        (
            replace(other, batch=replace(BATCH, batch="R-2", best_before=date(2026, 10, 1))),
            market.seller,
            BestBeforeTooEarly,
        ),
    ):
        with pytest.raises(refusal):
            await actions.announce_lot(wrong, by=by, at=NOON)
    assert await AnnouncedLot.select() == before


async def test_a_batch_is_withdrawn_by_its_own_company_alone(market: Market) -> None:
    await actions.announce_lot(COMING, by=market.seller, at=NOON)
    (lot,) = await announced.list_announced([market.raisins])
    with pytest.raises(NoSuchAnnouncement):
        await actions.withdraw_announcement(lot.id, by=market.other_seller)
    await actions.withdraw_announcement(lot.id, by=market.seller)
    assert await came(market) == []
