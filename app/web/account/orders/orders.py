"""A company's orders."""

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from app.kit import clock, forms, i18n
from app.kit.i18n import N_
from app.kit.listing import ListForm
from app.orders import actions
from app.orders.order_list import WantedOrders
from app.orders.repository.listing import OrderPage, list_orders
from app.web import visits
from app.web.forms import CancellationForm
from app.web.guards import reader_of
from app.web.listing import asked, list_view
from app.web.presenters.order_lists import entry_view
from app.web.rendering import render, see_other
from app.web.requests import WebRequest


@get("/")
async def my_orders(request: WebRequest) -> Response[str]:
    """List the orders of the reader's company, newest first, a page at a time."""
    reader, home = reader_of(request), f"/{i18n.language()}/orders"
    form, found = forms.read(ListForm, request.query_params), OrderPage()
    with form.submitting():
        wanted = WantedOrders(words=form.data.q, buyer_id=reader.company_id)
        found = await list_orders(wanted, asked(form.data))
    return await render(
        request,
        "account/orders.html",
        status=form.status,
        form=form,
        listing=list_view(home, form.values, found.page, count=found.count),
        orders=[entry_view(each, home=home, country=reader.country) for each in found.page.items],
    )


@post("/{number:str}/cancellation")
async def cancel_order(request: WebRequest, number: FromPath[str]) -> Redirect:
    """Cancel an order that is not paid yet."""
    form = forms.read(CancellationForm, await request.form())
    await actions.cancel_order(number, reader=reader_of(request), at=clock.now(), why=form.data.why)
    text = i18n.translate(N_("The order is cancelled."))
    await visits.notify(request, "info", text)
    return see_other(f"/{i18n.language()}/orders/{number}")


HANDLERS = (my_orders, cancel_order)
