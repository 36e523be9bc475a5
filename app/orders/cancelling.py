"""Cancelling an order: who may, and when it happens by itself."""

from datetime import date, timedelta
from typing import Final

from app.accounts.person import Reader, Role
from app.kit.i18n import N_
from app.kit.refusal import NotAllowed
from app.orders.order import Order
from app.orders.placing import PaymentTime

UNPAID: Final = N_("Not paid in time.")
"""The reason saved when an unpaid order is cancelled; translated when it is shown."""


class NotYoursToCancel(NotAllowed):
    """Only the buyer and the operator may cancel an order."""

    code = "order.not_yours_to_cancel"
    sentence = N_("Only the buyer can cancel order %(number)s.")


def check_may_cancel(order: Order, reader: Reader) -> None:
    """Raise `NotYoursToCancel` unless the reader is the operator or of the buyer's company."""
    if reader.role is not Role.OPERATOR and reader.company_id != order.buyer_id:
        raise NotYoursToCancel(number=order.number)


def unpaid_since(today: date, shortest: PaymentTime) -> date:
    """Return the first day whose orders may all still be paid; only older ones need a look."""
    return today - timedelta(days=shortest.days)
