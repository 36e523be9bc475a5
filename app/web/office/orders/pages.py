"""Read model of the operator's page of an order."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.accounts import repository as accounts
from app.accounts.company import Company
from app.accounts.person import Reader
from app.orders import repository
from app.orders.order import Order
from app.orders.timeline import OrderStep


@dataclass(frozen=True, slots=True)
class OfficeOrderPage:
    """An order, its buyer and its history."""

    order: Order
    buyer: Company
    broker: str
    """The firm's name; empty when none is named."""
    moves: Sequence[OrderStep]


async def read_order_page(reader: Reader, number: str) -> OfficeOrderPage:
    """Read an order; raises `NoSuchOrder`."""
    order = await repository.get_order_for(reader, number)
    return OfficeOrderPage(
        order=order,
        buyer=await accounts.get_company(order.buyer_id),
        broker=await repository.broker_name(order.id),
        moves=await repository.timeline(order.id),
    )
