"""Packing and weighing: one carton at a time."""

from typing import Final

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from app.kit import clock, forms, i18n
from app.kit.i18n import N_
from app.orders.order import OrderState
from app.warehouse import actions
from app.warehouse.carton import Piece, Weighed, suggest_cartons
from app.warehouse.weighing import grams
from app.web import visits
from app.web.guards import reader_of
from app.web.presenters.warehouse import (
    carton_views,
    packed_rows,
    packing_options,
    task_steps,
    warehouse_order_view,
)
from app.web.rendering import render, see_other
from app.web.requests import WebRequest
from app.web.warehouse.addresses import HOME
from app.web.warehouse.forms import CartonForm
from app.web.warehouse.pages import read_pack_page

_PACK: Final = 1


@get("/packing/{number:str}")
async def packing(request: WebRequest, number: FromPath[str]) -> Response[str]:
    """Show the next carton to pack and weigh."""
    return await _packing(request, number, forms.empty(CartonForm))


@post("/packing/{number:str}")
async def pack_carton(request: WebRequest, number: FromPath[str]) -> Response[str] | Redirect:
    """Save a weighed carton, and show the next one."""
    form = forms.read(CartonForm, await request.form())
    with form.submitting():
        carton = await actions.pack_carton(
            number, _weighed(form.data), by=reader_of(request), at=clock.now()
        )
        sentence = N_("Carton %(number)s is packed. Write this number on the box.")
        await visits.notify(request, "good", i18n.say(sentence, {"number": carton}))
        return see_other(f"{HOME}/packing/{number}")
    return await _packing(request, number, form)


def _weighed(data: CartonForm) -> Weighed:
    return Weighed(
        position=data.position,
        packing=data.packing,
        gross_g=grams(data.gross),
        pieces=tuple(Piece(reservation, quantity) for reservation, quantity in data.counted()),
    )


async def _packing(request: WebRequest, number: str, form: forms.Form[CartonForm]) -> Response[str]:
    shown = await read_pack_page(number)
    suggested = suggest_cartons(shown.goods, cartons=len(shown.cartons))
    tasks = carton_views(shown.order, shown.goods, suggested)
    form.values["packing"] = form.values["packing"] or next((task.packing for task in tasks), "")
    return await render(
        request,
        "warehouse/packing.html",
        status=form.status,
        form=form,
        order=warehouse_order_view(shown.order, href=f"{HOME}/packing/{number}"),
        steps=task_steps(_PACK),
        tasks=tasks,
        packings=packing_options(),
        cartons=packed_rows(shown.cartons),
        is_packed=shown.order.state is OrderState.PACKED,
    )


HANDLERS = (packing, pack_carton)
