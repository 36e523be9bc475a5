"""Orders taken through the warehouse, as far as a test needs them."""

from datetime import timedelta
from typing import Any

from app.accounts.person import Reader
from app.kit.db import DB, transaction
from app.orders import repository as orders
from app.orders.order import Order
from app.stock import repository as stock
from app.warehouse import actions, repository
from app.warehouse.carton import suggest_cartons
from app.warehouse.load import Load, Vehicle
from tests.app.orders.market import NOON, Market, place

LATER = NOON + timedelta(hours=1)
KHORGOS = Vehicle("新A12345", "新A6789挂", "Ma Long", "khorgos", "KZ")
TORUGART = Vehicle("新B77777", "", "Nurlan Asanov", "torugart", "KG")


async def paid(market: Market, reader: Reader, *wanted: tuple[int, int]) -> Order:
    """Place an order and mark it paid."""
    order = await place(reader, *wanted)
    async with transaction():
        await orders.save_state(
            order.paid(), was=order.state, at=NOON, by_id=market.operator.person_id
        )
    return order.paid()


async def pick_all(market: Market, number: str) -> None:
    for reservation in await stock.reservations_of(number):
        await actions.pick_reservation(number, reservation.id, by=market.warehouse, at=LATER)


async def picked(market: Market, reader: Reader, *wanted: tuple[int, int]) -> Order:
    order = await paid(market, reader, *wanted)
    await pick_all(market, order.number)
    return await orders.get_order(order.number)


async def pack_all(market: Market, number: str) -> list[str]:
    return [
        await actions.pack_carton(
            number, each.weighed(each.expected_g), by=market.warehouse, at=LATER
        )
        for each in suggest_cartons(await repository.to_pack(number))
    ]


async def packed(market: Market, reader: Reader, *wanted: tuple[int, int]) -> Order:
    order = await picked(market, reader, *wanted)
    await pack_all(market, order.number)
    return await orders.get_order(order.number)


async def opened(market: Market, vehicle: Vehicle = KHORGOS) -> Load:
    return await actions.open_load(vehicle, by=market.warehouse, at=LATER)


async def loaded(market: Market, *numbers: str, vehicle: Vehicle = KHORGOS) -> Load:
    load = await opened(market, vehicle)
    for number in numbers:
        await actions.put_on_load(number, load.number, by=market.warehouse, at=LATER)
    return load


async def freeze(market: Market, number: str) -> None:
    """Freeze a load and its orders, as `app.declarations` does."""
    by_id = market.declarant.person_id
    async with transaction():
        load = await repository.lock_load(number)
        for each in await repository.orders_on(number):
            order = await orders.lock_order(each)
            await orders.save_state(order.declared(), was=order.state, at=LATER, by_id=by_id)
        await repository.save_load_state(load.frozen(), was=load.state, at=LATER, by_id=by_id)


async def release(market: Market, number: str) -> None:
    """Release a frozen load and its orders, as an answer of customs does."""
    by_id = market.declarant.person_id
    async with transaction():
        load = await repository.lock_load(number)
        for each in await repository.orders_on(number):
            order = await orders.lock_order(each)
            await orders.save_state(order.released(), was=order.state, at=LATER, by_id=by_id)
        await repository.save_load_state(load.released(), was=load.state, at=LATER, by_id=by_id)


async def released(market: Market, *numbers: str) -> Load:
    load = await loaded(market, *numbers)
    await freeze(market, load.number)
    await release(market, load.number)
    return await repository.get_load(load.number)


_MOVING = (
    "lot",
    "movement",
    "reservation",
    "pick",
    "carton",
    "carton_item",
    "load",
    "load_move",
    "purchase_order",
    "order_move",
    "counter",
)


async def everything() -> dict[str, list[dict[str, Any]]]:
    """Return the rows of every table that the warehouse changes."""
    pool = DB.pool
    assert pool is not None
    found = {}
    for table in _MOVING:
        rows = await pool.fetch(f'SELECT * FROM "{table}" ORDER BY 1')  # noqa: S608 -- our names
        found[table] = [dict(row) for row in rows]
    return found
