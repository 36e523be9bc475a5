"""Presenter of the operator's list of orders: its orders, totals and workbook."""

from typing import Final

from app.kit.clock import WAREHOUSE_ZONE
from app.kit.export import Cell
from app.kit.formats import money, number
from app.kit.i18n import N_, translate, translate_plural
from app.orders.order import ORDER_STATES
from app.orders.order_list import CurrencyTotal, OrderEntry
from app.web.presenters.order_lists import entry_view, goods_text

__all__ = ["HEADS", "SORTS", "entry_cells", "entry_view", "total_text"]

SORTS: Final = {
    "newest": N_("Newest first"),
    "oldest": N_("Oldest first"),
    "largest": N_("Largest sum first"),
}
HEADS: Final = (
    N_("Order"),
    N_("Placed"),
    N_("Buyer"),
    N_("Company's number"),
    N_("Goods"),
    N_("State"),
    N_("Sum"),
    N_("Currency"),
)


def entry_cells(entry: OrderEntry) -> list[Cell]:
    """Return an order's row of the workbook; instants by the warehouse's clock."""
    return [
        entry.number,
        entry.placed_at.astimezone(WAREHOUSE_ZONE).replace(tzinfo=None),
        entry.buyer,
        entry.buyer_number,
        goods_text(entry),
        translate(ORDER_STATES.names[entry.state]),
        entry.total.amount,
        entry.total.currency.code,
    ]


def total_text(total: CurrencyTotal) -> tuple[str, str]:
    """Return the sum of the orders in one currency, and how many they are."""
    count = translate_plural("%(num)s order", "%(num)s orders", total.orders)
    return money(total.sum), count % {"num": number(total.orders)}
