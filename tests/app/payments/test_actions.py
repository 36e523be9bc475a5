"""An order is paid once, by exactly the money its proforma asks for; or nothing happens."""

import asyncio
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from moneyed import Money

from app.kit.refusal import Refusal
from app.orders import actions as orders
from app.orders import repository as kept_orders
from app.orders.order import Order, OrderCannotMove, OrderState
from app.orders.tables import OrderMove
from app.payments import actions
from app.payments.proforma import (
    AlreadyPaid,
    BankReferenceKnown,
    NoSuchReference,
    NotAnAmount,
    NothingToPay,
    Proforma,
    Received,
    ReceivedInFuture,
    ReceivedTooEarly,
    WrongAmount,
    WrongPaymentCurrency,
)
from app.payments.tables import Payment
from app.payments.tables import Proforma as ProformaRow
from tests.app.orders.market import NOON, Market, place

TODAY = date(2026, 11, 23)


async def ordered(market: Market) -> tuple[Order, Proforma]:
    order = await place(market.kazakh, (market.raisins, 100))
    return order, await actions.issue_proforma(order.number, at=NOON)


def transfer(proforma: Proforma, **changes: object) -> Received:
    received = Received(
        reference=proforma.reference,
        amount=proforma.amount.amount,
        currency=proforma.amount.currency.code,
        received_on=TODAY,
        bank_reference="MT103-1",
    )
    return replace(received, **changes)  # type: ignore[arg-type] # by name


async def pay(market: Market, received: Received) -> Order:
    return await actions.enter_payment(received, by=market.operator, at=NOON)


async def test_a_proforma_asks_for_the_whole_order_and_is_issued_once(market: Market) -> None:
    order, proforma = await ordered(market)
    assert proforma.reference == "PF-2026-000001"
    assert proforma.amount == order.total == Money("87651.00", "KZT")
    assert proforma.due_on == date(2026, 11, 28)
    again = await actions.issue_proforma(order.number, at=NOON + timedelta(days=1))
    assert again == proforma
    assert await actions.issue_proformas(at=NOON) == 0
    assert await ProformaRow.count() == 1


async def test_the_worker_asks_for_what_nobody_has_looked_at_yet(market: Market) -> None:
    for _ in range(3):
        await place(market.kazakh, (market.raisins, 10))
    assert await actions.issue_proformas(at=NOON) == 3
    assert await actions.issue_proformas(at=NOON) == 0
    references = await ProformaRow.select(ProformaRow.reference).order_by(ProformaRow.id)
    assert [row["reference"] for row in references] == [f"PF-2026-00000{n}" for n in (1, 2, 3)]


async def test_an_order_given_up_asks_for_nothing(market: Market) -> None:
    order = await place(market.kazakh, (market.raisins, 10))
    await orders.cancel_order(order.number, reader=market.kazakh, at=NOON, why="")
    with pytest.raises(NothingToPay):
        await actions.issue_proforma(order.number, at=NOON)
    assert await ProformaRow.count() == 0


async def test_the_exact_money_pays_the_order_and_the_move_says_who_entered_it(
    market: Market,
) -> None:
    order, proforma = await ordered(market)
    paid = await pay(market, transfer(proforma))
    assert paid.state is OrderState.PAID
    assert (await kept_orders.get_order(order.number)).state is OrderState.PAID
    steps = await kept_orders.timeline(order.id)
    assert [(step.state, step.who) for step in steps] == [
        (OrderState.PLACED, "Aigerim"),
        (OrderState.PAID, "Wei"),
    ]
    row = await Payment.select().first()
    assert row is not None
    assert (row["amount_minor"], row["currency"]) == (8_765_100, "KZT")


WRONG: dict[str, tuple[dict[str, object], type[Refusal]]] = {
    "a coin too little": ({"amount": Decimal("87650.99")}, WrongAmount),
    "a coin too much": ({"amount": Decimal("87651.01")}, WrongAmount),
    "finer than a coin": ({"amount": Decimal("87651.001")}, WrongAmount),
    "nothing": ({"amount": Decimal(0)}, NotAnAmount),
    "less than nothing": ({"amount": Decimal(-5)}, NotAnAmount),
    "no number": ({"amount": Decimal("NaN")}, NotAnAmount),
    "without end": ({"amount": Decimal("Infinity")}, NotAnAmount),
    "in som": ({"currency": "KGS"}, WrongPaymentCurrency),
    "tomorrow": ({"received_on": TODAY + timedelta(days=1)}, ReceivedInFuture),
    "yesterday": ({"received_on": TODAY - timedelta(days=1)}, ReceivedTooEarly),
    "for nobody": ({"reference": "PF-2026-999999"}, NoSuchReference),
}


@pytest.mark.parametrize(("changes", "refusal"), WRONG.values(), ids=WRONG)
async def test_any_other_money_is_refused_by_name_and_nothing_moves(
    market: Market, changes: dict[str, object], refusal: type[Refusal]
) -> None:
    order, proforma = await ordered(market)
    with pytest.raises(refusal):
        await pay(market, transfer(proforma, **changes))
    assert await Payment.count() == 0
    assert (await kept_orders.get_order(order.number)).state is OrderState.PLACED
    assert await OrderMove.count() == 1


async def test_a_cancelled_order_takes_no_money(market: Market) -> None:
    order, proforma = await ordered(market)
    await orders.cancel_order(order.number, reader=market.kazakh, at=NOON, why="")
    with pytest.raises(OrderCannotMove):
        await pay(market, transfer(proforma))
    assert await Payment.count() == 0


async def test_a_second_payment_is_refused(market: Market) -> None:
    _, proforma = await ordered(market)
    await pay(market, transfer(proforma))
    with pytest.raises(AlreadyPaid):
        await pay(market, transfer(proforma, bank_reference="MT103-2"))
    assert await Payment.count() == 1


async def test_one_transfer_pays_one_order(market: Market) -> None:
    _, first = await ordered(market)
    other, second = await ordered(market)
    await pay(market, transfer(first))
    with pytest.raises(BankReferenceKnown):
        await pay(market, transfer(second))
    assert (await kept_orders.get_order(other.number)).state is OrderState.PLACED


async def test_the_same_transfer_entered_five_times_at_once_pays_once(market: Market) -> None:
    _, proforma = await ordered(market)
    entering = [pay(market, transfer(proforma)) for _ in range(5)]
    answers = await asyncio.gather(*entering, return_exceptions=True)
    assert sorted(type(answer).__name__ for answer in answers) == ["AlreadyPaid"] * 4 + ["Order"]
    assert await Payment.count() == 1


async def test_a_payment_and_the_last_day_meet_and_one_of_them_wins(market: Market) -> None:
    order, proforma = await ordered(market)
    late = NOON + timedelta(days=7)
    answers = await asyncio.gather(
        pay(market, transfer(proforma)), orders.expire_unpaid(at=late), return_exceptions=True
    )
    state = (await kept_orders.get_order(order.number)).state
    if isinstance(answers[0], Order):
        assert (state, answers[1]) == (OrderState.PAID, 0)
    else:
        assert isinstance(answers[0], OrderCannotMove)
        assert (state, answers[1]) == (OrderState.CANCELLED, 1)
