"""Which goods orders carry: every query."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from app.accounts import repository as accounts
from app.kit.records import Record, read_all, read_column
from app.orders.order import OrderState
from app.orders.tables import OrderLine as OrderLineRow

_CARRYING: Final = (
    'SELECT DISTINCT "order" FROM order_line'
    ' WHERE "order" = ANY({}::integer[]) AND product = ANY({}::integer[])'
)
_GOODS: Final = (
    "SELECT DISTINCT ON (sku) product, sku, names FROM order_line"
    ' WHERE "order" = ANY({}::integer[]) ORDER BY sku, id'
)

_HOLDING: Final = (
    "SELECT line.product, line.sku, line.quantity, held.state, held.buyer"
    ' FROM order_line AS line JOIN purchase_order AS held ON held.id = line."order"'
    " WHERE line.product = ANY({}::integer[]) AND held.state NOT IN ('departed', 'cancelled')"
    " ORDER BY held.id, line.position"
)


@dataclass(frozen=True, slots=True)
class HoldingLine:
    """A line of an order under way, without the buyer's secrets."""

    product_id: int
    sku: str
    quantity: int
    state: OrderState
    country: str
    """ISO 3166-1 alpha-2 of the buyer's seat."""


@dataclass(frozen=True, slots=True)
class OrderedGoods:
    """Goods of some orders, named as on their first line."""

    product_id: int
    sku: str
    names: dict[str, str]


class OrderedGoodsRecord(Record):
    product: int
    sku: str
    names: dict[str, str]


class HoldingRecord(Record):
    product: int
    sku: str
    quantity: int
    state: OrderState
    buyer: int


async def which_carry(product_ids: Collection[int], order_ids: Collection[int]) -> set[int]:
    """Return the ids of those of the orders that have a line of any of the products."""
    query = OrderLineRow.raw(_CARRYING, list(order_ids), list(product_ids))
    return set(await read_column(int, query))


async def list_goods(order_ids: Collection[int]) -> list[OrderedGoods]:
    """List the goods of these orders by article number, each once."""
    rows = await read_all(OrderedGoodsRecord, OrderLineRow.raw(_GOODS, list(order_ids)))
    return [OrderedGoods(row.product, row.sku, row.names) for row in rows]


async def list_holding(product_ids: Collection[int]) -> list[HoldingLine]:
    """List the lines of orders under way that hold any of the products, the oldest first.

    They say what whoever sells the goods may know: neither the buyer's name nor the price.
    """
    rows = await read_all(HoldingRecord, OrderLineRow.raw(_HOLDING, list(product_ids)))
    countries = await accounts.company_countries()
    return [
        HoldingLine(row.product, row.sku, row.quantity, row.state, countries[row.buyer])
        for row in rows
    ]
