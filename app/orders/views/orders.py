"""A company's orders, and the operator's list of all orders."""

from typing import Any, Final

from litestar import Request, Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from app.accounts import store as accounts
from app.accounts import visits
from app.accounts.guards import reader_of
from app.kit import clock, forms, words
from app.kit.pages import page, see
from app.kit.words import N_
from app.orders import actions, store
from app.orders.forms import CancellationForm
from app.orders.order import MOVES, Order, OrderState
from app.orders.words import (
    OrderWords,
    line_words,
    move_words,
    order_words,
    stage_words,
    terms_words,
)

Web = Request[Any, Any, Any]
_OFFICE: Final = "/office/orders"
_ONE_PAGE: Final = {"previous": "", "next": "", "text": ""}


@get("/orders")
async def my_orders(request: Web) -> Response[str]:
    """Will list the orders of the reader's company, newest first."""
    reader = reader_of(request)
    home = f"/{words.language()}/orders"
    orders = [
        order_words(order, href=f"{home}/{order.number}", country=reader.country)
        for order in await store.list_orders_of(reader.company_id)
    ]
    return await page(request, "pages/shop/orders.html", orders=orders, pager=_ONE_PAGE)


@post("/orders/{number:str}/cancellation")
async def cancel_order(request: Web, number: FromPath[str]) -> Redirect:
    """Will give up an order that is not paid yet."""
    form = forms.read(CancellationForm, await request.form())
    await actions.cancel_order(number, reader=reader_of(request), at=clock.now(), why=form.data.why)
    text = words.translate(N_("The order is cancelled."))
    await visits.notify(request, "info", text)
    return see(f"/{words.language()}/orders/{number}")


@get("/")
async def all_orders(request: Web) -> Response[str]:
    """Will list all orders by how far they have come."""
    orders = [_row(order) for order in await store.list_orders_in(OrderState)]
    return await page(request, "pages/orders/office_orders.html", orders=orders[::-1])


@get("/{number:str}")
async def office_order(request: Web, number: FromPath[str]) -> Response[str]:
    """Will show one order with every stage of its price and every move it made."""
    reader = reader_of(request)
    order = await store.get_order_for(reader, number)
    buyer = await accounts.get_company(order.buyer_id)
    terms = terms_words(order, broker=await store.broker_name(order.id))
    return await page(
        request,
        "pages/orders/office_order.html",
        order=_row(order),
        terms=[(words.translate(N_("Buyer")), buyer.name, buyer.number), *terms],
        cancellation=_cancellation(order),
        lines=[line_words(line, href="") for line in order.lines],
        stages=stage_words(order),
        moves=move_words(await store.timeline(order.id), country=reader.country),
    )


@post("/{number:str}/cancellation")
async def cancel_for_buyer(request: Web, number: FromPath[str]) -> Redirect:
    """Will give up an unpaid order on the buyer's word."""
    form = forms.read(CancellationForm, await request.form())
    await actions.cancel_order(number, reader=reader_of(request), at=clock.now(), why=form.data.why)
    return see(f"{_OFFICE}/{number}")


def _row(order: Order) -> OrderWords:
    return order_words(order, href=f"{_OFFICE}/{order.number}")


def _cancellation(order: Order) -> str:
    """Will give the address that cancels the order, or nothing when it is too late for that."""
    can = OrderState.CANCELLED in MOVES[order.state]
    return f"{_OFFICE}/{order.number}/cancellation" if can else ""


SHOP_HANDLERS = (my_orders, cancel_order)
OFFICE_HANDLERS = (all_orders, office_order, cancel_for_buyer)
