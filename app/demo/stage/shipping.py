"""Warehouse, declarants and customs on the stage: shelf, scale, truck, papers, gate."""

from datetime import datetime, timedelta
from functools import partial
from itertools import count, islice
from typing import Final

from app.accounts.person import Reader, Role
from app.brokers import actions as brokers
from app.declarations import repository as declared
from app.declarations.actions.freezing import freeze_load
from app.declarations.actions.receipts import enter_receipt
from app.demo.stage.buying import paid_ago
from app.demo.stage.plan import Plan, PlannedCode, PlannedLoad, PlannedOrder
from app.demo.stage.scene import Scene
from app.documents.issuing import papers_due
from app.stock import repository as stock
from app.warehouse import actions as warehouse
from app.warehouse import repository as packed
from app.warehouse.carton import suggest_cartons
from app.warehouse.load import Vehicle
from customs.china.receipt import CustomsReceipt

_STRAY_G: Final = 7
"""Weights vary: each carton strays by this many grams more, up to a dozen times."""
_SHELF_GOALS: Final = frozenset({"paid", "picked", "packed", "loaded"})
_ANSWERS: Final = (("7", 9, 30), ("L", 9, 50))
"""(channel, hour, minute) of the first answers, on the day after the freeze: lodged, received."""


def plan_shipping(scene: Scene, plan: Plan) -> None:
    """Put the plan from the shelf to the gate on the timeline."""
    for place, order in enumerate(plan.order):
        if order.state in _SHELF_GOALS:
            _plan_shelf(scene, place, order)
    for load in plan.load:
        aboard = [place for place, order in enumerate(plan.order) if order.load == load.name]
        _plan_load(scene, load, aboard)
    for code in plan.code:
        scene.timeline.add(scene.timeline.when(code.ago, 12), partial(_confirm, scene, code))


def _plan_shelf(scene: Scene, place: int, order: PlannedOrder) -> None:
    timeline = scene.timeline
    ago = paid_ago(scene, order) - 1
    picks = order.picks if order.state == "paid" else None
    timeline.add(timeline.when(ago, 10, place % 50), partial(_pick, scene, place, picks))
    if order.state != "paid":
        cartons = order.cartons if order.state == "picked" else None
        timeline.add(timeline.when(ago, 14, place % 50), partial(_pack, scene, place, cartons))


async def _pick(scene: Scene, place: int, most: int | None, at: datetime) -> None:
    hand = scene.one_of(Role.WAREHOUSE, place)
    number = scene.orders[place]
    for reservation in islice(await stock.reservations_of(number), most):
        await warehouse.pick_reservation(number, reservation.id, by=hand, at=at)


async def _pack(scene: Scene, place: int, most: int | None, at: datetime) -> None:
    hand = scene.one_of(Role.WAREHOUSE, place + 1)
    number = scene.orders[place]
    for box in islice(suggest_cartons(await packed.to_pack(number)), most):
        stray_g = (place + box.position) % 12 * _STRAY_G
        weighed = box.weighed(box.expected_g + stray_g)
        await warehouse.pack_carton(number, weighed, by=hand, at=at)


def _plan_load(scene: Scene, load: PlannedLoad, aboard: list[int]) -> None:
    timeline = scene.timeline
    timeline.add(timeline.when(load.opened, 9), partial(_open, scene, load))
    for turn, place in enumerate(aboard):
        timeline.add(timeline.when(load.opened, 11, turn), partial(_put, scene, load, place))
    if load.frozen is not None:
        timeline.add(timeline.when(load.frozen, 17), partial(_freeze, scene, load))
    last = load.held if load.held is not None else load.released
    if load.frozen is not None and last is not None:
        answered = max(load.frozen - 1, last)
        for channel, hour, minute in _ANSWERS:
            at = timeline.when(answered, hour, minute)
            timeline.add(at, partial(_answer, scene, load, channel))
        verdict = "P" if load.held is None else "C"
        timeline.add(timeline.when(last, 15), partial(_answer, scene, load, verdict))
    if load.departed is not None:
        timeline.add(timeline.when(load.departed, 18), partial(_let_out, scene, load))


def _declarant(scene: Scene) -> Reader:
    return scene.one_of(Role.DECLARANT)


async def _open(scene: Scene, load: PlannedLoad, at: datetime) -> None:
    vehicle = Vehicle(
        truck_plate=load.truck,
        trailer_plate=load.trailer,
        driver=load.driver,
        crossing=load.crossing,
        destination=load.country,
    )
    hand = scene.one_of(Role.WAREHOUSE, load.opened)
    scene.loads[load.name] = (await warehouse.open_load(vehicle, by=hand, at=at)).number


async def _put(scene: Scene, load: PlannedLoad, place: int, at: datetime) -> None:
    hand = scene.one_of(Role.WAREHOUSE, load.opened)
    await warehouse.put_on_load(scene.orders[place], scene.loads[load.name], by=hand, at=at)


async def _freeze(scene: Scene, load: PlannedLoad, at: datetime) -> None:
    number = scene.loads[load.name]
    await freeze_load(number, by=_declarant(scene), at=at, due=papers_due)


async def _answer(scene: Scene, load: PlannedLoad, channel: str, at: datetime) -> None:
    """Enter an answer of customs to each declaration of a load, a minute apart."""
    found = await declared.latest_declarations(scene.loads[load.name])
    for minutes, each in zip(count(), found, strict=False):
        noticed = at + timedelta(minutes=minutes)
        receipt = CustomsReceipt(
            channel=channel,
            noticed_at=noticed,
            entry_number=_entry_number(each.id, at) if channel == "P" else "",
        )
        await enter_receipt(each.number, receipt, by=_declarant(scene), at=noticed)


def _entry_number(declaration_id: int, at: datetime) -> str:
    """Return an entry number in the format of customs: office, year, export, nine digits."""
    return f"9406{at:%Y}0{900000 + declaration_id:09d}"


async def _let_out(scene: Scene, load: PlannedLoad, at: datetime) -> None:
    hand = scene.one_of(Role.WAREHOUSE, load.opened)
    await warehouse.open_gate(scene.loads[load.name], by=hand, at=at)


async def _confirm(scene: Scene, planned: PlannedCode, at: datetime) -> None:
    named = brokers.BrokersCode(planned.sku, planned.code, planned.evidence)
    reader = scene.people[planned.by]
    await brokers.name_code(scene.loads[planned.load], named, reader=reader, at=at)
