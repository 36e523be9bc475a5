"""The screens of loads, and the gate."""

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from app.accounts import store as accounts
from app.countries.country import Country, Crossing
from app.countries.store import list_buyers
from app.kit import clock, formats, forms, words
from app.kit.refusal import Conflict, Refusal
from app.kit.words import N_
from app.orders import store as orders
from app.orders.order import OrderState
from app.warehouse import actions, store
from app.warehouse.load import LoadState, Vehicle
from app.web import visits
from app.web.guards import reader_of
from app.web.pages import page, see
from app.web.presenters.warehouse import aboard_words, load_words
from app.web.requests import Web
from app.web.warehouse.forms import LoadForm, OrderForm
from app.web.warehouse.shared import HOME, refused_words, status_of


@get("/loads")
async def loads(request: Web) -> Response[str]:
    """Will list the loads that have not left, the newest first."""
    found = await store.list_loads([each for each in LoadState if each is not LoadState.DEPARTED])
    totals = await store.totals_of(found)
    return await page(
        request,
        "warehouse/loads.html",
        loads=[load_words(load, totals[load.id]) for load in found],
    )


@get("/loads/new")
async def new_load(request: Web) -> Response[str]:
    """Will show the form for a truck that came."""
    return await _new_load(request, forms.empty(LoadForm), status=200)


@post("/loads")
async def open_load(request: Web) -> Response[str] | Redirect:
    """Will open a load for a truck."""
    form = forms.read(LoadForm, await request.form())
    try:
        load = await actions.open_load(_vehicle(form.data), by=reader_of(request), at=clock.now())
    except forms.FormRefused:
        return await _new_load(request, form, status=422)
    except Refusal as refusal:
        form.refuse(str(refusal.fields.get("field", "")), refusal)
        return await _new_load(request, form, status=status_of(refusal))
    return see(f"{HOME}/loads/{load.number}")


def _vehicle(data: LoadForm) -> Vehicle:
    country, crossing = data.goes_to()
    return Vehicle(
        truck_plate=data.truck_plate,
        trailer_plate=data.trailer_plate,
        driver=data.driver,
        crossing=crossing,
        destination=country,
    )


async def _new_load(request: Web, form: forms.Form[LoadForm], *, status: int) -> Response[str]:
    today = clock.day_at(clock.now())
    crossings = [
        (f"{country.code}-{each.code}", _way(country, each))
        for country in list_buyers(on=today)
        for each in country.crossings_on(today)
    ]
    return await page(
        request, "warehouse/new_load.html", status=status, form=form, crossings=crossings
    )


def _way(country: Country, crossing: Crossing) -> str:
    """Return a crossing's name, with the country behind it where the crossing is in transit."""
    name = words.text_of(crossing.label)
    return f"{name} → {formats.country(country.code)}" if crossing.through else name


@get(
    [
        "/loads/{number:str}",
        "/loads/{number:str}/orders",
        "/loads/{number:str}/removals",
        "/loads/{number:str}/departure",
    ]
)
async def load_page(request: Web, number: FromPath[str]) -> Response[str]:
    """Will show a load; also where a refused form stood, so that a reload shows it anew."""
    return await _load(request, number)


@post("/loads/{number:str}/orders")
async def put_on_load(request: Web, number: FromPath[str]) -> Response[str] | Redirect:
    """Will put an order on the load."""
    form = forms.read(OrderForm, await request.form())
    try:
        await actions.put_on_load(form.data.order, number, by=reader_of(request), at=clock.now())
    except (Conflict, forms.FormRefused) as refusal:
        return await _load(request, number, refusal=refusal)
    return see(f"{HOME}/loads/{number}")


@post("/loads/{number:str}/removals")
async def take_off_load(request: Web, number: FromPath[str]) -> Response[str] | Redirect:
    """Will take an order off the load."""
    form = forms.read(OrderForm, await request.form())
    try:
        await actions.take_off_load(form.data.order, number, by=reader_of(request), at=clock.now())
    except (Conflict, forms.FormRefused) as refusal:
        return await _load(request, number, refusal=refusal)
    return see(f"{HOME}/loads/{number}")


@post("/loads/{number:str}/departure")
async def open_gate(request: Web, number: FromPath[str]) -> Response[str] | Redirect:
    """Will let a released load out."""
    try:
        load = await actions.open_gate(number, by=reader_of(request), at=clock.now())
    except Conflict as refusal:
        return await _load(request, number, refusal=refusal)
    sentence = N_("Load %(number)s has left the gate.")
    await visits.notify(request, "good", words.say(sentence, {"number": load.number}))
    return see(f"{HOME}/loads/{number}")


async def _load(request: Web, number: str, *, refusal: Refusal | None = None) -> Response[str]:
    load = await store.get_load(number)
    aboard = await store.orders_on(number)
    is_open = load.state is LoadState.OPEN
    packed = await orders.list_orders_in([OrderState.PACKED]) if is_open else []
    countries = await accounts.company_countries()
    waiting = [
        each.number
        for each in packed
        if (each.terms.crossing, countries[each.buyer_id]) == (load.crossing, load.destination)
    ]
    cartons = await store.cartons_of(*aboard, *waiting)
    totals = await store.totals_of([load])
    return await page(
        request,
        "warehouse/load.html",
        status=status_of(refusal),
        refused=refused_words(refusal),
        load=load_words(load, totals[load.id]),
        aboard=[aboard_words(each, cartons) for each in aboard],
        waiting=[aboard_words(each, cartons) for each in waiting],
        is_open=is_open,
        is_frozen=load.state is LoadState.FROZEN,
        is_released=load.state is LoadState.RELEASED,
    )


HANDLERS = (loads, new_load, open_load, load_page, put_on_load, take_off_load, open_gate)
