"""Refunds at the order's own rate, and their FX difference to today's rate."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from moneyed import Money

from app.kit.i18n import N_
from app.kit.refusal import BadInput, Conflict
from app.orders.order import Order, OrderState
from app.pricing.breakdown import GOODS
from app.rates.official import OfficialRate, convert

_NOT_PAID: Final = frozenset({OrderState.PLACED, OrderState.CANCELLED})


class NothingToRefund(Conflict):
    """The order was never paid."""

    code = "refund.nothing_to_refund"
    sentence = N_("Order %(number)s is not paid: there is nothing to refund.")


class TooMuchToRefund(BadInput):
    """More units would be refunded than were bought and not refunded yet."""

    code = "refund.too_much_to_refund"
    sentence = N_("Of this line %(left)s can still be refunded.")


@dataclass(frozen=True, slots=True)
class Refund:
    """Money given back for units of one line."""

    order_number: str
    order_id: int
    position: int
    sku: str
    quantity: int
    amount: Money
    """What the buyer gets back: the unit price of the order × quantity."""
    fx_difference: Money
    """Goods at today's official rate less goods at the order's rate: a gain above zero."""
    rate_id: int
    """The id of today's official rate."""


@dataclass(frozen=True, slots=True)
class RefundEntry:
    """A saved refund: by whom, when, under which transfer and why."""

    refund: Refund
    who: str
    at: datetime
    bank_reference: str
    why: str


def refund_line(
    order: Order, *, position: int, quantity: int, refunded: int, now: OfficialRate
) -> Refund:
    """Return the refund of `quantity` units of a line, of which `refunded` were refunded before.

    The stages are settled once for a unit, as they were for the order. Raises `NothingToRefund`,
    `NoSuchLine`, `TooMuchToRefund`, or `WrongCurrency` when the rate is not for the yuan.
    """
    if order.state in _NOT_PAID:
        raise NothingToRefund(number=order.number)
    line = order.line(position)
    left = line.quantity - refunded
    if not 0 < quantity <= left:
        raise TooMuchToRefund(field="quantity", left=left)
    return Refund(
        order_number=order.number,
        order_id=order.id,
        position=position,
        sku=line.sku,
        quantity=quantity,
        amount=(line.unit * quantity).total,
        fx_difference=(convert(line.list_price, now) - line.unit.amount(GOODS)) * quantity,
        rate_id=now.id,
    )
