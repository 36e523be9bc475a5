"""Who may see an order, and that an order's state is saved with its move or not at all."""

from datetime import timedelta

import asyncpg
import pytest

from app.accounts.person import Reader
from app.kit.db import transaction
from app.kit.listing import Asked
from app.orders import actions, repository
from app.orders.cancelling import NotYoursToCancel
from app.orders.order import NoSuchOrder, OrderCannotMove, OrderMovedOn, OrderState
from app.orders.order_list import WantedOrders
from app.orders.repository.listing import list_orders
from app.orders.tables import OrderMove
from app.stock.tables import Lot, Reservation
from tests.app.orders.market import NOON, Market, place, requested_terms

LATER = NOON + timedelta(hours=1)


async def reserved() -> int:
    return sum(row["reserved"] for row in await Lot.select(Lot.reserved))


async def test_an_importer_sees_the_own_companys_orders_only(market: Market) -> None:
    order = await place(market.kazakh, (market.raisins, 10))
    assert await repository.get_order_for(market.kazakh, order.number) == order
    with pytest.raises(NoSuchOrder):
        await repository.get_order_for(market.rival, order.number)


async def test_somebody_elses_order_and_a_missing_one_are_answered_alike(market: Market) -> None:
    order = await place(market.kazakh, (market.raisins, 10))
    answers = []
    for number in (order.number, "K-2026-999999"):
        with pytest.raises(NoSuchOrder) as refused:
            await repository.get_order_for(market.rival, number)
        answers.append(str(refused.value).replace(number, "…"))
    assert answers[0] == answers[1]


async def test_a_broker_sees_the_orders_that_name_the_own_firm(market: Market) -> None:
    terms = requested_terms(market.kazakh, broker_id=market.broker.company_id)
    named = await place(market.kazakh, (market.raisins, 10), terms=terms)
    other = await place(market.kazakh, (market.raisins, 10))
    assert await repository.get_order_for(market.broker, named.number) == named
    with pytest.raises(NoSuchOrder):
        await repository.get_order_for(market.broker, other.number)


async def test_operator_warehouse_and_declarant_see_all_and_others_none(market: Market) -> None:
    order = await place(market.kyrgyz, (market.raisins, 10))
    for reader in (market.operator, market.warehouse, market.declarant):
        assert await repository.get_order_for(reader, order.number) == order
    with pytest.raises(NoSuchOrder):
        await repository.get_order_for(market.rates, order.number)


async def test_lists_give_whole_orders_of_the_company_or_the_state(market: Market) -> None:
    first = await place(market.kazakh, (market.raisins, 10), (market.walnuts, 2))
    second = await place(market.kazakh, (market.raisins, 15))
    theirs = await place(market.rival, (market.raisins, 20))
    mine = await list_orders(WantedOrders(buyer_id=market.kazakh.company_id), Asked())
    assert [each.number for each in mine.page.items] == [second.number, first.number]
    assert await repository.list_orders_in([OrderState.PLACED]) == [first, second, theirs]
    assert await repository.list_orders_in([OrderState.PAID]) == []
    assert await repository.list_orders_in([]) == []


async def test_a_state_is_kept_with_who_when_and_why(market: Market) -> None:
    order = await place(market.kazakh, (market.raisins, 10))
    await repository.save_state(
        order.paid(), was=order.state, at=LATER, by_id=market.operator.person_id, why="Seen"
    )
    assert (await repository.get_order(order.number)).state is OrderState.PAID
    step = (await repository.timeline(order.id))[-1]
    assert (step.state, step.at, step.who, step.why) == (OrderState.PAID, LATER, "Wei", "Seen")


async def test_a_state_is_not_kept_over_one_that_moved_meanwhile(market: Market) -> None:
    order = await place(market.kazakh, (market.raisins, 10))
    await actions.cancel_order(order.number, reader=market.kazakh, at=LATER, why="")
    with pytest.raises(OrderMovedOn):
        await repository.save_state(order.paid(), was=order.state, at=LATER, by_id=None)
    assert (await repository.get_order(order.number)).state is OrderState.CANCELLED
    assert await OrderMove.count() == 2


async def test_a_locked_order_waits_for_nobody_twice(market: Market) -> None:
    order = await place(market.kazakh, (market.raisins, 10))
    async with transaction():
        assert await repository.lock_order(order.number) == order
        with pytest.raises(NoSuchOrder):
            await repository.lock_order("K-2026-999999")


async def test_moves_are_only_added(market: Market) -> None:
    await place(market.kazakh, (market.raisins, 10))
    with pytest.raises(asyncpg.RestrictViolationError):
        await OrderMove.update({OrderMove.why: "bent"}, force=True)
    with pytest.raises(asyncpg.RestrictViolationError):
        await OrderMove.delete(force=True)


# Giving up.


async def test_a_cancelled_order_lets_its_goods_go_and_says_who_and_why(market: Market) -> None:
    order = await place(market.kazakh, (market.raisins, 250))
    assert await reserved() == 250
    await actions.cancel_order(order.number, reader=market.kazakh, at=LATER, why="Too late")
    assert await reserved() == 0
    assert (await repository.get_order(order.number)).state is OrderState.CANCELLED
    step = (await repository.timeline(order.id))[-1]
    assert (step.who, step.why) == ("Aigerim", "Too late")
    assert await Reservation.count().where(Reservation.state == "held") == 0


async def nobody_moved(number: str) -> bool:
    order = await repository.get_order(number)
    return order.state is OrderState.PLACED and await reserved() == 10


async def test_nobody_gives_up_somebody_elses_order(market: Market) -> None:
    terms = requested_terms(market.kazakh, broker_id=market.broker.company_id)
    order = await place(market.kazakh, (market.raisins, 10), terms=terms)
    attempts: list[tuple[Reader, type[Exception]]] = [
        (market.rival, NoSuchOrder),
        (market.broker, NotYoursToCancel),
        (market.warehouse, NotYoursToCancel),
    ]
    for reader, refusal in attempts:
        with pytest.raises(refusal):
            await actions.cancel_order(order.number, reader=reader, at=LATER, why="")
        assert await nobody_moved(order.number)


async def test_an_order_is_given_up_once(market: Market) -> None:
    order = await place(market.kazakh, (market.raisins, 10))
    await place(market.kazakh, (market.raisins, 15))
    for attempt in range(2):
        try:
            await actions.cancel_order(order.number, reader=market.operator, at=LATER, why="")
        except OrderCannotMove:
            assert attempt == 1
    assert await reserved() == 15
    assert len(await repository.timeline(order.id)) == 2


async def test_a_paid_order_is_not_given_up(market: Market) -> None:
    order = await place(market.kazakh, (market.raisins, 10))
    await repository.save_state(order.paid(), was=order.state, at=LATER, by_id=None)
    with pytest.raises(OrderCannotMove):
        await actions.cancel_order(order.number, reader=market.kazakh, at=LATER, why="")
    assert await reserved() == 10


async def test_unpaid_orders_are_given_up_when_their_last_day_is_over(market: Market) -> None:
    old = await place(market.kazakh, (market.raisins, 10))
    paid = await place(market.kazakh, (market.raisins, 15))
    await repository.save_state(paid.paid(), was=paid.state, at=LATER, by_id=None)
    fresh = await place(market.kazakh, (market.raisins, 20), at=NOON + timedelta(days=2))
    # In Urumqi the last day ends at 16:00 UTC.
    last_minute = NOON.replace(hour=15, minute=59) + timedelta(days=5)
    assert await actions.expire_unpaid(at=last_minute) == 0
    assert await actions.expire_unpaid(at=last_minute + timedelta(minutes=1)) == 1
    assert await actions.expire_unpaid(at=last_minute + timedelta(minutes=1)) == 0
    states = [(await repository.get_order(each.number)).state for each in (old, paid, fresh)]
    assert states == [OrderState.CANCELLED, OrderState.PAID, OrderState.PLACED]
    assert await reserved() == 35
    step = (await repository.timeline(old.id))[-1]
    assert (step.who, step.why) == ("", "Not paid in time.")
