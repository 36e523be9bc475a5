"""Conversion between rows and cartons and loads."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime

from app.kit.records import Record
from app.warehouse.carton import PackedCartonFacts, PackedItemFacts, Weights
from app.warehouse.load import LOAD_STATES, Load, LoadState, Vehicle
from app.warehouse.tables import Load as LoadRow


class LoadRecord(Record):
    id: int
    number: str
    state: LoadState
    truck_plate: str
    trailer_plate: str
    driver: str
    crossing: str
    destination: str


class TotalsRecord(Record):
    """Totals of what is on a load."""

    load: int
    orders: int
    cartons: int
    gross_g: int


class WeightsRecord(Record):
    """A product's weights and packing."""

    id: int
    unit_net_g: int
    units_per_carton: int
    carton_tare_g: int
    packing: str


class PackedRecord(Record):
    """How much of a reservation lies in cartons."""

    reservation: int
    packed: int


class CartonRecord(Record):
    """A carton with its order's number."""

    id: int
    number: str
    packing: str
    gross_g: int
    order_number: str


class CartonItemRecord(Record):
    """Pieces in a carton, with what their lot's label says."""

    carton: int
    quantity: int
    net_g: int
    position: int
    batch: str
    produced_on: date
    best_before: date | None


def to_load(row: LoadRecord) -> Load:
    return Load(
        id=row.id,
        number=row.number,
        state=row.state,
        truck_plate=row.truck_plate,
        trailer_plate=row.trailer_plate,
        driver=row.driver,
        crossing=row.crossing,
        destination=row.destination,
    )


def new_load_row(number: str, vehicle: Vehicle, *, at: datetime, by_id: int) -> LoadRow:
    return LoadRow(
        number=number,
        state=LOAD_STATES.start.value,
        truck_plate=vehicle.truck_plate,
        trailer_plate=vehicle.trailer_plate,
        driver=vehicle.driver,
        crossing=vehicle.crossing,
        destination=vehicle.destination,
        opened_by=by_id,
        opened_at=at,
    )


def to_weights(row: WeightsRecord) -> Weights:
    return Weights(
        unit_net_g=row.unit_net_g,
        units_per_carton=row.units_per_carton,
        tare_g=row.carton_tare_g,
        packing=row.packing,
    )


def to_facts(
    cartons: Iterable[CartonRecord], items: Iterable[CartonItemRecord]
) -> list[PackedCartonFacts]:
    """Return the cartons with their items."""
    lying: dict[int, list[PackedItemFacts]] = defaultdict(list)
    for row in items:
        lying[row.carton].append(_item(row))
    return [
        PackedCartonFacts(
            order_number=row.order_number,
            number=row.number,
            packing=row.packing,
            gross_g=row.gross_g,
            items=tuple(lying[row.id]),
        )
        for row in cartons
    ]


def _item(row: CartonItemRecord) -> PackedItemFacts:
    return PackedItemFacts(
        position=row.position,
        batch=row.batch,
        produced_on=row.produced_on,
        best_before=row.best_before,
        quantity=row.quantity,
        net_g=row.net_g,
    )
