"""Giving an order up: who may, and when the house does it itself."""

from datetime import date, timedelta
from typing import Final

from app.accounts.person import Reader, Role
from app.kit.i18n import N_
from app.kit.refusal import NotAllowed
from app.orders.order import Order
from app.orders.placing import PaymentTime

UNPAID: Final = N_("Not paid in time.")
"""Why the house cancels an order; translated when it is shown."""


class NotYoursToCancel(NotAllowed):
    """Only the buyer and the operator give an order up."""

    code = "order.not_yours_to_cancel"
    sentence = N_("Only the buyer can cancel order %(number)s.")


def check_may_cancel(order: Order, reader: Reader) -> None:
    """Check the buyer's people and the operator; raises `NotYoursToCancel` else."""
    if reader.role is not Role.OPERATOR and reader.company_id != order.buyer_id:
        raise NotYoursToCancel(number=order.number)


def unpaid_since(today: date, shortest: PaymentTime) -> date:
    """Return the first day whose orders may all still be paid: older ones are looked at."""
    return today - timedelta(days=shortest.days)
