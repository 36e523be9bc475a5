"""A load: one truck, what it carries, and how far it has come."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from app.kit.i18n import N_
from app.kit.refusal import BadInput, Conflict, NotFound
from app.kit.states import StateMachine
from app.orders.order import ORDER_STATES, Order, OrderState


class LoadState(StrEnum):
    """How far a load has come."""

    OPEN = "open"
    FROZEN = "frozen"
    RELEASED = "released"
    DEPARTED = "departed"


class NoSuchLoad(NotFound):
    """There is no load with this number."""

    code = "load.not_found"
    sentence = N_("There is no load %(number)s.")


class LoadCannotMove(Conflict):
    """The load is not where this step begins."""

    code = "load.cannot_move"
    sentence = N_("This step is not possible for load %(number)s now. Its state: %(state)s.")


LOAD_STATES: Final = StateMachine(
    start=LoadState.OPEN,
    names={
        LoadState.OPEN: N_("Being loaded"),
        LoadState.FROZEN: N_("Closed, declarations drafted"),
        LoadState.RELEASED: N_("Released by customs"),
        LoadState.DEPARTED: N_("Left the gate"),
    },
    moves={
        LoadState.OPEN: frozenset({LoadState.FROZEN}),
        # A frozen load may be opened again until a declaration is lodged.
        LoadState.FROZEN: frozenset({LoadState.OPEN, LoadState.RELEASED}),
        # Customs may take a release back: the load is held again.
        LoadState.RELEASED: frozenset({LoadState.FROZEN, LoadState.DEPARTED}),
        LoadState.DEPARTED: frozenset(),
    },
    refusal=LoadCannotMove,
)


class LoadMovedOn(Conflict):
    """The load has moved since it was read."""

    code = "load.moved_on"
    sentence = N_("Load %(number)s has moved on meanwhile. Look at it again.")


class GateShut(Conflict):
    """Customs has not released everything aboard."""

    code = "load.gate_shut"
    sentence = N_(
        "The gate stays shut for load %(number)s."
        " Customs has not released these orders: %(orders)s."
    )


class TruckTaken(Conflict):
    """The truck has another load that has not left yet."""

    code = "load.truck_taken"
    sentence = N_("Truck %(plate)s carries load %(number)s, which has not left yet.")


class PlateMissing(BadInput):
    """A load needs the plate of its truck."""

    code = "load.plate_missing"
    sentence = N_("Enter the plate of the truck.")


class DriverMissing(BadInput):
    """A load needs a driver."""

    code = "load.driver_missing"
    sentence = N_("Enter the driver's name as it stands in the passport.")


class OtherCrossing(Conflict):
    """The order leaves through another crossing than the truck."""

    code = "load.other_crossing"
    sentence = N_(
        "Order %(order)s leaves through another border crossing than load %(number)s."
        " Choose a load that goes there."
    )


class OtherDestination(Conflict):
    """The order goes to another country than the truck."""

    code = "load.other_destination"
    sentence = N_("Order %(order)s goes to another country than load %(number)s.")


class NotAboard(Conflict):
    """The order is not on this load."""

    code = "load.not_aboard"
    sentence = N_("Order %(order)s is not on load %(number)s.")


@dataclass(frozen=True, slots=True)
class Vehicle:
    """A truck that was sent for a load, and where it goes."""

    truck_plate: str
    trailer_plate: str
    """Empty when there is no trailer with a plate of its own."""
    driver: str
    crossing: str
    """Code of the border crossing in the country's row, such as khorgos."""
    destination: str
    """The country it goes to, ISO 3166-1 alpha-2."""


@dataclass(frozen=True, slots=True)
class Load:
    """One truck's worth of cartons."""

    id: int
    number: str
    state: LoadState
    truck_plate: str
    trailer_plate: str
    driver: str
    crossing: str
    destination: str

    def frozen(self) -> "Load":
        """Return the load closed, its facts copied for its papers."""
        return self._moved(LoadState.FROZEN, begins=LoadState.OPEN)

    def reopened(self) -> "Load":
        """Return the load open again, before anything is lodged."""
        return self._moved(LoadState.OPEN, begins=LoadState.FROZEN)

    def released(self) -> "Load":
        """Return the load with every declaration released by customs."""
        return self._moved(LoadState.RELEASED, begins=LoadState.FROZEN)

    def held(self) -> "Load":
        """Return the load with a release taken back by customs."""
        return self._moved(LoadState.FROZEN, begins=LoadState.RELEASED)

    def departed(self) -> "Load":
        """Return the load out of the gate."""
        return self._moved(LoadState.DEPARTED, begins=LoadState.RELEASED)

    def check_open(self) -> None:
        """Raise `LoadCannotMove` unless the load is open."""
        LOAD_STATES.require(self.state, LoadState.OPEN, number=self.number)

    def _moved(self, to: LoadState, *, begins: LoadState) -> "Load":
        """Two verbs lead to FROZEN, so each also names where it begins."""
        LOAD_STATES.require(self.state, begins, number=self.number)
        return replace(self, state=LOAD_STATES.move(self.state, to, number=self.number))


def load_number(year: int, count: int) -> str:
    """Return a load's number (L-2026-000001)."""
    return f"L-{year}-{count:06d}"


def check_vehicle(vehicle: Vehicle) -> Vehicle:
    """Return the vehicle with its plates and driver normalized: capitals, single spaces.

    Raises `PlateMissing` or `DriverMissing`.
    """
    tidy = replace(
        vehicle,
        truck_plate=_plate(vehicle.truck_plate),
        trailer_plate=_plate(vehicle.trailer_plate),
        driver=" ".join(vehicle.driver.split()),
    )
    if not tidy.truck_plate:
        raise PlateMissing(field="truck_plate")
    if not tidy.driver:
        raise DriverMissing(field="driver")
    return tidy


def _plate(text: str) -> str:
    return " ".join(text.upper().split())


def put_aboard(load: Load, order: Order, *, country: str) -> Order:
    """Return the order on the truck; `country` is its buyer's.

    Raises `LoadCannotMove`, `OrderCannotMove`, `OtherCrossing` or `OtherDestination`.
    """
    load.check_open()
    # A declared order may move to loaded too, when its load is opened again: not through here.
    check_state(order, OrderState.PACKED)
    if order.terms.crossing != load.crossing:
        raise OtherCrossing(order=order.number, number=load.number)
    if country != load.destination:
        raise OtherDestination(order=order.number, number=load.number)
    return order.loaded()


def take_off(load: Load, order: Order, *, aboard: Iterable[str]) -> Order:
    """Return the order off the truck again.

    Raises `LoadCannotMove`, `NotAboard` or `OrderCannotMove`.
    """
    load.check_open()
    if order.number not in aboard:
        raise NotAboard(order=order.number, number=load.number)
    check_state(order, OrderState.LOADED)
    return order.packed()


def let_out(load: Load, aboard: Iterable[Order]) -> Load:
    """Return the load out of the gate; raises `GateShut` or `LoadCannotMove`.

    The gate comes before the declarations in the order of travel and cannot read them. It
    relies on the load's own state: `app.declarations` sets RELEASED when every latest declaration
    passes, and takes it back when one does not, always under the load's row lock.
    """
    waiting = [order.number for order in aboard if order.state is not OrderState.RELEASED]
    if waiting and load.state in {LoadState.FROZEN, LoadState.RELEASED}:
        raise GateShut(number=load.number, orders=", ".join(waiting))
    return load.departed()


def check_state(order: Order, state: OrderState) -> None:
    """Raise `OrderCannotMove` unless the order is in the state."""
    ORDER_STATES.require(order.state, state, number=order.number)
