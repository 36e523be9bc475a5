"""The screens of picking and packing: one promise, one carton at a time."""

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from app.accounts import visits
from app.accounts.guards import reader_of
from app.kit import clock, forms, words
from app.kit.pages import page, see
from app.kit.refusal import Conflict, Refusal
from app.kit.words import N_
from app.orders import store as orders
from app.orders.order import OrderState
from app.stock import store as stock
from app.warehouse import actions, store
from app.warehouse.carton import Piece, Weighed, suggest_cartons
from app.warehouse.forms import (
    CartonForm,
    PickForm,
)
from app.warehouse.views.shared import HOME, Web, refused_words, status_of
from app.warehouse.weighing import grams
from app.warehouse.words import (
    carton_words,
    order_words,
    packed_words,
    packing_options,
    pick_words,
    task_steps,
)

_PICK, _PACK = 0, 1


@get("/picks")
async def picks(request: Web) -> Response[str]:
    """Will list the orders to pick, and the picked ones to pack, the oldest first."""
    found = await orders.list_orders_in([OrderState.PAID, OrderState.PICKED])
    to_pick = [each for each in found if each.state is OrderState.PAID]
    to_pack = [each for each in found if each.state is OrderState.PICKED]
    return await page(
        request,
        "pages/warehouse/picks.html",
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
        "pages/warehouse/pick.html",
        status=status_of(refusal),
        refused=refused_words(refusal),
        order=order_words(order, href=f"{HOME}/picks/{number}"),
        steps=task_steps(_PICK),
        tasks=pick_words(order, held, await store.picked_of(number)),
    )


# Packing.


@get("/packing/{number:str}")
async def packing(request: Web, number: FromPath[str]) -> Response[str]:
    """Will show the next carton to pack and weigh."""
    return await _packing(request, number, forms.empty(CartonForm), status=200)


@post("/packing/{number:str}")
async def pack_carton(request: Web, number: FromPath[str]) -> Response[str] | Redirect:
    """Will keep a weighed carton, and show the next one."""
    form = forms.read(CartonForm, await request.form())
    try:
        carton = await actions.pack_carton(
            number, _weighed(form.data), by=reader_of(request), at=clock.now()
        )
    except forms.FormRefused:
        return await _packing(request, number, form, status=422)
    except Refusal as refusal:
        form.refuse(str(refusal.fields.get("field", "")), refusal)
        return await _packing(request, number, form, status=status_of(refusal))
    sentence = N_("Carton %(number)s is packed. Write this number on the box.")
    await visits.notify(request, "good", words.say(sentence, {"number": carton}))
    return see(f"{HOME}/packing/{number}")


def _weighed(data: CartonForm) -> Weighed:
    return Weighed(
        position=data.position,
        packing=data.packing,
        gross_g=grams(data.gross),
        pieces=tuple(Piece(promise, quantity) for promise, quantity in data.counted()),
    )


async def _packing(
    request: Web, number: str, form: forms.Form[CartonForm], *, status: int
) -> Response[str]:
    order = await orders.get_order(number)
    goods = await store.to_pack(number) if order.state is OrderState.PICKED else []
    cartons = await store.cartons_of(number)
    tasks = carton_words(order, goods, suggest_cartons(goods, cartons=len(cartons)))
    form.values["packing"] = form.values["packing"] or next((task.packing for task in tasks), "")
    return await page(
        request,
        "pages/warehouse/packing.html",
        status=status,
        form=form,
        order=order_words(order, href=f"{HOME}/packing/{number}"),
        steps=task_steps(_PACK),
        tasks=tasks,
        packings=packing_options(),
        cartons=packed_words(cartons),
        is_packed=order.state is OrderState.PACKED,
    )


handlers = [picks, pick, pick_promise, packing, pack_carton]
"""The routes of these screens."""
