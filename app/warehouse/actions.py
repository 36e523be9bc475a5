"""Picking, packing, loading, and opening the gate.

Locks are always taken in one order: load, then orders by id, then lots by id, then counters.
"""

from collections.abc import Iterable
from datetime import datetime

from app.accounts import repository as accounts
from app.accounts.person import Reader
from app.countries.repository import get_buyer
from app.kit import once
from app.kit.clock import day_at
from app.kit.db import transaction
from app.kit.numbering import next_number
from app.orders import repository as orders
from app.orders.order import Order, OrderState
from app.orders.terms import get_crossing
from app.reference import current
from app.stock import repository as stock
from app.warehouse import repository
from app.warehouse.carton import Weighed, carton_number, is_all_packed, pack
from app.warehouse.lists import WEIGHING
from app.warehouse.load import (
    Load,
    TruckTaken,
    Vehicle,
    check_state,
    check_vehicle,
    let_out,
    load_number,
    put_aboard,
    take_off,
)
from app.warehouse.pick import check_pick, left_to_pick


async def pick_reservation(
    order_number: str, reservation_id: int, *, by: Reader, at: datetime
) -> Order:
    """Take a reservation's pieces from the shelf; the last one makes its order picked.

    Raises `NoSuchOrder`, `NoSuchReservation` (of another order too), `AlreadyPicked`, or
    `OrderCannotMove` for an order that is not paid.
    """
    async with transaction():
        await once.claim()
        order = await orders.lock_order(order_number)
        held = await stock.reservations_of(order_number)
        picked = await repository.picked_of(order_number)
        check_pick(reservation_id, held=held, picked=picked)
        check_state(order, OrderState.PAID)
        await repository.save_pick(reservation_id, at=at, by_id=by.person_id)
        if left_to_pick(held, picked={*picked, reservation_id}):
            return order
        return await _save(order.picked(), was=order.state, by=by, at=at)


async def pack_carton(order_number: str, weighed: Weighed, *, by: Reader, at: datetime) -> str:
    """Save a weighed carton and return its number; the last one makes its order packed.

    Raises `NoSuchOrder`, `OrderCannotMove` for an order that is not picked, and what `pack`
    raises.
    """
    async with transaction():
        await once.claim()
        order = await orders.lock_order(order_number)
        check_state(order, OrderState.PICKED)
        goods = await repository.to_pack(order_number)
        items = pack(
            order_number,
            weighed,
            goods=goods,
            cartons=await repository.count_cartons(order.id),
            tolerance=current.edition().get(WEIGHING, "carton", on=day_at(at)),
        )
        year = day_at(at).year
        number = carton_number(year, await next_number(f"C-{year}"))
        await repository.save_carton(
            number, weighed, items, order_id=order.id, packed=(by.person_id, at)
        )
        if is_all_packed(goods, items):
            await _save(order.packed(), was=order.state, by=by, at=at)
    return number


async def open_load(vehicle: Vehicle, *, by: Reader, at: datetime) -> Load:
    """Open a load for a truck.

    Raises `PlateMissing`, `DriverMissing`, `CountryNotServed`, `UnknownCrossing` for a crossing
    that does not lead to the destination, or `TruckTaken`.
    """
    tidy = check_vehicle(vehicle)
    country = get_buyer(tidy.destination, on=day_at(at))
    get_crossing(tidy.crossing, country=country, on=day_at(at))
    async with transaction():
        await once.claim()
        await repository.lock_truck(tidy.truck_plate)
        taken = await repository.find_load_of_truck(tidy.truck_plate)
        if taken:
            raise TruckTaken(field="truck_plate", plate=tidy.truck_plate, number=taken)
        year = day_at(at).year
        number = load_number(year, await next_number(f"L-{year}"))
        return await repository.save_new_load(number, tidy, at=at, by_id=by.person_id)


async def put_on_load(order_number: str, number: str, *, by: Reader, at: datetime) -> Order:
    """Put all cartons of a packed order on an open load.

    Raises `NoSuchLoad`, `NoSuchOrder`, `LoadCannotMove`, `OrderCannotMove`, `OtherCrossing` or
    `OtherDestination`.
    """
    async with transaction():
        await once.claim()
        load = await repository.lock_load(number)
        order = await orders.lock_order(order_number)
        buyer = await accounts.get_company(order.buyer_id)
        loaded = put_aboard(load, order, country=buyer.country)
        await repository.save_aboard(order, load)
        return await _save(loaded, was=order.state, by=by, at=at, why=number)


async def take_off_load(order_number: str, number: str, *, by: Reader, at: datetime) -> Order:
    """Take all cartons of an order off a load that is still open.

    Raises `NoSuchLoad`, `NoSuchOrder`, `LoadCannotMove` or `NotAboard`.
    """
    async with transaction():
        await once.claim()
        load = await repository.lock_load(number)
        order = await orders.lock_order(order_number)
        packed = take_off(load, order, aboard=await repository.orders_on(number))
        await repository.save_ashore(order)
        return await _save(packed, was=order.state, by=by, at=at, why=number)


async def open_gate(number: str, *, by: Reader, at: datetime) -> Load:
    """Let a released load out: its orders depart and their goods leave the shelf, all or none.

    Raises `NoSuchLoad`, `GateShut` or `LoadCannotMove`. The load's row is locked first, so
    that an answer of customs that takes a release back comes wholly before or after.
    """
    async with transaction():
        await once.claim()
        load = await repository.lock_load(number)
        aboard = [await orders.lock_order(each) for each in await repository.orders_on(number)]
        departed = let_out(load, aboard)
        await _ship(aboard, by=by, at=at)
        await repository.save_load_state(departed, was=load.state, at=at, by_id=by.person_id)
    return departed


async def _ship(aboard: Iterable[Order], *, by: Reader, at: datetime) -> None:
    leaving = list(aboard)
    await stock.lock_lots_of(order.number for order in leaving)
    for order in leaving:
        await stock.ship_reservations(order.number, at=at, by=by.person_id)
        await _save(order.departed(), was=order.state, by=by, at=at)


async def _save(moved: Order, *, was: OrderState, by: Reader, at: datetime, why: str = "") -> Order:
    await orders.save_state(moved, was=was, at=at, by_id=by.person_id, why=why)
    return moved
