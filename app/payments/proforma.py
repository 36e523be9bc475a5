"""Proformas, and checking the money that comes for them."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from moneyed import Money

from app.kit.i18n import N_
from app.kit.refusal import BadInput, Conflict, NotFound
from app.orders.order import Order

HIGHEST_AMOUNT: Final = Decimal(10) ** 13
"""Above any real transfer: a larger amount is a typing error."""


class NoSuchReference(NotFound):
    """No proforma carries this reference."""

    code = "proforma.reference_not_found"
    sentence = N_("There is no proforma invoice with the reference %(reference)s.")


class NothingToPay(Conflict):
    """The order is not waiting for a payment: it gets no proforma."""

    code = "proforma.nothing_to_pay"
    sentence = N_("Order %(number)s does not wait for a payment.")


class NotAnAmount(BadInput):
    """The amount is zero, negative, not finite or above `HIGHEST_AMOUNT`."""

    code = "proforma.not_an_amount"
    sentence = N_("Write an amount above zero.")


class WrongPaymentCurrency(BadInput):
    """The money came in another currency than the proforma asks for."""

    code = "proforma.wrong_currency"
    sentence = N_("The proforma asks for %(expected)s, and this came in %(received)s.")


class WrongAmount(BadInput):
    """The amount is not exactly the proforma's."""

    code = "proforma.wrong_amount"
    sentence = N_("The proforma asks for %(expected)s, and %(received)s came.")


class ReceivedInFuture(BadInput):
    """The day of receipt lies in the future."""

    code = "proforma.received_in_future"
    sentence = N_("The day %(day)s has not come yet.")


class ReceivedTooEarly(BadInput):
    """The day of receipt lies before the day of the proforma."""

    code = "proforma.received_too_early"
    sentence = N_("The proforma was issued later, on %(day)s.")


class AlreadyPaid(Conflict):
    """The proforma is paid already."""

    code = "proforma.already_paid"
    sentence = N_("The proforma %(reference)s is paid already.")


class BankReferenceKnown(Conflict):
    """A payment or refund with the bank's number is entered already."""

    code = "proforma.bank_reference_known"
    sentence = N_("A payment with the bank's number %(bank_reference)s is entered already.")


@dataclass(frozen=True, slots=True)
class Proforma:
    """An order's request for payment. It never changes once it is issued."""

    order_number: str
    order_id: int
    reference: str
    """What the buyer writes in the transfer."""
    amount: Money
    issued_at: datetime
    due_on: date
    id: int = 0


@dataclass(frozen=True, slots=True)
class Received:
    """Money as it stands on the bank's statement."""

    reference: str
    amount: Decimal
    currency: str
    """ISO 4217, as the bank wrote it."""
    received_on: date
    bank_reference: str
    """The bank's own number of the transfer."""


def proforma_reference(year: int, count: int) -> str:
    """Return a proforma's reference, such as PF-2026-000123."""
    return f"PF-{year}-{count:06d}"


def ask_payment(order: Order, *, reference: str, at: datetime, due_on: date) -> Proforma:
    """Return the proforma of an order: its whole total, due before its goods are released."""
    return Proforma(
        order_number=order.number,
        order_id=order.id,
        reference=reference,
        amount=order.total,
        issued_at=at,
        due_on=due_on,
    )


def check_received(received: Received, proforma: Proforma, *, issued_on: date, today: date) -> None:
    """Check that the money is exactly what the proforma asks for.

    Raises `NotAnAmount`, `WrongPaymentCurrency`, `WrongAmount`, `ReceivedInFuture` or
    `ReceivedTooEarly`.
    """
    _check_amount(received, proforma.amount)
    if received.received_on > today:
        raise ReceivedInFuture(field="received_on", day=received.received_on)
    if received.received_on < issued_on:
        raise ReceivedTooEarly(field="received_on", day=issued_on)


def _check_amount(received: Received, expected: Money) -> None:
    if not (received.amount.is_finite() and 0 < received.amount <= HIGHEST_AMOUNT):
        raise NotAnAmount(field="amount")
    code = expected.currency.code
    if received.currency != code:
        raise WrongPaymentCurrency(field="currency", expected=code, received=received.currency)
    came = Money(received.amount, code)
    if came != expected:
        raise WrongAmount(field="amount", expected=expected, received=came)
