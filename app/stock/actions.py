"""Receiving lots and correcting their counts."""

from datetime import datetime

from app.accounts.person import Reader
from app.catalog.repository import owned
from app.kit import once
from app.kit.clock import day_at
from app.kit.db import transaction
from app.stock import repository
from app.stock.announcement import Announcement, check_due
from app.stock.correction import correct
from app.stock.lot import GoodsReceipt, check_receipt
from app.stock.repository import announced, shelf


async def receive_lot(receipt: GoodsReceipt, *, by: int | None, at: datetime) -> int:
    """Put a batch on the shelf and return its lot's id.

    The same batch with the same dates is added to; `by` is the person, None at the opening of a
    shop. Raises `NoSuchGoods`, `NothingReceived`, `ProducedLater`, `BestBeforeMissing`,
    `BestBeforeTooEarly` or `BatchDiffers`.
    """
    async with transaction():
        await once.claim()
        product_id, shelf_life_days = await repository.product_of(receipt.sku)
        check_receipt(receipt, shelf_life_days=shelf_life_days, on=day_at(at))
        await announced.count_received(product_id, receipt)
        return await repository.save_receipt(product_id, receipt, at=at, by=by)


async def announce_lot(announcement: Announcement, *, by: Reader, at: datetime) -> None:
    """Announce a batch of the reader's goods before it comes.

    Raises `NoSuchProduct`, `AnnouncedAlready`, `DayOfArrivalGone`, or as `receive_lot`.
    """
    async with transaction():
        await once.claim()
        batch, today = announcement.batch, day_at(at)
        product = await owned.lock_own(batch.sku, seller_id=by.company_id)
        check_receipt(batch, shelf_life_days=product.shelf_life_days, on=today)
        check_due(announcement, today=today)
        await announced.save_announcement(product.id, announcement, by_id=by.person_id, at=at)


async def withdraw_announcement(announcement_id: int, *, by: Reader) -> None:
    """Withdraw an announced batch of which nothing has come.

    Raises `NoSuchAnnouncement` or `CameAlready`.
    """
    async with transaction():
        own = [product.id for product in await owned.list_own(by.company_id)]
        lot = await announced.lock_announcement(announcement_id, product_ids=own)
        lot.check_waiting()
        await announced.drop_announcement(lot.id)


async def correct_lot(lot_id: int, *, counted: int, by: int, at: datetime, why: str) -> int:
    """Set what a lot holds to what was counted, and return the change.

    The ledger records the change and the reason. Raises `NoSuchLot`, `NothingToCorrect`,
    or `BelowReserved` when more is held for orders.
    """
    async with transaction():
        await once.claim()
        lot = await shelf.lock_lot(lot_id)
        change = correct(lot, counted)
        await shelf.save_correction(lot, change, at=at, by=by, why=why)
    return change
