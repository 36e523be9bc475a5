"""The warehouse's actions in a real database: all of a step, or none of it."""

import asyncio
from dataclasses import replace

import pytest

from app.kit.db import transaction
from app.orders import repository as orders
from app.orders.order import NoSuchOrder, OrderCannotMove, OrderState
from app.orders.terms import UnknownCrossing
from app.stock import repository as stock
from app.stock.lot import ReservationState
from app.stock.tables import Lot, Movement
from app.warehouse import actions, repository
from app.warehouse.carton import MoreThanReserved, PackedMeanwhile, suggest_cartons
from app.warehouse.load import (
    DriverMissing,
    GateShut,
    LoadCannotMove,
    LoadMovedOn,
    LoadState,
    NoSuchLoad,
    NotAboard,
    OtherCrossing,
    PlateMissing,
    TruckTaken,
)
from app.warehouse.pick import AlreadyPicked, NoSuchReservation
from app.warehouse.tables import LoadMove
from app.warehouse.weighing import WeightOff
from tests.app.orders.market import Market, crowd, place
from tests.app.warehouse.walk import (
    KHORGOS,
    LATER,
    TORUGART,
    everything,
    freeze,
    loaded,
    opened,
    pack_all,
    packed,
    paid,
    pick_all,
    picked,
    release,
    released,
)


async def state_of(number: str) -> OrderState:
    return (await orders.get_order(number)).state


# Picking.


async def test_an_order_is_picked_with_its_last_reservation(market: Market) -> None:
    order = await paid(market, market.kazakh, (market.raisins, 250))
    first, second = await stock.reservations_of(order.number)
    assert (first.quantity, second.quantity) == (200, 50)
    after = await actions.pick_reservation(order.number, first.id, by=market.warehouse, at=LATER)
    assert after.state is OrderState.PAID
    assert await repository.picked_of(order.number) == {first.id}
    after = await actions.pick_reservation(order.number, second.id, by=market.warehouse, at=LATER)
    assert after.state is await state_of(order.number) is OrderState.PICKED
    step = (await orders.timeline(order.id))[-1]
    assert (step.state, step.who, step.at) == (OrderState.PICKED, "Ma", LATER)


async def test_a_reservation_is_picked_once(market: Market) -> None:
    order = await paid(market, market.kazakh, (market.raisins, 250))
    first, _ = await stock.reservations_of(order.number)
    await actions.pick_reservation(order.number, first.id, by=market.warehouse, at=LATER)
    before = await everything()
    with pytest.raises(AlreadyPicked):
        await actions.pick_reservation(order.number, first.id, by=market.warehouse, at=LATER)
    assert await everything() == before


async def test_a_reservation_of_another_order_is_not_picked(market: Market) -> None:
    order = await paid(market, market.kazakh, (market.raisins, 50))
    other = await paid(market, market.rival, (market.raisins, 50))
    (others,) = await stock.reservations_of(other.number)
    before = await everything()
    with pytest.raises(NoSuchReservation):
        await actions.pick_reservation(order.number, others.id, by=market.warehouse, at=LATER)
    assert await everything() == before


async def test_two_hands_at_the_same_reservation_pick_it_once(market: Market) -> None:
    order = await paid(market, market.kazakh, (market.raisins, 50))
    (only,) = await stock.reservations_of(order.number)
    answers = await asyncio.gather(
        *(
            actions.pick_reservation(order.number, only.id, by=market.warehouse, at=LATER)
            for _ in range(4)
        ),
        return_exceptions=True,
    )
    assert sorted(type(answer).__name__ for answer in answers) == ["AlreadyPicked"] * 3 + ["Order"]
    assert await state_of(order.number) is OrderState.PICKED


async def test_nothing_is_picked_before_it_is_paid_or_after_it_was_let_go(market: Market) -> None:
    order = await place(market.kazakh, (market.raisins, 50))
    (only,) = await stock.reservations_of(order.number)
    before = await everything()
    with pytest.raises(OrderCannotMove):
        await actions.pick_reservation(order.number, only.id, by=market.warehouse, at=LATER)
    with pytest.raises(NoSuchReservation):
        await actions.pick_reservation(order.number, 999, by=market.warehouse, at=LATER)
    assert await everything() == before
    async with transaction():
        await stock.release_reservations(order.number, at=LATER, by=None, why="")
    with pytest.raises(NoSuchReservation):
        await actions.pick_reservation(order.number, only.id, by=market.warehouse, at=LATER)


# Packing.


async def test_an_order_is_packed_with_its_last_carton(market: Market) -> None:
    order = await picked(market, market.kazakh, (market.raisins, 50), (market.walnuts, 3))
    *most, last = suggest_cartons(await repository.to_pack(order.number))
    assert len(most) == 3
    for each in most:
        await actions.pack_carton(
            order.number, each.weighed(each.expected_g), by=market.warehouse, at=LATER
        )
    assert await state_of(order.number) is OrderState.PICKED
    number = await actions.pack_carton(
        order.number, last.weighed(last.expected_g), by=market.warehouse, at=LATER
    )
    assert number == "C-2026-000004"
    assert await state_of(order.number) is OrderState.PACKED
    cartons = await repository.cartons_of(order.number)
    assert [carton.number for carton in cartons] == [f"C-2026-{n:06d}" for n in (1, 2, 3, 4)]
    assert [carton.gross_g for carton in cartons] == [10_400, 10_400, 5_400, 1_900]
    (item,) = cartons[-1].items
    assert (item.position, item.batch, item.quantity, item.net_g) == (2, "W-1", 3, 1_500)


async def test_a_carton_carries_two_lots_of_one_line(market: Market) -> None:
    order = await picked(market, market.kazakh, (market.raisins, 210))
    await pack_all(market, order.number)
    assert await state_of(order.number) is OrderState.PACKED
    lots = [
        [(item.batch, item.quantity) for item in carton.items]
        for carton in await repository.cartons_of(order.number)
    ]
    assert lots == [[("R-EARLY", 20)]] * 10 + [[("R-LATE", 10)]]


async def test_a_refused_carton_moves_nothing_and_takes_no_number(market: Market) -> None:
    order = await picked(market, market.kazakh, (market.raisins, 30))
    first, second = suggest_cartons(await repository.to_pack(order.number))
    before = await everything()
    with pytest.raises(WeightOff):
        await actions.pack_carton(
            order.number, first.weighed(12_000), by=market.warehouse, at=LATER
        )
    with pytest.raises(PackedMeanwhile):
        await actions.pack_carton(
            order.number, second.weighed(5_400), by=market.warehouse, at=LATER
        )
    too_many = replace(first, pieces=(replace(first.pieces[0], quantity=31),))
    with pytest.raises(MoreThanReserved):
        await actions.pack_carton(
            order.number, too_many.weighed(15_900), by=market.warehouse, at=LATER
        )
    with pytest.raises(NoSuchOrder):
        await actions.pack_carton("K-2026-9", first.weighed(10_400), by=market.warehouse, at=LATER)
    assert await everything() == before


async def test_the_same_carton_sent_many_times_is_packed_once(market: Market) -> None:
    order = await picked(market, market.kazakh, (market.raisins, 40))
    first, _ = suggest_cartons(await repository.to_pack(order.number))
    answers = await asyncio.gather(
        *(
            actions.pack_carton(order.number, first.weighed(10_400), by=market.warehouse, at=LATER)
            for _ in range(4)
        ),
        return_exceptions=True,
    )
    assert sorted(type(answer).__name__ for answer in answers) == ["PackedMeanwhile"] * 3 + ["str"]
    assert len(await repository.cartons_of(order.number)) == 1


async def test_nothing_is_packed_before_all_is_picked_or_after_all_is_packed(
    market: Market,
) -> None:
    order = await paid(market, market.kazakh, (market.raisins, 20))
    (only,) = suggest_cartons(await repository.to_pack(order.number))
    with pytest.raises(OrderCannotMove):
        await actions.pack_carton(order.number, only.weighed(10_400), by=market.warehouse, at=LATER)
    await pick_all(market, order.number)
    await actions.pack_carton(order.number, only.weighed(10_400), by=market.warehouse, at=LATER)
    before = await everything()
    with pytest.raises(OrderCannotMove):
        await actions.pack_carton(order.number, only.weighed(10_400), by=market.warehouse, at=LATER)
    assert await everything() == before


# Loads.


async def test_a_load_is_opened_with_its_plates_in_capitals(market: Market) -> None:
    load = await opened(market, replace(KHORGOS, truck_plate=" kz 123  abc ", driver="Ma  Long "))
    assert (load.number, load.state) == ("L-2026-000001", LoadState.OPEN)
    assert (load.truck_plate, load.driver) == ("KZ 123 ABC", "Ma Long")
    assert await repository.get_load(load.number) == load
    moves = await LoadMove.select(LoadMove.from_state, LoadMove.to_state, LoadMove.by)
    assert moves == [{"from_state": "", "to_state": "open", "by": market.warehouse.person_id}]


async def test_a_load_without_plate_driver_or_way_there_is_refused(market: Market) -> None:
    for vehicle, refusal in (
        (replace(KHORGOS, truck_plate=" "), PlateMissing),
        (replace(KHORGOS, driver=" "), DriverMissing),
        (replace(KHORGOS, destination="KG"), UnknownCrossing),
        (replace(KHORGOS, crossing="moon"), UnknownCrossing),
    ):
        with pytest.raises(refusal):
            await opened(market, vehicle)
    assert await repository.list_loads(LoadState) == []


async def test_a_truck_carries_one_load_until_it_has_left(market: Market) -> None:
    order = await packed(market, market.kazakh, (market.raisins, 20))
    load = await released(market, order.number)
    with pytest.raises(TruckTaken):
        await opened(market)
    await actions.open_gate(load.number, by=market.warehouse, at=LATER)
    assert (await opened(market)).number == "L-2026-000002"


async def test_two_hands_open_one_load_for_one_truck(market: Market) -> None:
    answers = await asyncio.gather(*(opened(market) for _ in range(3)), return_exceptions=True)
    assert sorted(type(answer).__name__ for answer in answers) == ["Load"] + ["TruckTaken"] * 2


async def test_an_order_goes_aboard_with_all_its_cartons_and_comes_off_again(
    market: Market,
) -> None:
    order = await packed(market, market.kazakh, (market.raisins, 30))
    load = await loaded(market, order.number)
    assert await state_of(order.number) is OrderState.LOADED
    assert await repository.orders_on(load.number) == [order.number]
    assert await repository.packed_facts(load.number) == await repository.cartons_of(order.number)
    assert await repository.totals_of([load]) == {load.id: (1, 2, 15_800)}
    await actions.take_off_load(order.number, load.number, by=market.warehouse, at=LATER)
    assert await state_of(order.number) is OrderState.PACKED
    assert await repository.orders_on(load.number) == []
    assert await repository.packed_facts(load.number) == []
    assert await repository.totals_of([load]) == {load.id: (0, 0, 0)}


async def test_orders_aboard_are_listed_in_the_order_in_which_they_are_locked(
    market: Market,
) -> None:
    first = await packed(market, market.kazakh, (market.raisins, 30))
    second = await packed(market, market.rival, (market.raisins, 20))
    load = await loaded(market, second.number, first.number)
    assert await repository.orders_on(load.number) == [first.number, second.number]
    facts = await repository.packed_facts(load.number)
    assert [carton.order_number for carton in facts] == [first.number] * 2 + [second.number]


async def test_only_a_packed_order_that_goes_there_comes_on_an_open_load(market: Market) -> None:
    kyrgyz = await packed(market, market.kyrgyz, (market.raisins, 20))
    unpacked = await picked(market, market.kazakh, (market.raisins, 20))
    load = await opened(market)
    before = await everything()
    with pytest.raises(OtherCrossing):
        await actions.put_on_load(kyrgyz.number, load.number, by=market.warehouse, at=LATER)
    with pytest.raises(OrderCannotMove):
        await actions.put_on_load(unpacked.number, load.number, by=market.warehouse, at=LATER)
    with pytest.raises(NoSuchLoad):
        await actions.put_on_load(kyrgyz.number, "L-9", by=market.warehouse, at=LATER)
    with pytest.raises(NotAboard):
        await actions.take_off_load(kyrgyz.number, load.number, by=market.warehouse, at=LATER)
    assert await everything() == before


async def test_a_frozen_load_takes_nothing_and_gives_nothing(market: Market) -> None:
    aboard = await packed(market, market.kazakh, (market.raisins, 20))
    ashore = await packed(market, market.rival, (market.raisins, 20))
    load = await loaded(market, aboard.number)
    await freeze(market, load.number)
    before = await everything()
    with pytest.raises(LoadCannotMove):
        await actions.put_on_load(ashore.number, load.number, by=market.warehouse, at=LATER)
    with pytest.raises(LoadCannotMove):
        await actions.take_off_load(aboard.number, load.number, by=market.warehouse, at=LATER)
    assert await everything() == before


async def test_an_order_goes_on_one_of_two_loads(market: Market) -> None:
    order = await packed(market, market.kazakh, (market.raisins, 20))
    loads = [await opened(market), await opened(market, replace(KHORGOS, truck_plate="OTHER"))]
    answers = await asyncio.gather(
        *(
            actions.put_on_load(order.number, load.number, by=market.warehouse, at=LATER)
            for load in loads
        ),
        return_exceptions=True,
    )
    assert sorted(type(answer).__name__ for answer in answers) == ["Order", "OrderCannotMove"]
    assert sum([len(await repository.orders_on(load.number)) for load in loads]) == 1


async def test_a_state_is_not_kept_over_one_that_moved_meanwhile(market: Market) -> None:
    load = await opened(market)
    await repository.save_load_state(load.frozen(), was=load.state, at=LATER, by_id=None)
    with pytest.raises(LoadMovedOn):
        await repository.save_load_state(load.frozen(), was=load.state, at=LATER, by_id=None)
    assert await LoadMove.count() == 2


# The gate.


async def test_a_released_load_leaves_with_its_orders_and_its_goods(market: Market) -> None:
    first = await packed(market, market.kazakh, (market.raisins, 210))
    second = await packed(market, market.rival, (market.raisins, 30), (market.walnuts, 4))
    load = await released(market, first.number, second.number)
    departed = await actions.open_gate(load.number, by=market.warehouse, at=LATER)
    assert departed == await repository.get_load(load.number)
    assert departed.state is LoadState.DEPARTED
    for order in (first, second):
        assert await state_of(order.number) is OrderState.DEPARTED
        states = {reservation.state for reservation in await stock.reservations_of(order.number)}
        assert states == {ReservationState.SHIPPED}
    lots = await Lot.select(Lot.batch, Lot.on_hand, Lot.reserved).order_by(Lot.batch)
    assert [tuple(lot.values()) for lot in lots] == [
        ("R-EARLY", 0, 0),
        ("R-LATE", 260, 0),
        ("W-1", 36, 0),
    ]
    shipped = await Movement.select().where(Movement.kind == "shipped")
    assert sum(move["quantity"] for move in shipped) == -244
    assert {move["by"] for move in shipped} == {market.warehouse.person_id}


async def test_the_gate_stays_shut_until_customs_has_released_all(market: Market) -> None:
    order = await packed(market, market.kazakh, (market.raisins, 20))
    load = await loaded(market, order.number)
    before = await everything()
    with pytest.raises(LoadCannotMove):
        await actions.open_gate(load.number, by=market.warehouse, at=LATER)
    assert await everything() == before
    await freeze(market, load.number)
    before = await everything()
    with pytest.raises(GateShut) as refusal:
        await actions.open_gate(load.number, by=market.warehouse, at=LATER)
    assert refusal.value.fields == {"number": load.number, "orders": order.number}
    assert await everything() == before


async def test_one_order_taken_back_keeps_the_whole_truck(market: Market) -> None:
    held = await packed(market, market.kazakh, (market.raisins, 20))
    free = await packed(market, market.rival, (market.raisins, 20))
    load = await released(market, held.number, free.number)
    order = await orders.get_order(held.number)
    await orders.save_state(order.declared(), was=order.state, at=LATER, by_id=None)
    await repository.save_load_state(load.held(), was=load.state, at=LATER, by_id=None)
    before = await everything()
    with pytest.raises(GateShut) as refusal:
        await actions.open_gate(load.number, by=market.warehouse, at=LATER)
    assert refusal.value.fields["orders"] == held.number
    assert await everything() == before


async def test_a_load_leaves_once(market: Market) -> None:
    order = await packed(market, market.kazakh, (market.raisins, 20))
    load = await released(market, order.number)
    answers = await asyncio.gather(
        *(actions.open_gate(load.number, by=market.warehouse, at=LATER) for _ in range(3)),
        return_exceptions=True,
    )
    assert sorted(type(answer).__name__ for answer in answers) == ["Load"] + ["LoadCannotMove"] * 2
    assert await Movement.count().where(Movement.kind == "shipped") == 1


async def test_a_release_taken_back_and_the_gate_never_both_win(market: Market) -> None:
    order = await packed(market, market.kazakh, (market.raisins, 20))
    load = await released(market, order.number)

    async def take_back() -> None:
        async with transaction():
            now = await repository.lock_load(load.number)
            mine = await orders.lock_order(order.number)
            held = now.held()
            await orders.save_state(mine.declared(), was=mine.state, at=LATER, by_id=None)
            await repository.save_load_state(held, was=now.state, at=LATER, by_id=None)

    answers = await asyncio.gather(
        take_back(),
        actions.open_gate(load.number, by=market.warehouse, at=LATER),
        return_exceptions=True,
    )
    refused = [answer for answer in answers if isinstance(answer, GateShut | LoadCannotMove)]
    assert len(refused) == 1
    ended = (await repository.get_load(load.number)).state, await state_of(order.number)
    assert ended in {
        (LoadState.FROZEN, OrderState.DECLARED),
        (LoadState.DEPARTED, OrderState.DEPARTED),
    }


async def test_two_trucks_with_the_same_lots_leave_while_buyers_order(market: Market) -> None:
    """Locked order by order, the lots would be locked crosswise and deadlock."""
    nuts, raisins = (market.walnuts, 2), (market.raisins, 20)
    wanted = ((nuts, raisins), (raisins, nuts)) * 3
    trucks = []
    for place_at, goods in enumerate(wanted):
        numbers = [(await packed(market, market.kazakh, each)).number for each in goods]
        vehicle = replace(KHORGOS, truck_plate=f"TRUCK {place_at}")
        load = await loaded(market, *numbers, vehicle=vehicle)
        await freeze(market, load.number)
        await release(market, load.number)
        trucks.append(load.number)
    buyers = await crowd(3)
    answers = await asyncio.gather(
        *(actions.open_gate(number, by=market.warehouse, at=LATER) for number in trucks),
        *(place(buyer, nuts, raisins) for buyer in buyers),
        return_exceptions=True,
    )
    assert [answer for answer in answers if isinstance(answer, BaseException)] == []


async def test_a_kyrgyz_order_leaves_by_its_own_crossing(market: Market) -> None:
    order = await packed(market, market.kyrgyz, (market.raisins, 20))
    load = await loaded(market, order.number, vehicle=TORUGART)
    assert (load.crossing, load.destination) == ("torugart", "KG")
    assert await state_of(order.number) is OrderState.LOADED
