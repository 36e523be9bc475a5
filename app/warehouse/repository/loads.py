"""Loads and what is on them: every query."""

from collections.abc import Collection, Iterable
from datetime import datetime

from piccolo.query.functions.aggregate import Count

from app.kit.records import Record, read_all, read_column
from app.kit.transitions import move_columns, save_transition
from app.orders import repository as orders
from app.orders.order import Order, OrderState
from app.warehouse.load import Load, LoadMovedOn, LoadState, NoSuchLoad, Vehicle
from app.warehouse.repository.rows import LoadRecord, TotalsRecord, new_load_row, to_load
from app.warehouse.tables import Carton as CartonRow
from app.warehouse.tables import Load as LoadRow
from app.warehouse.tables import LoadMove as LoadMoveRow
from app.warehouse.work import WarehouseWork

# One truck has one load: a second opening with the same plate waits here for the first.
_LOCK_TRUCK = "SELECT pg_advisory_xact_lock(hashtextextended({}, 2))"
_COUNTS = (
    'SELECT load, count(*) AS cartons, count(DISTINCT "order") AS orders,'
    " sum(gross_g)::bigint AS gross_g FROM carton WHERE load = ANY({}) GROUP BY load"
)


class LoadCountRecord(Record):
    state: LoadState
    count: int


async def get_load(number: str) -> Load:
    """Return the load; raises `NoSuchLoad`."""
    query = LoadRow.select().where(LoadRow.number == number)
    return _one(number, await read_all(LoadRecord, query))


async def get_loads(numbers: Collection[str]) -> list[Load]:
    """Return the loads with these numbers; missing ones are left out."""
    if not numbers:
        return []
    query = LoadRow.select().where(LoadRow.number.is_in(list(numbers)))
    return [to_load(row) for row in await read_all(LoadRecord, query)]


async def lock_load(number: str) -> Load:
    """Return the load, its row locked to the end of the transaction; raises `NoSuchLoad`.

    Moving a load or what is on it locks the load first, then orders, then lots, each kind by
    id: so there are no deadlocks, and the gate never opens while a release is taken back.
    """
    query = (
        LoadRow.select()
        .where(LoadRow.number == number)
        .order_by(LoadRow.id)
        .lock_rows("NO KEY UPDATE")
    )
    return _one(number, await read_all(LoadRecord, query))


async def list_loads(states: Iterable[LoadState]) -> list[Load]:
    """List the loads in these states, the newest first."""
    wanted = LoadRow.state.is_in([state.value for state in states])
    query = LoadRow.select().where(wanted).order_by(LoadRow.id, ascending=False)
    return [to_load(row) for row in await read_all(LoadRecord, query)]


async def count_loads(states: Iterable[LoadState]) -> dict[LoadState, int]:
    """Count the loads in each of these states."""
    found = dict.fromkeys(states, 0)
    wanted = LoadRow.state.is_in([state.value for state in found])
    query = LoadRow.select(LoadRow.state, Count()).where(wanted).group_by(LoadRow.state)
    for row in await read_all(LoadCountRecord, query):
        found[row.state] = row.count
    return found


async def orders_on(number: str) -> list[str]:
    """List the numbers of the orders aboard, by their ids: the order in which to lock."""
    query = CartonRow.select(CartonRow.order).where(CartonRow.load.number == number)
    return await orders.list_numbers(set(await read_column(int, query)))


async def lock_truck(plate: str) -> None:
    """Serialize the opening of loads with a plate, to the end of the transaction."""
    await LoadRow.raw(_LOCK_TRUCK, plate)


async def find_load_of_truck(plate: str) -> str:
    """Return the number of the truck's load that has not left yet; empty when it has none."""
    staying = (LoadRow.truck_plate == plate) & (LoadRow.state != LoadState.DEPARTED.value)
    found = await read_column(str, LoadRow.select(LoadRow.number).where(staying).limit(1))
    return found[0] if found else ""


async def totals_of(loads: Iterable[Load]) -> dict[int, tuple[int, int, int]]:
    """Return (orders, cartons, gross grams) by load id; zeros for an empty truck."""
    ids = [load.id for load in loads]
    rows = await read_all(TotalsRecord, LoadRow.raw(_COUNTS, ids))
    found = {row.load: (row.orders, row.cartons, row.gross_g) for row in rows}
    return {load_id: found.get(load_id, (0, 0, 0)) for load_id in ids}


async def count_work() -> WarehouseWork:
    """Count what waits at each step of the warehouse."""
    waiting = await orders.count_by_state()
    released = LoadRow.state == LoadState.RELEASED.value
    return WarehouseWork(
        to_pick=waiting[OrderState.PAID],
        to_pack=waiting[OrderState.PICKED],
        to_load=waiting[OrderState.PACKED],
        to_let_out=int(await LoadRow.count().where(released)),
    )


async def save_new_load(number: str, vehicle: Vehicle, *, at: datetime, by_id: int) -> Load:
    """Save a new load with its first move."""
    await new_load_row(number, vehicle, at=at, by_id=by_id).save()
    load = await get_load(number)
    begun = move_columns(was=None, to=load.state, at=at, by_id=by_id)
    await LoadMoveRow(load=load.id, **begun).save()
    return load


async def save_load_state(
    load: Load, *, was: LoadState, at: datetime, by_id: int | None, why: str = ""
) -> None:
    """Save the load's state and the move that led there; `by_id` is None when nobody did it.

    Raises `LoadMovedOn` when the load is no longer where it was read.
    """
    columns = move_columns(was=was, to=load.state, at=at, by_id=by_id, why=why)
    history = LoadMoveRow(load=load.id, **columns)
    if not await save_transition(LoadRow.state, load.id, was=was, to=load.state, history=history):
        raise LoadMovedOn(number=load.number)


async def save_aboard(order: Order, load: Load) -> None:
    """Put the order's cartons on the load."""
    await CartonRow.update({CartonRow.load: load.id}).where(CartonRow.order == order.id)


async def save_ashore(order: Order) -> None:
    """Take the order's cartons off their load."""
    await CartonRow.update({CartonRow.load: None}).where(CartonRow.order == order.id)


def _one(number: str, rows: list[LoadRecord]) -> Load:
    if not rows:
        raise NoSuchLoad(number=number)
    return to_load(rows[0])
