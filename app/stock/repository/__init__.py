"""Lots, reservations and the ledger: every query."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime

from app.catalog import repository as catalog
from app.catalog.product import NoSuchProduct
from app.kit.records import read_all, read_column
from app.stock.lot import (
    Allocation,
    BatchDiffers,
    GoodsReceipt,
    Lot,
    MovementKind,
    NoSuchGoods,
    Reservation,
    ReservationState,
)
from app.stock.repository.rows import (
    FreeRecord,
    HeldPiecesRecord,
    ReservationRecord,
    to_reservation,
)
from app.stock.repository.shelf import LotRecord, lot_of
from app.stock.tables import Lot as LotRow
from app.stock.tables import Movement as MovementRow
from app.stock.tables import Reservation as ReservationRow

_FREE = (
    "SELECT product, sum(on_hand - reserved)::bigint AS free FROM lot"
    " WHERE product = ANY({}) AND (best_before IS NULL OR best_before >= {})"
    " GROUP BY product"
)
_SHIFT = (
    "UPDATE lot"
    " SET on_hand = lot.on_hand + change.on_hand, reserved = lot.reserved + change.reserved"
    " FROM unnest({}::integer[], {}::bigint[], {}::bigint[]) AS change (id, on_hand, reserved)"
    " WHERE lot.id = change.id"
)
_RECEIVE = (
    "INSERT INTO lot (product, batch, produced_on, best_before, on_hand, reserved, received_at)"
    " VALUES ({}, {}, {}, {}, {}, 0, {})"
    " ON CONFLICT (product, batch) DO UPDATE SET on_hand = lot.on_hand + EXCLUDED.on_hand"
    " WHERE lot.produced_on = EXCLUDED.produced_on"
    " AND lot.best_before IS NOT DISTINCT FROM EXCLUDED.best_before"
    " RETURNING id"
)
_RESERVATIONS = (
    "SELECT held.*, lot.product, named.sku, lot.batch, lot.produced_on, lot.best_before"
    " FROM reservation AS held JOIN lot ON lot.id = held.lot"
    " JOIN product_sku AS named ON named.id = lot.product"
    " WHERE held.order_number = {} AND held.state <> {} ORDER BY held.position, held.id"
)
"""As SQL: building it with Piccolo takes five times as long, and every carton needs it."""


# Reading.


async def free_by_product(product_ids: Iterable[int], *, on: date) -> dict[int, int]:
    """Return how many units of each product are not reserved; 0 where none are."""
    wanted = list(product_ids)
    rows = await read_all(FreeRecord, LotRow.raw(_FREE, wanted, on)) if wanted else []
    return {**dict.fromkeys(wanted, 0), **{row.product: row.free for row in rows}}


async def count_filled_lots() -> int:
    """Return how many lots have something on the shelf."""
    return int(await LotRow.count().where(LotRow.on_hand > 0))


async def product_of(sku: str) -> tuple[int, int]:
    """Return (product id, shelf life in days) of an article number; raises `NoSuchGoods`."""
    try:
        return await catalog.get_shelf_life(sku)
    except NoSuchProduct as missing:
        raise NoSuchGoods(sku=sku) from missing


async def reservations_of(order_number: str) -> list[Reservation]:
    """List what is held for an order, or has left with it, line by line."""
    query = ReservationRow.raw(_RESERVATIONS, order_number, ReservationState.RELEASED.value)
    return [to_reservation(row) for row in await read_all(ReservationRecord, query)]


# Locking.


async def lock_lots(product_ids: Iterable[int]) -> list[Lot]:
    """Return the products' lots that have free pieces, locked to the end of the transaction.

    Always in the order of their ids, so that two orders never deadlock.
    """
    query = (
        LotRow.select()
        .where(LotRow.product.is_in(sorted(set(product_ids))) & (LotRow.on_hand > LotRow.reserved))
        .order_by(LotRow.id)
        .lock_rows("NO KEY UPDATE")
    )
    return [lot_of(row) for row in await read_all(LotRecord, query)]


async def lock_shelf(product_ids: Iterable[int]) -> None:
    """Lock every lot of the products by id, also those without a free piece.

    Releasing pieces and then reserving others locks them all at once, so that two such
    transactions never deadlock.
    """
    await (
        LotRow.select(LotRow.id)
        .where(LotRow.product.is_in(sorted(set(product_ids))))
        .order_by(LotRow.id)
        .lock_rows("NO KEY UPDATE")
    )


async def _lock_held(order_number: str) -> list[HeldPiecesRecord]:
    """Lock the lots reserved for an order, by id, then return its held reservations."""
    held = (ReservationRow.order_number == order_number) & (
        ReservationRow.state == ReservationState.HELD.value
    )
    lots = await read_column(int, ReservationRow.select(ReservationRow.lot).where(held))
    if not lots:
        return []
    await _lock(lots)
    query = (
        ReservationRow.select().where(held).order_by(ReservationRow.id).lock_rows("NO KEY UPDATE")
    )
    return await read_all(HeldPiecesRecord, query)


async def lock_lots_of(order_numbers: Iterable[str]) -> None:
    """Lock every lot that holds pieces for these orders, by id, before one is shipped.

    Locked order by order, they could deadlock with a buyer's order.
    """
    holds = ReservationRow.order_number.is_in(list(order_numbers))
    await _lock(await read_column(int, ReservationRow.select(ReservationRow.lot).where(holds)))


async def _lock(lot_ids: Iterable[int]) -> None:
    await (
        LotRow.select(LotRow.id)
        .where(LotRow.id.is_in(sorted(set(lot_ids))))
        .order_by(LotRow.id)
        .lock_rows("NO KEY UPDATE")
    )


# Saving.


async def save_receipt(
    product_id: int, receipt: GoodsReceipt, *, at: datetime, by: int | None
) -> int:
    """Add a batch to the shelf and return its lot's id; raises `BatchDiffers`."""
    query = LotRow.raw(
        _RECEIVE,
        product_id,
        receipt.batch,
        receipt.produced_on,
        receipt.best_before,
        receipt.quantity,
        at,
    )
    lot_id = next(iter(await read_column(int, query)), None)
    if lot_id is None:
        raise BatchDiffers(field="batch", batch=receipt.batch)
    await MovementRow(
        lot=lot_id,
        kind=MovementKind.RECEIVED.value,
        quantity=receipt.quantity,
        reference=receipt.batch,
        at=at,
        by=by,
    ).save()
    return lot_id


async def save_reservations(
    order_number: str, allocations: Iterable[Allocation], *, at: datetime, by: int | None
) -> None:
    """Reserve the pieces for the order. The lots must be locked by `lock_lots`."""
    reservations = [
        ReservationRow(
            lot=each.lot_id,
            order_number=order_number,
            position=each.position,
            quantity=each.quantity,
            state=ReservationState.HELD.value,
        )
        for each in allocations
    ]
    await ReservationRow.insert(*reservations)
    changes = Counter[int]()
    for each in reservations:
        changes[each.lot] += each.quantity
    await _shift(dict.fromkeys(changes, 0), reserved=changes)
    await _write(MovementKind.RESERVED, changes, reference=order_number, at=at, by=by)


async def release_reservations(
    order_number: str, *, at: datetime, by: int | None, why: str
) -> None:
    """Release what is held for the order; a second call finds nothing held."""
    changes = _taken(await _lock_held(order_number))
    await _shift(dict.fromkeys(changes, 0), reserved=changes)
    await _settle(order_number, ReservationState.RELEASED)
    await _write(MovementKind.RELEASED, changes, reference=order_number, at=at, by=by, why=why)


async def pass_reservations(quote_number: str, order_number: str, *, at: datetime, by: int) -> None:
    """Pass the reservations of a quote to its order."""
    held = await _lock_held(quote_number)
    gone = _taken(held)
    await ReservationRow.update({ReservationRow.order_number: order_number}).where(
        ReservationRow.id.is_in([row.id for row in held])
    )
    await _write(MovementKind.RELEASED, gone, reference=quote_number, at=at, by=by)
    passed = {lot: -change for lot, change in gone.items()}
    await _write(MovementKind.RESERVED, passed, reference=order_number, at=at, by=by)


async def ship_reservations(order_number: str, *, at: datetime, by: int | None) -> None:
    """Take what is held for the order off the shelf; a second call finds nothing held."""
    changes = _taken(await _lock_held(order_number))
    await _shift(changes, reserved=changes)
    await _settle(order_number, ReservationState.SHIPPED)
    await _write(MovementKind.SHIPPED, changes, reference=order_number, at=at, by=by)


def _taken(rows: Iterable[HeldPiecesRecord]) -> Counter[int]:
    """Return the changes by lot that take the pieces away: below zero."""
    changes = Counter[int]()
    for row in rows:
        changes[row.lot] -= row.quantity
    return changes


async def _shift(on_hand: dict[int, int], *, reserved: dict[int, int]) -> None:
    if reserved:
        ids = sorted(reserved)
        await LotRow.raw(
            _SHIFT, ids, [on_hand[each] for each in ids], [reserved[each] for each in ids]
        )


async def _settle(order_number: str, state: ReservationState) -> None:
    await ReservationRow.update({ReservationRow.state: state.value}).where(
        (ReservationRow.order_number == order_number)
        & (ReservationRow.state == ReservationState.HELD.value)
    )


async def _write(  # noqa: PLR0913 -- a row of the ledger has this many columns
    kind: MovementKind,
    changes: dict[int, int],
    *,
    reference: str,
    at: datetime,
    by: int | None,
    why: str = "",
) -> None:
    rows = [
        MovementRow(
            lot=lot, kind=kind.value, quantity=change, reference=reference, at=at, by=by, why=why
        )
        for lot, change in sorted(changes.items())
    ]
    if rows:
        await MovementRow.insert(*rows)
