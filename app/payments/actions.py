"""Asking for payment, and taking it."""

from contextlib import suppress
from datetime import datetime
from typing import Final

from app.accounts.person import Reader
from app.kit import clock
from app.kit.db import transaction
from app.kit.numbering import next_number
from app.orders import store as orders
from app.orders.order import Order, OrderState
from app.payments import store
from app.payments.proforma import (
    AlreadyPaid,
    BankReferenceKnown,
    NothingToPay,
    Proforma,
    Received,
    ask_payment,
    check_received,
    proforma_reference,
)

_MOST_AT_ONCE: Final = 20


async def issue_proforma(number: str, *, at: datetime) -> Proforma:
    """Will give the order's proforma, issuing it the first time it is asked for.

    Raises `NoSuchOrder`, or `NothingToPay` for an order that waits for no payment and has none.
    """
    async with transaction():
        order = await orders.lock_order(number)
        issued = await store.find_proforma(order.id)
        return issued or await _issue(order, at=at)


async def _issue(order: Order, *, at: datetime) -> Proforma:
    if order.state is not OrderState.PLACED:
        raise NothingToPay(number=order.number)
    year = clock.day_at(at).year
    reference = proforma_reference(year, await next_number(f"PF-{year}"))
    placed_on = clock.day_at(order.placed_at)
    return await store.keep_proforma(
        ask_payment(order, reference=reference, at=at, placed_on=placed_on)
    )


async def issue_proformas(*, at: datetime) -> int:
    """Will ask payment for the orders that were placed since; gives how many."""
    numbers = await store.list_numbers_without_proforma(most=_MOST_AT_ONCE)
    for number in numbers:
        # An order given up since the list was read asks for nothing any more.
        with suppress(NothingToPay):
            await issue_proforma(number, at=at)
    return len(numbers)


async def enter_payment(received: Received, *, by: Reader, at: datetime) -> Order:
    """Will take the money that stands on the bank's statement: the order is paid, all or nothing.

    Raises `NoSuchReference`, `AlreadyPaid`, `BankReferenceKnown`, `OrderCannotMove` for a
    cancelled order, and what `check_received` raises.
    """
    async with transaction():
        proforma = await store.get_proforma(received.reference)
        order = await orders.lock_order(proforma.order_number)
        await _refuse_second(received, proforma)
        paid = order.paid()
        issued_on = clock.day_at(proforma.issued_at)
        check_received(received, proforma, issued_on=issued_on, today=clock.day_at(at))
        await store.keep_payment(received, proforma=proforma, by=by, at=at)
        await orders.keep_state(paid, was=order.state, at=at, by_id=by.person_id)
    return paid


async def _refuse_second(received: Received, proforma: Proforma) -> None:
    if await store.is_paid(proforma.id):
        raise AlreadyPaid(field="reference", reference=proforma.reference)
    await store.lock_bank_reference(received.bank_reference)
    if await store.is_bank_reference_known(received.bank_reference):
        raise BankReferenceKnown(field="bank_reference", bank_reference=received.bank_reference)
