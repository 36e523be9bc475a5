"""Lots on the shelf, and which of them are reserved for an order: first expired, first out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.kit.i18n import N_
from app.kit.refusal import BadInput, Conflict, NotFound


class OutOfStock(Conflict):
    """Fewer pieces are free than the order wants."""

    code = "stock.out_of_stock"
    sentence = N_(
        "Only %(free)s of the %(wanted)s wanted are in stock (line %(position)s of the order)."
    )


class NoSuchGoods(NotFound):
    """No product has this article number."""

    code = "stock.goods_not_found"
    sentence = N_("There are no goods with the article number %(sku)s.")


class NothingReceived(BadInput):
    """A receipt needs at least one piece."""

    code = "stock.nothing_received"
    sentence = N_("Enter how many were received: a whole number above zero.")


class BestBeforeMissing(BadInput):
    """Goods with a shelf life need a best-before date."""

    code = "stock.best_before_missing"
    sentence = N_("These goods age: enter the best-before date on the label.")


class BestBeforeTooEarly(BadInput):
    """The best-before date is not after production and today."""

    code = "stock.best_before_too_early"
    sentence = N_("The best-before date must lie after the production date and after today.")


class ProducedLater(BadInput):
    """The day of production lies in the future."""

    code = "stock.produced_later"
    sentence = N_("The production date lies in the future.")


class BatchDiffers(Conflict):
    """The batch is on the shelf already, with other dates."""

    code = "stock.batch_differs"
    sentence = N_("Batch %(batch)s is on the shelf with other dates. Check the label.")


class MovementKind(StrEnum):
    """What moved the pieces. A ledger row's quantity is signed: the change of the lot."""

    RECEIVED = "received"
    RESERVED = "promised"  # as stored: the ledger's rows are never changed
    RELEASED = "released"
    SHIPPED = "shipped"
    CORRECTED = "corrected"


class ReservationState(StrEnum):
    """Whether pieces are still held for their order."""

    HELD = "held"
    RELEASED = "released"
    SHIPPED = "shipped"


@dataclass(frozen=True, slots=True)
class Lot:
    """Pieces of one product made together. `reserved` of those `on_hand` are held for orders."""

    id: int
    product_id: int
    batch: str
    produced_on: date
    best_before: date | None
    """The last day the goods are good; None for goods that do not age."""
    on_hand: int
    reserved: int

    @property
    def free(self) -> int:
        """Pieces that are not reserved yet."""
        return self.on_hand - self.reserved

    def good_on(self, day: date) -> bool:
        """Whether the goods may still be sold on the day."""
        return self.best_before is None or day <= self.best_before


@dataclass(frozen=True, slots=True)
class WantedPieces:
    """Pieces wanted by one line of an order."""

    position: int
    product_id: int
    quantity: int


@dataclass(frozen=True, slots=True)
class Allocation:
    """Pieces of one lot reserved for one line of an order."""

    lot_id: int
    position: int
    quantity: int


@dataclass(frozen=True, slots=True)
class Reservation:
    """A saved allocation, with what the lot's label says."""

    id: int
    lot_id: int
    order_number: str
    position: int
    product_id: int
    sku: str
    batch: str
    produced_on: date
    best_before: date | None
    quantity: int
    state: ReservationState


def allocate_all(
    wanted: Iterable[WantedPieces], lots: Iterable[Lot], *, on: date
) -> tuple[Allocation, ...]:
    """Reserve pieces for every line, or for none; raises `OutOfStock`.

    The lot that expires first goes first; goods that do not age go in the order they were made.
    A lot past its best-before day is not sold.
    """
    shelf = sorted((lot for lot in lots if lot.good_on(on)), key=_first_out)
    left = {lot.id: lot.free for lot in shelf}
    found: list[Allocation] = []
    for line in wanted:
        for allocation in _allocate(line, shelf, left):
            left[allocation.lot_id] -= allocation.quantity
            found.append(allocation)
    return tuple(found)


def _first_out(lot: Lot) -> tuple[date, date, int]:
    return (lot.best_before or date.max, lot.produced_on, lot.id)


def _allocate(line: WantedPieces, shelf: list[Lot], left: Mapping[int, int]) -> list[Allocation]:
    mine = [lot for lot in shelf if lot.product_id == line.product_id]
    free = sum(left[lot.id] for lot in mine)
    if free < line.quantity:
        raise OutOfStock(position=line.position, wanted=line.quantity, free=free)
    found, missing = [], line.quantity
    for lot in mine:
        taken = min(left[lot.id], missing)
        if taken:
            found.append(Allocation(lot.id, line.position, taken))
            missing -= taken
    return found


@dataclass(frozen=True, slots=True)
class GoodsReceipt:
    """One batch of one product, as it came off a seller's truck."""

    sku: str
    batch: str
    produced_on: date
    best_before: date | None
    quantity: int


def check_receipt(receipt: GoodsReceipt, *, shelf_life_days: int, on: date) -> None:
    """Check the quantity and the dates of a receipt.

    Raises `NothingReceived`, `ProducedLater`, `BestBeforeMissing` or `BestBeforeTooEarly`.
    """
    if receipt.quantity < 1:
        raise NothingReceived(field="quantity")
    if receipt.produced_on > on:
        raise ProducedLater(field="produced_on")
    if receipt.best_before is None:
        if shelf_life_days:
            raise BestBeforeMissing(field="best_before")
    elif receipt.best_before <= max(receipt.produced_on, on):
        raise BestBeforeTooEarly(field="best_before")
