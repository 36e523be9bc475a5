"""Loads and the gate."""

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from app.countries.country import Country, Crossing
from app.countries.repository import list_buyers
from app.kit import clock, formats, forms, i18n
from app.kit.i18n import N_
from app.warehouse import actions
from app.warehouse.load import LoadState, Vehicle
from app.web import visits
from app.web.guards import reader_of
from app.web.presenters.warehouse import aboard_view, load_view
from app.web.rendering import render, see_other
from app.web.requests import WebRequest
from app.web.warehouse.addresses import HOME
from app.web.warehouse.forms import LoadForm, OrderForm
from app.web.warehouse.pages import read_loading_page, read_loads


@get("/loads")
async def loads(request: WebRequest) -> Response[str]:
    """List the loads that have not departed, newest first."""
    found = [load_view(load, totals) for load, totals in await read_loads()]
    return await render(request, "warehouse/loads.html", loads=found)


@get("/loads/new")
async def new_load(request: WebRequest) -> Response[str]:
    """Show the form of a truck that arrived."""
    return await _new_load(request, forms.empty(LoadForm))


@post("/loads")
async def open_load(request: WebRequest) -> Response[str] | Redirect:
    """Open a load for a truck."""
    form = forms.read(LoadForm, await request.form())
    with form.submitting(beside="border_crossing"):
        load = await actions.open_load(_vehicle(form.data), by=reader_of(request), at=clock.now())
        return see_other(f"{HOME}/loads/{load.number}")
    return await _new_load(request, form)


def _vehicle(data: LoadForm) -> Vehicle:
    country, crossing = data.destination()
    return Vehicle(
        truck_plate=data.truck_plate,
        trailer_plate=data.trailer_plate,
        driver=data.driver,
        crossing=crossing,
        destination=country,
    )


async def _new_load(request: WebRequest, form: forms.Form[LoadForm]) -> Response[str]:
    today = clock.day_at(clock.now())
    crossings = [
        (f"{country.code}-{each.code}", _crossing_text(country, each))
        for country in list_buyers(on=today)
        for each in country.crossings_on(today)
    ]
    return await render(
        request, "warehouse/new_load.html", status=form.status, form=form, crossings=crossings
    )


def _crossing_text(country: Country, crossing: Crossing) -> str:
    """Return a crossing's name, with the destination where it lies in a transit country."""
    name = i18n.text_of(crossing.label)
    return f"{name} → {formats.country(country.code)}" if crossing.through else name


@get(
    [
        "/loads/{number:str}",
        "/loads/{number:str}/orders",
        "/loads/{number:str}/removals",
        "/loads/{number:str}/departure",
    ]
)
async def load_page(request: WebRequest, number: FromPath[str]) -> Response[str]:
    """Show a load, also when a refused form is reloaded."""
    return await _load(request, number, forms.Form[OrderForm]())


@post("/loads/{number:str}/orders")
async def put_on_load(request: WebRequest, number: FromPath[str]) -> Response[str] | Redirect:
    """Put an order on the load."""
    form = forms.read(OrderForm, await request.form())
    with form.submitting():
        await actions.put_on_load(form.data.order, number, by=reader_of(request), at=clock.now())
        return see_other(f"{HOME}/loads/{number}")
    return await _load(request, number, form)


@post("/loads/{number:str}/removals")
async def take_off_load(request: WebRequest, number: FromPath[str]) -> Response[str] | Redirect:
    """Take an order off the load."""
    form = forms.read(OrderForm, await request.form())
    with form.submitting():
        await actions.take_off_load(form.data.order, number, by=reader_of(request), at=clock.now())
        return see_other(f"{HOME}/loads/{number}")
    return await _load(request, number, form)


@post("/loads/{number:str}/departure")
async def open_gate(request: WebRequest, number: FromPath[str]) -> Response[str] | Redirect:
    """Open the gate for a released load."""
    form = forms.Form[OrderForm]()
    with form.submitting():
        load = await actions.open_gate(number, by=reader_of(request), at=clock.now())
        sentence = N_("Load %(number)s has left the gate.")
        await visits.notify(request, "good", i18n.say(sentence, {"number": load.number}))
        return see_other(f"{HOME}/loads/{number}")
    return await _load(request, number, form)


async def _load(request: WebRequest, number: str, form: forms.Form[OrderForm]) -> Response[str]:
    shown = await read_loading_page(number)
    state = shown.load.state
    return await render(
        request,
        "warehouse/load.html",
        status=form.status,
        refused=form.sentences,
        load=load_view(shown.load, shown.totals),
        aboard=[aboard_view(each, shown.cartons) for each in shown.aboard],
        waiting=[aboard_view(each, shown.cartons) for each in shown.waiting],
        is_open=state is LoadState.OPEN,
        is_frozen=state is LoadState.FROZEN,
        is_released=state is LoadState.RELEASED,
    )


HANDLERS = (loads, new_load, open_load, load_page, put_on_load, take_off_load, open_gate)
