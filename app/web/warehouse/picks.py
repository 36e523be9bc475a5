"""Picking: one reservation at a time."""

from typing import Final

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from app.kit import clock, forms
from app.orders import repository as orders
from app.orders.order import OrderState
from app.warehouse import actions
from app.web.guards import reader_of
from app.web.presenters.warehouse import pick_views, task_steps, warehouse_order_view
from app.web.rendering import render, see_other
from app.web.requests import WebRequest
from app.web.warehouse.addresses import HOME
from app.web.warehouse.forms import PickForm
from app.web.warehouse.pages import read_pick_page

_PICK: Final = 0


@get("/picks")
async def picks(request: WebRequest) -> Response[str]:
    """List the orders to pick and those to pack, oldest first."""
    found = await orders.list_orders_in([OrderState.PAID, OrderState.PICKED])
    to_pick = [each for each in found if each.state is OrderState.PAID]
    to_pack = [each for each in found if each.state is OrderState.PICKED]
    return await render(
        request,
        "warehouse/picks.html",
        to_pick=[
            warehouse_order_view(each, href=f"{HOME}/picks/{each.number}") for each in to_pick
        ],
        to_pack=[
            warehouse_order_view(each, href=f"{HOME}/packing/{each.number}") for each in to_pack
        ],
    )


@get("/picks/{number:str}")
async def pick(request: WebRequest, number: FromPath[str]) -> Response[str] | Redirect:
    """Show what to pick next."""
    return await _pick(request, number, forms.empty(PickForm))


@post("/picks/{number:str}")
async def pick_reservation(request: WebRequest, number: FromPath[str]) -> Response[str] | Redirect:
    """Note that the pieces are off the shelf, and show the next ones."""
    form = forms.read(PickForm, await request.form())
    with form.submitting():
        await actions.pick_reservation(
            number, form.data.reservation, by=reader_of(request), at=clock.now()
        )
        return see_other(f"{HOME}/picks/{number}")
    return await _pick(request, number, form)


async def _pick(
    request: WebRequest, number: str, form: forms.Form[PickForm]
) -> Response[str] | Redirect:
    shown = await read_pick_page(number)
    if shown.order.state is OrderState.PICKED and not form.errors:
        return see_other(f"{HOME}/packing/{number}")
    return await render(
        request,
        "warehouse/pick.html",
        status=form.status,
        refused=form.sentences,
        order=warehouse_order_view(shown.order, href=f"{HOME}/picks/{number}"),
        steps=task_steps(_PICK),
        tasks=pick_views(shown.order, shown.held, shown.picked),
    )


HANDLERS = (picks, pick, pick_reservation)
