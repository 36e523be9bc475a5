"""Lots, promises and the ledger: every query."""

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
    Promise,
    PromiseState,
)
from app.stock.repository.rows import FreeRecord, HeldRecord, PromiseRecord, to_promise
from app.stock.repository.shelf import LotRecord, lot_of
from app.stock.tables import Lot as LotRow
from app.stock.tables import Movement as MovementRow
from app.stock.tables import Promise as PromiseRow

_FREE = (
    "SELECT product, sum(on_hand - promised)::bigint AS free FROM lot"
    " WHERE product = ANY({}) AND (best_before IS NULL OR best_before >= {})"
    " GROUP BY product"
)
_SHIFT = (
    "UPDATE lot"
    " SET on_hand = lot.on_hand + change.on_hand, promised = lot.promised + change.promised"
    " FROM unnest({}::integer[], {}::bigint[], {}::bigint[]) AS change (id, on_hand, promised)"
    " WHERE lot.id = change.id"
)
_RECEIVE = (
    "INSERT INTO lot (product, batch, produced_on, best_before, on_hand, promised, received_at)"
    " VALUES ({}, {}, {}, {}, {}, 0, {})"
    " ON CONFLICT (product, batch) DO UPDATE SET on_hand = lot.on_hand + EXCLUDED.on_hand"
    " WHERE lot.produced_on = EXCLUDED.produced_on"
    " AND lot.best_before IS NOT DISTINCT FROM EXCLUDED.best_before"
    " RETURNING id"
)
_PROMISES = (
    "SELECT held.*, lot.product, named.sku, lot.batch, lot.produced_on, lot.best_before"
    " FROM promise AS held JOIN lot ON lot.id = held.lot"
    " JOIN product_sku AS named ON named.id = lot.product"
    " WHERE held.order_number = {} AND held.state <> {} ORDER BY held.position, held.id"
)
"""As text: Piccolo takes five times as long to write it, and it is asked for with every carton."""


# Reading.


async def free_by_product(product_ids: Iterable[int], *, on: date) -> dict[int, int]:
    """Return how many units of each product nobody has been promised; 0 where none are."""
    wanted = list(product_ids)
    rows = await read_all(FreeRecord, LotRow.raw(_FREE, wanted, on)) if wanted else []
    return {**dict.fromkeys(wanted, 0), **{row.product: row.free for row in rows}}


async def product_of(sku: str) -> tuple[int, int]:
    """Return (product id, shelf life in days) of an article number; raises `NoSuchGoods`."""
    try:
        return await catalog.get_shelf_life(sku)
    except NoSuchProduct as missing:
        raise NoSuchGoods(sku=sku) from missing


async def promises_of(order_number: str) -> list[Promise]:
    """List what is held for an order, or has left with it, line by line."""
    query = PromiseRow.raw(_PROMISES, order_number, PromiseState.RELEASED.value)
    return [to_promise(row) for row in await read_all(PromiseRecord, query)]


# Locking.


async def lock_lots(product_ids: Iterable[int]) -> list[Lot]:
    """Return the products' lots that have free pieces, locked to the end of the transaction.

    Always in the order of their ids, so that two orders never wait for each other in a ring.
    """
    query = (
        LotRow.select()
        .where(LotRow.product.is_in(sorted(set(product_ids))) & (LotRow.on_hand > LotRow.promised))
        .order_by(LotRow.id)
        .lock_rows("NO KEY UPDATE")
    )
    return [lot_of(row) for row in await read_all(LotRecord, query)]


async def lock_shelf(product_ids: Iterable[int]) -> None:
    """Lock every lot of the products by id, also those without a free piece.

    Whoever first lets pieces go and then promises others locks them all at once, so that two of
    them never wait for each other in a ring.
    """
    await (
        LotRow.select(LotRow.id)
        .where(LotRow.product.is_in(sorted(set(product_ids))))
        .order_by(LotRow.id)
        .lock_rows("NO KEY UPDATE")
    )


async def _lock_held(order_number: str) -> list[HeldRecord]:
    """Lock the lots of what is held for an order, by id, then give the held promises."""
    held = (PromiseRow.order_number == order_number) & (PromiseRow.state == PromiseState.HELD.value)
    lots = await read_column(int, PromiseRow.select(PromiseRow.lot).where(held))
    if not lots:
        return []
    await _lock(lots)
    query = PromiseRow.select().where(held).order_by(PromiseRow.id).lock_rows("NO KEY UPDATE")
    return await read_all(HeldRecord, query)


async def lock_lots_of(order_numbers: Iterable[str]) -> None:
    """Lock every lot that holds pieces for these orders, by id, before one is shipped.

    Order by order the lots would be locked in another sequence than a buyer's order locks them.
    """
    holds = PromiseRow.order_number.is_in(list(order_numbers))
    await _lock(await read_column(int, PromiseRow.select(PromiseRow.lot).where(holds)))


async def _lock(lot_ids: Iterable[int]) -> None:
    await (
        LotRow.select(LotRow.id)
        .where(LotRow.id.is_in(sorted(set(lot_ids))))
        .order_by(LotRow.id)
        .lock_rows("NO KEY UPDATE")
    )


async def find_order_of_promise(promise_id: int) -> str | None:
    """Return the number of the order that pieces are held for, or None."""
    query = PromiseRow.select(PromiseRow.order_number).where(PromiseRow.id == promise_id)
    return next(iter(await read_column(str, query)), None)


# Keeping.


async def save_receipt(
    product_id: int, receipt: GoodsReceipt, *, at: datetime, by: int | None
) -> int:
    """Add a batch to the shelf and give its lot's id; raises `BatchDiffers`."""
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


async def save_promises(
    order_number: str, allocations: Iterable[Allocation], *, at: datetime, by: int | None
) -> None:
    """Hold the pieces for the order. The lots are locked by `lock_lots`."""
    promises = [
        PromiseRow(
            lot=each.lot_id,
            order_number=order_number,
            position=each.position,
            quantity=each.quantity,
            state=PromiseState.HELD.value,
        )
        for each in allocations
    ]
    await PromiseRow.insert(*promises)
    changes = Counter[int]()
    for each in promises:
        changes[each.lot] += each.quantity
    await _shift(dict.fromkeys(changes, 0), promised=changes)
    await _write(MovementKind.PROMISED, changes, reference=order_number, at=at, by=by)


async def release_promises(order_number: str, *, at: datetime, by: int | None, why: str) -> None:
    """Let go what is held for the order; a second call finds nothing held."""
    changes = _taken(await _lock_held(order_number))
    await _shift(dict.fromkeys(changes, 0), promised=changes)
    await _settle(order_number, PromiseState.RELEASED)
    await _write(MovementKind.RELEASED, changes, reference=order_number, at=at, by=by, why=why)


async def pass_promises(quote_number: str, order_number: str, *, at: datetime, by: int) -> None:
    """Hold for an order what was held for its quote, piece by piece the same."""
    held = await _lock_held(quote_number)
    gone = _taken(held)
    await PromiseRow.update({PromiseRow.order_number: order_number}).where(
        PromiseRow.id.is_in([row.id for row in held])
    )
    await _write(MovementKind.RELEASED, gone, reference=quote_number, at=at, by=by)
    kept = {lot: -change for lot, change in gone.items()}
    await _write(MovementKind.PROMISED, kept, reference=order_number, at=at, by=by)


async def ship_promises(order_number: str, *, at: datetime, by: int | None) -> None:
    """Take what is held for the order off the shelf; a second call finds nothing held."""
    changes = _taken(await _lock_held(order_number))
    await _shift(changes, promised=changes)
    await _settle(order_number, PromiseState.SHIPPED)
    await _write(MovementKind.SHIPPED, changes, reference=order_number, at=at, by=by)


def _taken(rows: Iterable[HeldRecord]) -> Counter[int]:
    """Add up, lot by lot, what is taken away: figures below zero."""
    changes = Counter[int]()
    for row in rows:
        changes[row.lot] -= row.quantity
    return changes


async def _shift(on_hand: dict[int, int], *, promised: dict[int, int]) -> None:
    if promised:
        ids = sorted(promised)
        await LotRow.raw(
            _SHIFT, ids, [on_hand[each] for each in ids], [promised[each] for each in ids]
        )


async def _settle(order_number: str, state: PromiseState) -> None:
    await PromiseRow.update({PromiseRow.state: state.value}).where(
        (PromiseRow.order_number == order_number) & (PromiseRow.state == PromiseState.HELD.value)
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
