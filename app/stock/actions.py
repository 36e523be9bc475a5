"""Receiving lots and correcting their counts."""

from datetime import datetime

from app.kit import once
from app.kit.clock import day_at
from app.kit.db import transaction
from app.stock import repository
from app.stock.correction import correct
from app.stock.lot import GoodsReceipt, check_receipt
from app.stock.repository import shelf


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
        return await repository.save_receipt(product_id, receipt, at=at, by=by)


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
