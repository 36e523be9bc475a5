"""Issuing proformas, entering payments, and refunding."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from app.accounts.person import Reader
from app.kit import clock, once
from app.kit.db import transaction
from app.kit.money import CNY
from app.kit.numbering import next_number
from app.orders import repository as orders
from app.orders.actions import last_day_to_pay
from app.orders.order import Order, OrderState
from app.payments import repository
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
from app.payments.refund import Refund, refund_line
from app.rates.banks import bank_for
from app.rates.repository import published

_MOST_AT_ONCE: Final = 20


async def issue_proforma(number: str, *, at: datetime) -> Proforma:
    """Return the order's proforma, issuing it the first time.

    Raises `NoSuchOrder`, or `NothingToPay` for an order that waits for no payment and has none.
    """
    async with transaction():
        order = await orders.lock_order(number)
        issued = await repository.find_proforma(order.id)
        return issued or await _issue(order, at=at)


async def _issue(order: Order, *, at: datetime) -> Proforma:
    if order.state is not OrderState.PLACED:
        raise NothingToPay(number=order.number)
    year = clock.day_at(at).year
    reference = proforma_reference(year, await next_number(f"PF-{year}"))
    return await repository.save_proforma(
        ask_payment(order, reference=reference, at=at, due_on=last_day_to_pay(order))
    )


async def issue_proformas(*, at: datetime) -> int:
    """Issue proformas for the orders that have none yet; return how many."""
    numbers = await repository.list_numbers_without_proforma(most=_MOST_AT_ONCE)
    for number in numbers:
        # An order cancelled since the list was read gets no proforma.
        with suppress(NothingToPay):
            await issue_proforma(number, at=at)
    return len(numbers)


async def enter_payment(received: Received, *, by: Reader, at: datetime) -> Order:
    """Enter a payment from the bank's statement and return the paid order.

    Raises `NoSuchReference`, `AlreadyPaid`, `BankReferenceKnown`, `OrderCannotMove` for a
    cancelled order, and what `check_received` raises.
    """
    async with transaction():
        await once.claim()
        proforma = await repository.get_proforma(received.reference)
        order = await orders.lock_order(proforma.order_number)
        await _refuse_second(received, proforma)
        paid = order.paid()
        issued_on = clock.day_at(proforma.issued_at)
        check_received(received, proforma, issued_on=issued_on, today=clock.day_at(at))
        await repository.save_payment(received, proforma=proforma, by=by, at=at)
        await orders.save_state(paid, was=order.state, at=at, by_id=by.person_id)
    return paid


async def _refuse_second(received: Received, proforma: Proforma) -> None:
    if await repository.is_paid(proforma.id):
        raise AlreadyPaid(field="reference", reference=proforma.reference)
    await repository.lock_bank_reference(received.bank_reference)
    if await repository.is_bank_reference_known(received.bank_reference):
        raise BankReferenceKnown(field="bank_reference", bank_reference=received.bank_reference)


@dataclass(frozen=True, slots=True)
class RefundRequest:
    """A refund to book: units of a line, under the bank's number of the transfer, and why."""

    order_number: str
    position: int
    quantity: int
    bank_reference: str
    why: str


async def refund(request: RefundRequest, *, by: Reader, at: datetime) -> Refund:
    """Book a refund at the order's own rate, and the FX difference to the rate of today.

    Raises `NoSuchOrder`, `NothingToRefund`, `NoSuchLine`, `TooMuchToRefund`, `NoRate`, or
    `BankReferenceKnown` when the transfer is entered already.
    """
    async with transaction():
        await once.claim()
        order = await orders.lock_order(request.order_number)
        bank = bank_for(order.currency)
        now = await published.official_in_force(bank.code, CNY.code, bank.day_at(at), at=at)
        booked = refund_line(
            order,
            position=request.position,
            quantity=request.quantity,
            refunded=await repository.count_refunded(order.id, request.position),
            now=now,
        )
        await repository.lock_bank_reference(request.bank_reference)
        if await repository.is_refund_known(request.bank_reference):
            raise BankReferenceKnown(field="bank_reference", bank_reference=request.bank_reference)
        await repository.save_refund(
            booked, bank_reference=request.bank_reference, by=by, at=at, why=request.why
        )
    return booked
