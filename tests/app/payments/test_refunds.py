"""A refund is at the order's own rate; today's rate makes a difference that is booked."""

import asyncio
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import asyncpg
import pytest
from moneyed import Money

from app.kit.listing import Asked
from app.orders.order import NoSuchOrder, Order
from app.payments import actions, repository
from app.payments.actions import RefundRequest, refund
from app.payments.proforma import BankReferenceKnown, Received
from app.payments.refund import NothingToRefund, TooMuchToRefund
from app.payments.tables import Refund
from app.quotes.quote import NoSuchLine
from app.rates.actions import importing
from tests.app.orders.market import NOON, Market, place, set_spread

TUESDAY = (Path(__file__).parents[2] / "recordings" / "nbk_2026-11-24.xml").read_bytes()
LATER = NOON + timedelta(days=1)


async def paid(market: Market) -> Order:
    order = await place(market.kazakh, (market.raisins, 100))
    proforma = await actions.issue_proforma(order.number, at=NOON)
    money = Received(proforma.reference, proforma.amount.amount, "KZT", NOON.date(), "B-1")
    return await actions.enter_payment(money, by=market.operator, at=NOON)


def refund_request(order: Order, quantity: int = 10, **changes: object) -> RefundRequest:
    fields: dict[str, object] = {
        "order_number": order.number,
        "position": 1,
        "quantity": quantity,
        "bank_reference": f"OUT-{quantity}",
        "why": "Torn bags",
    }
    return RefundRequest(**{**fields, **changes})  # type: ignore[arg-type] # built by name


async def test_a_refund_is_at_the_orders_own_rate_and_the_difference_is_booked(
    market: Market,
) -> None:
    order = await paid(market)
    await importing.import_body("nbk", TUESDAY, source="a test", at=NOON)
    await set_spread(market, "KZT", "9", at=NOON + timedelta(minutes=1))
    booked = await refund(refund_request(order), by=market.operator, at=LATER)
    assert booked.amount == Money("8765.10", "KZT") == order.lines[0].unit_price * 10
    # 11.90 CNY were 855.13 at 71.86, and are 857.28 at 72.04.
    assert booked.fx_difference == Money("21.50", "KZT")
    (entry,) = await repository.list_refunds(order.id)
    assert (entry.refund, entry.who, entry.why) == (booked, "Wei", "Torn bags")


async def test_on_the_same_rate_there_is_no_difference(market: Market) -> None:
    order = await paid(market)
    assert (
        await refund(refund_request(order), by=market.operator, at=NOON)
    ).fx_difference == Money(0, "KZT")


async def test_no_more_is_refunded_than_was_bought_however_many_ask_at_once(
    market: Market,
) -> None:
    order = await paid(market)
    outcomes = await asyncio.gather(
        *(
            refund(
                refund_request(order, 30, bank_reference=f"OUT-{turn}"), by=market.operator, at=NOON
            )
            for turn in range(6)
        ),
        return_exceptions=True,
    )
    kinds = sorted(type(each).__name__ for each in outcomes)
    assert kinds == ["Refund"] * 3 + ["TooMuchToRefund"] * 3
    assert await repository.count_refunded(order.id, 1) == 90
    with pytest.raises(TooMuchToRefund, match="Of this line 10 can still be refunded"):
        await refund(refund_request(order, 11), by=market.operator, at=NOON)
    await refund(refund_request(order, 10), by=market.operator, at=NOON)
    with pytest.raises(TooMuchToRefund):
        await refund(refund_request(order, 1), by=market.operator, at=NOON)


async def test_what_cannot_be_refunded_is_refused_by_name_and_nothing_moves(
    market: Market,
) -> None:
    unpaid = await place(market.rival, (market.raisins, 10))
    order = await paid(market)
    await refund(refund_request(order, 1), by=market.operator, at=NOON)
    for wrong, refusal in (
        (refund_request(unpaid), NothingToRefund),
        (refund_request(order, 0), TooMuchToRefund),
        (refund_request(order, -1), TooMuchToRefund),
        (refund_request(order, position=2), NoSuchLine),
        (refund_request(order, order_number="K-1999-000001"), NoSuchOrder),
        (refund_request(order, 2, bank_reference="OUT-1"), BankReferenceKnown),
    ):
        with pytest.raises(refusal):
            await refund(wrong, by=market.operator, at=NOON)
    assert await Refund.count() == 1


async def test_a_refund_is_sealed_in_the_database(market: Market) -> None:
    order = await paid(market)
    await refund(refund_request(order), by=market.operator, at=NOON)
    with pytest.raises(asyncpg.RestrictViolationError, match="only added"):
        await Refund.update({Refund.fx_difference_minor: 0}, force=True)
    assert (await repository.refund_page(Asked())).items[0].refund.amount.amount == Decimal(
        "8765.10"
    )
