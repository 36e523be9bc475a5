"""A company's orders."""

from typing import Final

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from app.kit import clock, forms, i18n
from app.kit.i18n import N_
from app.orders import actions, repository
from app.web import visits
from app.web.forms import CancellationForm
from app.web.guards import reader_of
from app.web.presenters.orders import order_view
from app.web.rendering import render, see_other
from app.web.requests import WebRequest

_ONE_PAGE: Final = {"previous": "", "next": "", "text": ""}


@get("/")
async def my_orders(request: WebRequest) -> Response[str]:
    """List the orders of the reader's company, newest first."""
    reader = reader_of(request)
    home = f"/{i18n.language()}/orders"
    orders = [
        order_view(order, href=f"{home}/{order.number}", country=reader.country)
        for order in await repository.list_orders_of(reader.company_id)
    ]
    return await render(request, "account/orders.html", orders=orders, pager=_ONE_PAGE)


@post("/{number:str}/cancellation")
async def cancel_order(request: WebRequest, number: FromPath[str]) -> Redirect:
    """Cancel an order that is not paid yet."""
    form = forms.read(CancellationForm, await request.form())
    await actions.cancel_order(number, reader=reader_of(request), at=clock.now(), why=form.data.why)
    text = i18n.translate(N_("The order is cancelled."))
    await visits.notify(request, "info", text)
    return see_other(f"/{i18n.language()}/orders/{number}")


HANDLERS = (my_orders, cancel_order)
