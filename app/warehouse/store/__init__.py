"""Picks, cartons and loads: every query."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from piccolo.custom_types import Combinable

from app.catalog.tables import Product as ProductRow
from app.kit.records import read_all
from app.kit.transitions import move_columns, save_transition
from app.orders import store as orders
from app.orders.order import Order, OrderState
from app.stock import store as stock
from app.stock.tables import Lot as LotRow
from app.stock.tables import Promise as PromiseRow
from app.warehouse.carton import (
    CartonItem,
    PackedCartonFacts,
    ToPack,
    Weighed,
    Weights,
)
from app.warehouse.load import Load, LoadMovedOn, LoadState, NoSuchLoad, Vehicle
from app.warehouse.pick import NoSuchPromise
from app.warehouse.store.rows import (
    CartonItemRecord,
    CartonRecord,
    LoadRecord,
    PackedRecord,
    TotalsRecord,
    WeightsRecord,
    load_columns,
    to_facts,
    to_load,
    to_weights,
)
from app.warehouse.tables import Carton as CartonRow
from app.warehouse.tables import CartonItem as CartonItemRow
from app.warehouse.tables import Load as LoadRow
from app.warehouse.tables import LoadMove as LoadMoveRow
from app.warehouse.tables import Pick as PickRow
from app.warehouse.work import Work

# One truck, one load: a second opening with the same plate waits here for the first.
_LOCK_TRUCK = "SELECT pg_advisory_xact_lock(hashtextextended({}, 2))"
_COUNTS = (
    'SELECT load, count(*) AS cartons, count(DISTINCT "order") AS orders,'
    " sum(gross_g)::bigint AS gross_g FROM carton WHERE load = ANY({}) GROUP BY load"
)
_PACKED = (
    "SELECT promise, sum(quantity)::bigint AS packed FROM carton_item"
    " WHERE promise = ANY({}) GROUP BY promise"
)


# Picks.


async def order_of_promise(promise_id: int) -> str:
    """Will give the number of the order that pieces are held for; raises `NoSuchPromise`."""
    chosen = PromiseRow.id == promise_id
    row = await PromiseRow.select(PromiseRow.order_number).where(chosen).first()
    if row is None:
        raise NoSuchPromise(promise=promise_id)
    return str(row["order_number"])


async def picked_of(order_number: str) -> set[int]:
    """Will give the ids of the order's promises that are off the shelf."""
    rows = await PickRow.select(PickRow.promise).where(PickRow.promise.order_number == order_number)
    return {row["promise"] for row in rows}


async def keep_pick(promise_id: int, *, at: datetime, by_id: int) -> None:
    """Will keep who took the pieces from the shelf."""
    await PickRow(promise=promise_id, at=at, by=by_id).save()


# Cartons.


async def to_pack(order_number: str) -> list[ToPack]:
    """Will list what is held for the order, how much of it is packed, and what it weighs."""
    held = await stock.promises_of(order_number)
    weights = await _weights({each.product_id for each in held})
    packed = await _packed([each.id for each in held])
    return [ToPack(each, packed[each.id], weights[each.product_id]) for each in held]


async def _packed(promise_ids: list[int]) -> Counter[int]:
    rows = await read_all(PackedRecord, CartonItemRow.raw(_PACKED, promise_ids))
    return Counter({row.promise: row.packed for row in rows})


async def _weights(product_ids: Iterable[int]) -> dict[int, Weights]:
    wanted = sorted(product_ids)
    if not wanted:
        return {}
    query = ProductRow.select().where(ProductRow.id.is_in(wanted))
    return {row.id: to_weights(row) for row in await read_all(WeightsRecord, query)}


async def count_cartons(order_id: int) -> int:
    """Will give how many cartons the order has."""
    return int(await CartonRow.count().where(CartonRow.order == order_id))


async def keep_carton(
    number: str,
    weighed: Weighed,
    items: Iterable[CartonItem],
    *,
    order_id: int,
    packed: tuple[int, datetime],
) -> None:
    """Will keep a carton with what lies in it; `packed` is by whom (a person's id) and when."""
    by_id, at = packed
    row = CartonRow(
        number=number,
        order=order_id,
        packing=weighed.packing,
        gross_g=weighed.gross_g,
        packed_by=by_id,
        packed_at=at,
    )
    await row.save()
    rows = [
        CartonItemRow(
            carton=row.id, promise=item.promise_id, quantity=item.quantity, net_g=item.net_g
        )
        for item in items
    ]
    await CartonItemRow.insert(*rows)


async def cartons_of(*order_numbers: str) -> list[PackedCartonFacts]:
    """Will list the orders' cartons, order by order, the first packed first."""
    wanted = list(order_numbers)
    return await _facts(CartonRow.order.number.is_in(wanted)) if wanted else []


async def packed_facts(load_number: str) -> list[PackedCartonFacts]:
    """Will list what is packed and aboard the load, order by order, carton by carton."""
    return await _facts(CartonRow.load.number == load_number)


async def _facts(which: Combinable) -> list[PackedCartonFacts]:
    query = (
        CartonRow.select(
            CartonRow.id,
            CartonRow.number,
            CartonRow.packing,
            CartonRow.gross_g,
            CartonRow.order.number.as_alias("order_number"),
        )
        .where(which)
        .order_by(CartonRow.order, CartonRow.id)
    )
    cartons = await read_all(CartonRecord, query)
    return to_facts(cartons, await _items([carton.id for carton in cartons]))


async def _items(carton_ids: list[int]) -> list[CartonItemRecord]:
    if not carton_ids:
        return []
    query = (
        CartonItemRow.select(
            CartonItemRow.carton,
            CartonItemRow.quantity,
            CartonItemRow.net_g,
            CartonItemRow.promise.position.as_alias("position"),
            CartonItemRow.promise._.lot._.batch.as_alias("batch"),
            CartonItemRow.promise._.lot._.produced_on.as_alias("produced_on"),
            CartonItemRow.promise._.lot._.best_before.as_alias("best_before"),
        )
        .where(CartonItemRow.carton.is_in(carton_ids))
        .order_by(CartonItemRow.promise.position, CartonItemRow.id)
    )
    return await read_all(CartonItemRecord, query)


# Loads, read and locked.


async def get_load(number: str) -> Load:
    """Will give the load; raises `NoSuchLoad`."""
    query = LoadRow.select().where(LoadRow.number == number)
    return _one(number, await read_all(LoadRecord, query))


async def lock_load(number: str) -> Load:
    """Will give the load, its row locked to the end of the transaction; raises `NoSuchLoad`.

    Whoever moves a load or what is aboard locks the load first, then orders, then lots, each
    kind by id: so nobody waits in a ring, and the gate never opens while a release is taken back.
    """
    query = (
        LoadRow.select()
        .where(LoadRow.number == number)
        .order_by(LoadRow.id)
        .lock_rows("NO KEY UPDATE")
    )
    return _one(number, await read_all(LoadRecord, query))


async def list_loads(states: Iterable[LoadState]) -> list[Load]:
    """Will list the loads in these states, the newest first."""
    wanted = LoadRow.state.is_in([state.value for state in states])
    query = LoadRow.select().where(wanted).order_by(LoadRow.id, ascending=False)
    return [to_load(row) for row in await read_all(LoadRecord, query)]


async def orders_on(number: str) -> list[str]:
    """Will list the numbers of the orders aboard, by their ids: the order in which to lock."""
    rows = await CartonRow.select(CartonRow.order).where(CartonRow.load.number == number)
    return await orders.list_numbers({row["order"] for row in rows})


async def lock_lots_of(order_numbers: Iterable[str]) -> None:
    """Will lock every lot that holds pieces for these orders, by id, before one is shipped.

    Order by order the lots would be locked in another sequence than a buyer's order locks them.
    """
    rows = await PromiseRow.select(PromiseRow.lot).where(
        PromiseRow.order_number.is_in(list(order_numbers))
    )
    await (
        LotRow.select(LotRow.id)
        .where(LotRow.id.is_in(sorted({row["lot"] for row in rows})))
        .order_by(LotRow.id)
        .lock_rows("NO KEY UPDATE")
    )


async def lock_truck(plate: str) -> None:
    """Will let one load be opened with a plate at a time, to the end of the transaction."""
    await LoadRow.raw(_LOCK_TRUCK, plate)


async def find_load_of_truck(plate: str) -> str:
    """Will give the number of the truck's load that has not left yet; empty when it has none."""
    staying = (LoadRow.truck_plate == plate) & (LoadRow.state != LoadState.DEPARTED.value)
    row = await LoadRow.select(LoadRow.number).where(staying).first()
    return str(row["number"]) if row else ""


async def totals_of(loads: Iterable[Load]) -> dict[int, tuple[int, int, int]]:
    """Will give (orders, cartons, gross grams) by load id; zeros for an empty truck."""
    ids = [load.id for load in loads]
    rows = await read_all(TotalsRecord, LoadRow.raw(_COUNTS, ids))
    found = {row.load: (row.orders, row.cartons, row.gross_g) for row in rows}
    return {load_id: found.get(load_id, (0, 0, 0)) for load_id in ids}


async def count_work() -> Work:
    """Will give how much waits at each step of the warehouse."""
    waiting = await orders.count_by_state()
    released = LoadRow.state == LoadState.RELEASED.value
    return Work(
        to_pick=waiting[OrderState.PAID],
        to_pack=waiting[OrderState.PICKED],
        to_load=waiting[OrderState.PACKED],
        to_let_out=int(await LoadRow.count().where(released)),
    )


# Loads: keeping.


async def keep_new_load(number: str, vehicle: Vehicle, *, at: datetime, by_id: int) -> Load:
    """Will keep a new load with its first move."""
    row = LoadRow(**load_columns(number, vehicle), opened_by=by_id, opened_at=at)
    await row.save()
    load = await get_load(number)
    begun = move_columns(was=None, to=load.state, at=at, by_id=by_id)
    await LoadMoveRow(load=load.id, **begun).save()
    return load


async def keep_load_state(
    load: Load, *, was: LoadState, at: datetime, by_id: int | None, why: str = ""
) -> None:
    """Will keep the load's state and the move that led there; `by_id` None: the house itself.

    Raises `LoadMovedOn` when the load is no longer where it was read.
    """
    columns = move_columns(was=was, to=load.state, at=at, by_id=by_id, why=why)
    history = LoadMoveRow(load=load.id, **columns)
    if not await save_transition(LoadRow, load.id, was=was, to=load.state, history=history):
        raise LoadMovedOn(number=load.number)


async def keep_aboard(order: Order, load: Load) -> None:
    """Will put the order's cartons on the load."""
    await CartonRow.update({CartonRow.load: load.id}).where(CartonRow.order == order.id)


async def keep_ashore(order: Order) -> None:
    """Will take the order's cartons off their load."""
    await CartonRow.update({CartonRow.load: None}).where(CartonRow.order == order.id)


def _one(number: str, rows: list[LoadRecord]) -> Load:
    if not rows:
        raise NoSuchLoad(number=number)
    return to_load(rows[0])
