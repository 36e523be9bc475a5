"""The operator's list of all orders."""

from typing import Final

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from app.kit import clock, forms, i18n
from app.kit.i18n import N_
from app.orders import actions, repository
from app.orders.order import ORDER_STATES, Order, OrderState
from app.web.forms import CancellationForm
from app.web.guards import reader_of
from app.web.office.orders.pages import read_order_page
from app.web.presenters.orders import (
    OrderView,
    line_view,
    move_rows,
    order_sums,
    order_view,
    terms_facts,
)
from app.web.rendering import render, see_other
from app.web.requests import WebRequest

_ORDERS: Final = "/office/orders"


@get("/")
async def all_orders(request: WebRequest) -> Response[str]:
    """List all orders by how far they have come."""
    orders = [_row(order) for order in await repository.list_orders_in(OrderState)]
    return await render(request, "office/orders/orders.html", orders=orders[::-1])


@get("/{number:str}")
async def office_order(request: WebRequest, number: FromPath[str]) -> Response[str]:
    """Show one order with every stage of its price and every move it made."""
    reader = reader_of(request)
    shown = await read_order_page(reader, number)
    order, buyer = shown.order, shown.buyer
    terms = terms_facts(order, broker=shown.broker)
    return await render(
        request,
        "office/orders/order.html",
        order=_row(order),
        terms=[(i18n.translate(N_("Buyer")), buyer.name, buyer.number), *terms],
        cancellation=_cancellation(order),
        lines=[line_view(line, href="") for line in order.lines],
        stages=order_sums(order),
        moves=move_rows(shown.moves, country=reader.country),
    )


@post("/{number:str}/cancellation")
async def cancel_for_buyer(request: WebRequest, number: FromPath[str]) -> Redirect:
    """Cancel an unpaid order at the buyer's request."""
    form = forms.read(CancellationForm, await request.form())
    await actions.cancel_order(number, reader=reader_of(request), at=clock.now(), why=form.data.why)
    return see_other(f"{_ORDERS}/{number}")


def _row(order: Order) -> OrderView:
    return order_view(order, href=f"{_ORDERS}/{order.number}", country=None)


def _cancellation(order: Order) -> str:
    """Return the address that cancels the order; empty when it is too late."""
    can = ORDER_STATES.allows(order.state, OrderState.CANCELLED)
    return f"{_ORDERS}/{order.number}/cancellation" if can else ""


HANDLERS = (all_orders, office_order, cancel_for_buyer)
