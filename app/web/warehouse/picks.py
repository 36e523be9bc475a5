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
from app.web.pages import page, see
from app.web.presenters.warehouse import (
    order_view,
    pick_view,
    task_steps,
)
from app.web.requests import Web
from app.web.warehouse.forms import PickForm
from app.web.warehouse.pages import read_pick_page
from app.web.warehouse.shared import HOME

_PICK: Final = 0


@get("/picks")
async def picks(request: Web) -> Response[str]:
    """List the orders to pick, and the picked ones to pack, the oldest first."""
    found = await orders.list_orders_in([OrderState.PAID, OrderState.PICKED])
    to_pick = [each for each in found if each.state is OrderState.PAID]
    to_pack = [each for each in found if each.state is OrderState.PICKED]
    return await page(
        request,
        "warehouse/picks.html",
        to_pick=[order_view(each, href=f"{HOME}/picks/{each.number}") for each in to_pick],
        to_pack=[order_view(each, href=f"{HOME}/packing/{each.number}") for each in to_pack],
    )


@get("/picks/{number:str}")
async def pick(request: Web, number: FromPath[str]) -> Response[str] | Redirect:
    """Show what to take from the shelf next."""
    return await _pick(request, number, forms.empty(PickForm))


@post("/picks/{number:str}")
async def pick_reservation(request: Web, number: FromPath[str]) -> Response[str] | Redirect:
    """Note that the pieces are off the shelf, and show the next ones."""
    form = forms.read(PickForm, await request.form())
    with form.submitting():
        await actions.pick_reservation(form.data.reservation, by=reader_of(request), at=clock.now())
        return see(f"{HOME}/picks/{number}")
    return await _pick(request, number, form)


async def _pick(request: Web, number: str, form: forms.Form[PickForm]) -> Response[str] | Redirect:
    shown = await read_pick_page(number)
    if shown.order.state is OrderState.PICKED and not form.errors:
        return see(f"{HOME}/packing/{number}")
    return await page(
        request,
        "warehouse/pick.html",
        status=form.status,
        refused=form.sentences,
        order=order_view(shown.order, href=f"{HOME}/picks/{number}"),
        steps=task_steps(_PICK),
        tasks=pick_view(shown.order, shown.held, shown.picked),
    )


HANDLERS = (picks, pick, pick_reservation)
