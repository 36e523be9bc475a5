"""What an order asks to be paid, and the money that comes for it."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from moneyed import Money

from app.kit.i18n import N_
from app.kit.refusal import BadInput, Conflict, NotFound
from app.orders.order import Order

HIGHEST_AMOUNT: Final = Decimal(10) ** 13
"""More than any transfer: an amount above it is a slip of the hand."""


class NoSuchReference(NotFound):
    """No proforma carries this reference."""

    code = "proforma.reference_not_found"
    sentence = N_("There is no proforma invoice with the reference %(reference)s.")


class NothingToPay(Conflict):
    """The order is not waiting for a payment: it gets no proforma."""

    code = "proforma.nothing_to_pay"
    sentence = N_("Order %(number)s does not wait for a payment.")


class NotAnAmount(BadInput):
    """The amount is nothing, below nothing, or no sensible number."""

    code = "proforma.not_an_amount"
    sentence = N_("Write an amount above zero.")


class WrongPaymentCurrency(BadInput):
    """The money came in another currency than the proforma asks for."""

    code = "proforma.wrong_currency"
    sentence = N_("The proforma asks for %(expected)s, and this came in %(received)s.")


class WrongAmount(BadInput):
    """More or less came than the proforma asks for: the exact amount is needed."""

    code = "proforma.wrong_amount"
    sentence = N_("The proforma asks for %(expected)s, and %(received)s came.")


class ReceivedInFuture(BadInput):
    """The money is said to come on a day that has not begun."""

    code = "proforma.received_in_future"
    sentence = N_("The day %(day)s has not come yet.")


class ReceivedTooEarly(BadInput):
    """The money is said to have come before the proforma asked for it."""

    code = "proforma.received_too_early"
    sentence = N_("The proforma was issued later, on %(day)s.")


class AlreadyPaid(Conflict):
    """The proforma has its payment."""

    code = "proforma.already_paid"
    sentence = N_("The proforma %(reference)s is paid already.")


class BankReferenceKnown(Conflict):
    """A payment with the bank's number is entered already: one transfer pays once."""

    code = "proforma.bank_reference_known"
    sentence = N_("A payment with the bank's number %(bank_reference)s is entered already.")


@dataclass(frozen=True, slots=True)
class Proforma:
    """An order's request for payment. It changes no more once it is issued."""

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
    """Return the reference of the year's so-many-th proforma: PF-2026-000123."""
    return f"PF-{year}-{count:06d}"


def ask_payment(order: Order, *, reference: str, at: datetime, due_on: date) -> Proforma:
    """Make the proforma of an order: its whole total, due when its goods are let go."""
    return Proforma(
        order_number=order.number,
        order_id=order.id,
        reference=reference,
        amount=order.total,
        issued_at=at,
        due_on=due_on,
    )


def check_received(received: Received, proforma: Proforma, *, issued_on: date, today: date) -> None:
    """Let exactly the money pass that the proforma asks for.

    Raises `NotAnAmount`, `WrongPaymentCurrency`, `WrongAmount`, `ReceivedInFuture` or
    `ReceivedTooEarly`.
    """
    _check_amount(received, proforma.amount)
    if received.received_on > today:
        raise ReceivedInFuture(field="received_on", day=received.received_on)
    if received.received_on < issued_on:
        raise ReceivedTooEarly(field="received_on", day=issued_on)


def _check_amount(received: Received, asked: Money) -> None:
    if not (received.amount.is_finite() and 0 < received.amount <= HIGHEST_AMOUNT):
        raise NotAnAmount(field="amount")
    code = asked.currency.code
    if received.currency != code:
        raise WrongPaymentCurrency(field="currency", expected=code, received=received.currency)
    came = Money(received.amount, code)
    if came != asked:
        raise WrongAmount(field="amount", expected=asked, received=came)
