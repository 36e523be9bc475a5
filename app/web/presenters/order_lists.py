"""Presenter of orders in lists, for their buyers and for the staff."""

from dataclasses import dataclass

from app.countries.clocks import say_instant
from app.kit.formats import money
from app.kit.i18n import text_of, translate, translate_plural
from app.orders.order import ORDER_STATES
from app.orders.order_list import OrderEntry
from app.web.presenters.orders import TONES


@dataclass(frozen=True, slots=True)
class OrderEntryView:
    """An order's row in a list."""

    number: str
    href: str
    placed: str
    buyer: str
    buyer_number: str
    goods: str
    total: str
    state: str
    tone: str


def entry_view(entry: OrderEntry, *, home: str, country: str | None = None) -> OrderEntryView:
    """Present an order of a list; `home` is the address of the list.

    Instants stand in the country's time zone, or the warehouse's for None.
    """
    return OrderEntryView(
        number=entry.number,
        href=f"{home}/{entry.number}",
        placed=say_instant(entry.placed_at, country),
        buyer=entry.buyer,
        buyer_number=entry.buyer_number,
        goods=goods_text(entry),
        total=money(entry.total),
        state=translate(ORDER_STATES.names[entry.state]),
        tone=TONES[entry.state],
    )


def goods_text(entry: OrderEntry) -> str:
    """Return the name of the first goods, and how many more there are."""
    first, more = text_of(entry.names), entry.lines - 1
    if not more:
        return first
    sentence = translate_plural("%(name)s and %(num)s more", "%(name)s and %(num)s more", more)
    return sentence % {"name": first, "num": more}
