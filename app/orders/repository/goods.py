"""Which goods orders carry: every query."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from app.kit.records import Record, read_all, read_column
from app.orders.tables import OrderLine as OrderLineRow

_CARRYING: Final = (
    'SELECT DISTINCT "order" FROM order_line'
    ' WHERE "order" = ANY({}::integer[]) AND product = ANY({}::integer[])'
)
_GOODS: Final = (
    "SELECT DISTINCT ON (sku) product, sku, names FROM order_line"
    ' WHERE "order" = ANY({}::integer[]) ORDER BY sku, id'
)


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


async def which_carry(product_ids: Collection[int], order_ids: Collection[int]) -> set[int]:
    """Return the ids of those of the orders that have a line of any of the products."""
    query = OrderLineRow.raw(_CARRYING, list(order_ids), list(product_ids))
    return set(await read_column(int, query))


async def list_goods(order_ids: Collection[int]) -> list[OrderedGoods]:
    """List the goods of these orders by article number, each once."""
    rows = await read_all(OrderedGoodsRecord, OrderLineRow.raw(_GOODS, list(order_ids)))
    return [OrderedGoods(row.product, row.sku, row.names) for row in rows]
