"""Receiving goods at the warehouse."""

from datetime import datetime

from app.kit.clock import day_at
from app.kit.db import transaction
from app.stock import store
from app.stock.lot import Receipt, check_receipt


async def receive_lot(receipt: Receipt, *, by: int | None, at: datetime) -> int:
    """Will put a batch on the shelf and give its lot's id.

    The same batch with the same dates is added to; `by` is the person, None at the opening of a
    shop. Raises `NoSuchGoods`, `NothingReceived`, `ProducedLater`, `BestBeforeMissing`,
    `BestBeforeTooEarly` or `BatchDiffers`.
    """
    async with transaction():
        product_id, shelf_life_days = await store.product_of(receipt.sku)
        check_receipt(receipt, shelf_life_days=shelf_life_days, on=day_at(at))
        return await store.keep_receipt(product_id, receipt, at=at, by=by)
