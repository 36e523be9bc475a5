"""Read models of the warehouse's screens."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.accounts import repository as accounts
from app.orders import repository as orders
from app.orders.order import Order, OrderState
from app.stock import repository as stock
from app.stock.announcement import AnnouncedLot
from app.stock.ledger import KnownLot, LedgerRow
from app.stock.lot import Reservation
from app.stock.repository import announced, shelf
from app.warehouse import repository
from app.warehouse.carton import PackedCartonFacts, ToPack
from app.warehouse.load import Load, LoadState

Totals = tuple[int, int, int]
"""Orders, cartons and gross grams of a load."""


@dataclass(frozen=True, slots=True)
class PickPage:
    """An order with what is held for it, and which of that is off the shelf."""

    order: Order
    held: Sequence[Reservation]
    picked: frozenset[int]


@dataclass(frozen=True, slots=True)
class PackPage:
    """An order with what is still to be packed, and its cartons."""

    order: Order
    goods: Sequence[ToPack]
    cartons: Sequence[PackedCartonFacts]


@dataclass(frozen=True, slots=True)
class LoadingPage:
    """A load, the numbers of the orders aboard and of those ready for it."""

    load: Load
    totals: Totals
    aboard: Sequence[str]
    waiting: Sequence[str]
    cartons: Sequence[PackedCartonFacts]
    """The cartons of all these orders."""


@dataclass(frozen=True, slots=True)
class LotPage:
    """A lot and the latest rows of its ledger."""

    lot: KnownLot
    ledger: Sequence[LedgerRow]


async def read_pick_page(number: str) -> PickPage:
    """Read an order's picking; raises `NoSuchOrder`."""
    order = await orders.get_order(number)
    held = await stock.reservations_of(number) if order.state is OrderState.PAID else []
    return PickPage(order, held, frozenset(await repository.picked_of(number)))


async def read_pack_page(number: str) -> PackPage:
    """Read an order's packing; raises `NoSuchOrder`."""
    order = await orders.get_order(number)
    goods = await repository.to_pack(number) if order.state is OrderState.PICKED else []
    return PackPage(order, goods, await repository.cartons_of(number))


async def read_loads() -> list[tuple[Load, Totals]]:
    """Read the loads that have not departed, newest first."""
    found = await repository.list_loads(
        [each for each in LoadState if each is not LoadState.DEPARTED]
    )
    totals = await repository.totals_of(found)
    return [(load, totals[load.id]) for load in found]


async def read_loading_page(number: str) -> LoadingPage:
    """Read a load; raises `NoSuchLoad`."""
    load = await repository.get_load(number)
    aboard = await repository.orders_on(number)
    waiting = await _waiting_for(load) if load.state is LoadState.OPEN else []
    totals = await repository.totals_of([load])
    cartons = await repository.cartons_of(*aboard, *waiting)
    return LoadingPage(load, totals[load.id], aboard, waiting, cartons)


async def _waiting_for(load: Load) -> list[str]:
    """Return the packed orders with the crossing and destination of the load."""
    countries = await accounts.company_countries()
    return [
        each.number
        for each in await orders.list_orders_in([OrderState.PACKED])
        if (each.terms.crossing, countries[each.buyer_id]) == (load.crossing, load.destination)
    ]


async def read_receiving(*, most: int, today: date) -> tuple[list[KnownLot], list[AnnouncedLot]]:
    """Read the lots that came last, and the batches that sellers have announced."""
    expected = await announced.list_expected(since=today)
    return await shelf.list_newest(most=most), expected


async def read_lot_page(lot_id: int, *, most: int) -> LotPage:
    """Read a lot with `most` rows of its ledger, the newest first; raises `NoSuchLot`."""
    return LotPage(await shelf.get_lot(lot_id), await shelf.list_ledger(lot_id, most=most))
