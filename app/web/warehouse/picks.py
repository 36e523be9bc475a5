"""Picking: one promise at a time."""

from typing import Final

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from app.kit import clock, forms
from app.kit.refusal import Conflict, Refusal
from app.orders import store as orders
from app.orders.order import OrderState
from app.stock import store as stock
from app.warehouse import actions, store
from app.web.guards import reader_of
from app.web.pages import page, see
from app.web.presenters.warehouse import (
    order_words,
    pick_words,
    task_steps,
)
from app.web.requests import Web
from app.web.warehouse.forms import PickForm
from app.web.warehouse.shared import HOME, refused_words, status_of

_PICK: Final = 0


@get("/picks")
async def picks(request: Web) -> Response[str]:
    """Will list the orders to pick, and the picked ones to pack, the oldest first."""
    found = await orders.list_orders_in([OrderState.PAID, OrderState.PICKED])
    to_pick = [each for each in found if each.state is OrderState.PAID]
    to_pack = [each for each in found if each.state is OrderState.PICKED]
    return await page(
        request,
        "warehouse/picks.html",
        to_pick=[order_words(each, href=f"{HOME}/picks/{each.number}") for each in to_pick],
        to_pack=[order_words(each, href=f"{HOME}/packing/{each.number}") for each in to_pack],
    )


@get("/picks/{number:str}")
async def pick(request: Web, number: FromPath[str]) -> Response[str] | Redirect:
    """Will show what to take from the shelf next."""
    return await _pick(request, number)


@post("/picks/{number:str}")
async def pick_promise(request: Web, number: FromPath[str]) -> Response[str] | Redirect:
    """Will note that the pieces are off the shelf, and show the next ones."""
    form = forms.read(PickForm, await request.form())
    try:
        await actions.pick_promise(form.data.promise, by=reader_of(request), at=clock.now())
    except (Conflict, forms.FormRefused) as refusal:
        return await _pick(request, number, refusal=refusal)
    return see(f"{HOME}/picks/{number}")


async def _pick(
    request: Web, number: str, *, refusal: Refusal | None = None
) -> Response[str] | Redirect:
    order = await orders.get_order(number)
    if order.state is OrderState.PICKED and refusal is None:
        return see(f"{HOME}/packing/{number}")
    held = await stock.promises_of(number) if order.state is OrderState.PAID else []
    return await page(
        request,
        "warehouse/pick.html",
        status=status_of(refusal),
        refused=refused_words(refusal),
        order=order_words(order, href=f"{HOME}/picks/{number}"),
        steps=task_steps(_PICK),
        tasks=pick_words(order, held, await store.picked_of(number)),
    )


HANDLERS = (picks, pick, pick_promise)
