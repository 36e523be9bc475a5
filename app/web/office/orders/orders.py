"""The operator's list of all orders, and one of them."""

from collections.abc import AsyncIterator
from typing import Final

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect, Stream

from app.countries.repository import list_currencies_now
from app.kit import clock, forms, i18n
from app.kit.export import Cell
from app.kit.i18n import N_
from app.orders import actions
from app.orders.order import ORDER_STATES, Order, OrderState
from app.orders.order_list import OrderEntry, WantedOrders
from app.orders.repository.listing import OrderPage, every_order, list_orders
from app.web.forms import CancellationForm
from app.web.guards import reader_of
from app.web.listing import asked, list_view, workbook
from app.web.office.orders.forms import OrderListForm
from app.web.office.orders.pages import read_order_page
from app.web.office.orders.presenter import HEADS, SORTS, entry_cells, entry_view, total_text
from app.web.presenters.orders import (
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
    """List the orders that are looked for, a page at a time."""
    form = forms.read(OrderListForm, request.query_params)
    found = OrderPage()
    with form.submitting():
        found = await list_orders(_wanted(form.data), asked(form.data))
    page = found.page
    return await render(
        request,
        "office/orders/orders.html",
        status=form.status,
        form=form,
        listing=list_view(_ORDERS, form.values, page, count=found.count, export="orders.xlsx"),
        orders=[entry_view(each, home=_ORDERS) for each in page.items],
        totals=[total_text(each) for each in found.totals],
        states=[(each.value, i18n.translate(name)) for each, name in ORDER_STATES.names.items()],
        currencies=[(code, code) for code in list_currencies_now()],
        sorts=[(code, i18n.translate(label)) for code, label in SORTS.items()],
    )


@get("/orders.xlsx")
async def orders_workbook(request: WebRequest) -> Stream:
    """Give every order that is looked for as a workbook."""
    form = forms.read(OrderListForm, request.query_params)
    parts = every_order(_wanted(form.data), asked(form.data))
    return await workbook(HEADS, _cells(parts), name="orders", title=N_("Orders"))


async def _cells(parts: AsyncIterator[tuple[OrderEntry, ...]]) -> AsyncIterator[list[list[Cell]]]:
    async for part in parts:
        yield [entry_cells(each) for each in part]


def _wanted(data: OrderListForm) -> WantedOrders:
    return WantedOrders(
        words=data.q,
        state=OrderState(data.state) if data.state else None,
        currency=data.currency,
        least=data.least,
        most=data.most,
        since=data.since,
        until=data.until,
        sort=data.sort,
    )


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
        order=order_view(order, href=f"{_ORDERS}/{order.number}", country=None),
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


def _cancellation(order: Order) -> str:
    """Return the address that cancels the order; empty when it is too late."""
    can = ORDER_STATES.allows(order.state, OrderState.CANCELLED)
    return f"{_ORDERS}/{order.number}/cancellation" if can else ""


HANDLERS = (all_orders, orders_workbook, office_order, cancel_for_buyer)
