"""The warehouse's work in words: what its screens say, translated and formatted."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from app.catalog.units import PACKINGS
from app.countries.repository import crossing_label
from app.kit.formats import day, kilograms, number
from app.kit.i18n import N_, say, translate, translate_plural
from app.orders.order import Order
from app.stock.lot import Promise
from app.warehouse.carton import PackedCartonFacts, Suggestion, ToPack
from app.warehouse.load import LOAD_STATES, Load, LoadState
from app.warehouse.pick import left_to_pick
from app.web.presenters.orders import name_in
from app.web.presenters.units import packing_name, say_units, unit_name

Step = tuple[str, str]
"""A step of a task, and whether it is done, current or ahead."""

_STEPS: Final = (N_("Pick"), N_("Pack"), N_("Load"))
LOAD_TONES: Final = {
    LoadState.OPEN: "waiting",
    LoadState.FROZEN: "busy",
    LoadState.RELEASED: "good",
    LoadState.DEPARTED: "plain",
}


@dataclass(frozen=True, slots=True)
class WarehouseOrderView:
    """An order in a list of the warehouse."""

    number: str
    href: str
    goods: str
    note: str


@dataclass(frozen=True, slots=True)
class PickView:
    """The one promise of a screen."""

    promise: int
    name: str
    batch: str
    quantity: str
    unit: str
    note: str
    progress: str


@dataclass(frozen=True, slots=True)
class CartonView:
    """The one carton of a screen. `pieces` goes back with the form."""

    title: str
    contents: list[tuple[str, str, str]]
    """Goods, how many, and which batch."""
    net: str
    position: int
    pieces: str
    packing: str


@dataclass(frozen=True, slots=True)
class LoadView:
    """A load's row and head."""

    number: str
    href: str
    truck: str
    driver: str
    crossing: str
    orders: str
    cartons: str
    gross: str
    state: str
    tone: str


@dataclass(frozen=True, slots=True)
class AboardView:
    """One order on a load, or ready to go on it."""

    number: str
    cartons: str
    gross: str


def task_steps(current: int) -> list[Step]:
    """Return the steps of an order's way through the warehouse, counted from 0."""
    return [(translate(label), _progress(each, current)) for each, label in enumerate(_STEPS)]


def _progress(each: int, current: int) -> str:
    if each == current:
        return "current"
    return "done" if each < current else "ahead"


def order_view(order: Order, *, href: str, note: str = "") -> WarehouseOrderView:
    """Present an order's row."""
    first, more = order.lines[0], len(order.lines) - 1
    goods = f"{name_in(first.names)}, {say_units(first.quantity, first.sales_unit)}"
    if more:
        goods = translate_plural("%(goods)s and %(num)s more", "%(goods)s and %(num)s more", more)
        goods %= {"goods": name_in(first.names), "num": more}
    return WarehouseOrderView(number=order.number, href=href, goods=goods, note=note)


def pick_view(order: Order, held: Sequence[Promise], picked: Collection[int]) -> list[PickView]:
    """Return what is to be taken from the shelf next; nothing when all is picked."""
    left = left_to_pick(held, picked=picked)
    if not left:
        return []
    promise, done = left[0], len(held) - len(left)
    line = next(line for line in order.lines if line.position == promise.position)
    progress: dict[str, object] = {"position": done + 1, "most": len(held)}
    return [
        PickView(
            promise=promise.id,
            name=name_in(line.names),
            batch=promise.batch,
            quantity=number(promise.quantity),
            unit=unit_name(line.sales_unit, promise.quantity),
            note=_label(promise),
            progress=say(N_("%(position)s of %(most)s"), progress),
        )
    ]


def _label(promise: Promise) -> str:
    """Return what the hand compares with the label."""
    fields: dict[str, object] = {"sku": promise.sku, "made": day(promise.produced_on)}
    if promise.best_before is None:
        return say(N_("Article %(sku)s, made on %(made)s"), fields)
    sentence = N_("Article %(sku)s, made on %(made)s, best before %(best_before)s")
    return say(sentence, {**fields, "best_before": day(promise.best_before)})


def carton_view(
    order: Order, goods: Iterable[ToPack], suggestions: Sequence[Suggestion]
) -> list[CartonView]:
    """Return which carton is packed next; nothing when all is packed."""
    if not suggestions:
        return []
    suggestion = suggestions[0]
    promises = {each.promise.id: each.promise for each in goods}
    lines = {line.position: line for line in order.lines}
    contents = []
    for piece in suggestion.pieces:
        promise = promises[piece.promise_id]
        line = lines[promise.position]
        quantity = say_units(piece.quantity, line.sales_unit)
        batch = say(N_("Batch %(batch)s"), {"batch": promise.batch})
        contents.append((name_in(line.names), quantity, batch))
    title: dict[str, object] = {"position": suggestion.position, "most": suggestions[-1].position}
    return [
        CartonView(
            title=say(N_("Carton %(position)s of %(most)s"), title),
            contents=contents,
            net=kilograms(suggestion.net_g),
            position=suggestion.position,
            pieces=",".join(f"{each.promise_id}:{each.quantity}" for each in suggestion.pieces),
            packing=suggestion.packing,
        )
    ]


def packing_options() -> list[tuple[str, str]]:
    """Return what goods are packed in, as a list to choose from."""
    return [(code, packing_name(code)) for code in PACKINGS]


def packed_view(cartons: Iterable[PackedCartonFacts]) -> list[list[str]]:
    """Present number, packing and gross weight of each carton."""
    return [
        [carton.number, packing_name(carton.packing), kilograms(carton.gross_g)]
        for carton in cartons
    ]


def load_view(
    load: Load, totals: tuple[int, int, int], *, desk: str = "/warehouse/loads"
) -> LoadView:
    """Present a load in words; `totals` are its orders, cartons and gross grams.

    `desk` is where the reader's desk keeps its loads.
    """
    orders, cartons, gross_g = totals
    plates = [plate for plate in (load.truck_plate, load.trailer_plate) if plate]
    return LoadView(
        number=load.number,
        href=f"{desk}/{load.number}",
        truck=" / ".join(plates),
        driver=load.driver,
        crossing=crossing_label(load.crossing),
        orders=number(orders),
        cartons=number(cartons),
        gross=kilograms(gross_g),
        state=translate(LOAD_STATES.names[load.state]),
        tone=LOAD_TONES[load.state],
    )


def aboard_view(order_number: str, cartons: Iterable[PackedCartonFacts]) -> AboardView:
    """Return how many cartons an order has and what they weigh together."""
    mine = [carton for carton in cartons if carton.order_number == order_number]
    gross_g = sum(carton.gross_g for carton in mine)
    return AboardView(order_number, number(len(mine)), kilograms(gross_g))
