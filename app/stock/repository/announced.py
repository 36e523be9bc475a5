"""Announced batches: every query."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Final

from piccolo.custom_types import Combinable
from piccolo.query.methods.select import Select

from app.kit.records import Record, read_all
from app.stock.announcement import (
    AnnouncedAlready,
    AnnouncedLot,
    Announcement,
    NoSuchAnnouncement,
)
from app.stock.lot import GoodsReceipt
from app.stock.tables import AnnouncedLot as AnnouncedRow

_SHOWN: Final = 50


class AnnouncedRecord(Record):
    """An announced batch with its product's article number."""

    id: int
    product: int
    sku: str
    batch: str
    produced_on: date
    best_before: date | None
    quantity: int
    cartons: int
    due_on: date
    came: int


async def list_announced(product_ids: Collection[int]) -> list[AnnouncedLot]:
    """List the latest announced batches of these products, those due first first."""
    return await _announced(AnnouncedRow.product.is_in([*product_ids, 0]))


async def list_expected(*, since: date) -> list[AnnouncedLot]:
    """List the batches due since the day, and those of which nothing has come."""
    return await _announced((AnnouncedRow.due_on >= since) | (AnnouncedRow.came == 0))


def _select() -> Select[AnnouncedRow]:
    sku = AnnouncedRow.product._.sku.as_alias("sku")
    return AnnouncedRow.select(*AnnouncedRow.all_columns(), sku)


async def _announced(which: Combinable) -> list[AnnouncedLot]:
    query = _select().where(which).order_by(AnnouncedRow.due_on).order_by(AnnouncedRow.id)
    return [_lot(row) for row in await read_all(AnnouncedRecord, query.limit(_SHOWN))]


async def lock_announcement(announcement_id: int, *, product_ids: list[int]) -> AnnouncedLot:
    """Return an announced batch of these products, locked; raises `NoSuchAnnouncement`."""
    which = (AnnouncedRow.id == announcement_id) & AnnouncedRow.product.is_in([*product_ids, 0])
    locked = AnnouncedRow.select(AnnouncedRow.id).where(which).order_by(AnnouncedRow.id)
    await locked.lock_rows("NO KEY UPDATE")
    for lot in await _announced(which):
        return lot
    raise NoSuchAnnouncement


async def save_announcement(
    product_id: int, announcement: Announcement, *, by_id: int, at: datetime
) -> None:
    """Save an announced batch; raises `AnnouncedAlready`. The product's row must be locked."""
    batch = announcement.batch
    if await AnnouncedRow.exists().where(_of(product_id, batch.batch)):
        raise AnnouncedAlready(field="batch", batch=batch.batch)
    await AnnouncedRow(
        product=product_id,
        batch=batch.batch,
        produced_on=batch.produced_on,
        best_before=batch.best_before,
        quantity=batch.quantity,
        cartons=announcement.cartons,
        due_on=announcement.due_on,
        announced_at=at,
        announced_by=by_id,
    ).save()


async def count_received(product_id: int, receipt: GoodsReceipt) -> None:
    """Count what was received against its announcement, if there is one."""
    await AnnouncedRow.update({AnnouncedRow.came: AnnouncedRow.came + receipt.quantity}).where(
        _of(product_id, receipt.batch)
    )


async def drop_announcement(announcement_id: int) -> None:
    """Delete an announced batch."""
    await AnnouncedRow.delete().where(AnnouncedRow.id == announcement_id)


def _of(product_id: int, batch: str) -> Combinable:
    return (AnnouncedRow.product == product_id) & (AnnouncedRow.batch == batch)


def _lot(row: AnnouncedRecord) -> AnnouncedLot:
    label = GoodsReceipt(row.sku, row.batch, row.produced_on, row.best_before, row.quantity)
    return AnnouncedLot(label, row.cartons, row.due_on, row.id, row.product, row.came)
