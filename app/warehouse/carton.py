"""A carton: pieces of one order in one box, weighed; its number is its shipping mark."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from app.catalog.units import PACKINGS, UnknownPacking
from app.kit.i18n import N_
from app.kit.refusal import BadInput, Conflict
from app.stock.lot import Reservation
from app.warehouse.weighing import WeighingTolerance, check_weight


class NothingPacked(BadInput):
    """A carton needs at least one piece."""

    code = "carton.nothing_packed"
    sentence = N_("There is nothing in this carton.")


class NotOfThisOrder(Conflict):
    """These pieces are not held for this order."""

    code = "carton.not_of_this_order"
    sentence = N_("These goods are not held for order %(number)s.")


class MoreThanReserved(Conflict):
    """More pieces were put in than are left to pack."""

    code = "carton.more_than_promised"
    sentence = N_("Only %(left)s of %(sku)s, batch %(batch)s, are left to pack, not %(quantity)s.")


class PackedMeanwhile(Conflict):
    """The order has another number of cartons than the page showed."""

    code = "carton.packed_meanwhile"
    sentence = N_("Order %(number)s has %(cartons)s cartons already. Look at it again.")


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of a product and its carton, in whole grams."""

    unit_net_g: int
    units_per_carton: int
    tare_g: int
    packing: str


@dataclass(frozen=True, slots=True)
class ToPack:
    """Pieces reserved for an order, and how many of them lie in cartons already."""

    reservation: Reservation
    packed: int
    weights: Weights

    @property
    def left(self) -> int:
        """Pieces that lie in no carton yet."""
        return self.reservation.quantity - self.packed


@dataclass(frozen=True, slots=True)
class Piece:
    """Some pieces of one reservation."""

    reservation_id: int
    quantity: int


@dataclass(frozen=True, slots=True)
class Weighed:
    """A carton as it stands on the scale."""

    position: int
    """Which carton of its order it is, from 1: the same form sent twice packs one carton."""
    packing: str
    """Two-digit packing type (包装种类), such as 22."""
    gross_g: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A carton as it could be packed."""

    position: int
    packing: str
    pieces: tuple[Piece, ...]
    net_g: int
    expected_g: int

    def weighed(self, gross_g: int) -> Weighed:
        """Return the carton packed as suggested, with its gross weight in grams."""
        return Weighed(self.position, self.packing, gross_g, self.pieces)


@dataclass(frozen=True, slots=True)
class CartonItem:
    """The pieces of one reservation in a carton, with their net weight."""

    reservation_id: int
    quantity: int
    net_g: int


@dataclass(frozen=True, slots=True)
class PackedItemFacts:
    """What lies in a packed carton, with what its label says."""

    position: int
    """The order line's position."""
    batch: str
    produced_on: date
    best_before: date | None
    quantity: int
    net_g: int


@dataclass(frozen=True, slots=True)
class PackedCartonFacts:
    """A packed carton, as its papers need it."""

    order_number: str
    number: str
    packing: str
    gross_g: int
    items: tuple[PackedItemFacts, ...]


def carton_number(year: int, count: int) -> str:
    """Return a carton's number: its shipping mark (C-2026-000001)."""
    return f"C-{year}-{count:06d}"


def suggest_cartons(goods: Iterable[ToPack], *, cartons: int = 0) -> tuple[Suggestion, ...]:
    """Suggest cartons for what is left, line by line, each as full as its product allows.

    `cartons` is how many cartons the order has already.
    """
    by_line = sorted(goods, key=lambda each: (each.reservation.position, each.reservation.id))
    boxes = [
        box
        for _, line in groupby(by_line, key=lambda each: each.reservation.position)
        for box in _boxes(list(line))
    ]
    return tuple(
        _suggest(box, position=position) for position, box in enumerate(boxes, start=cartons + 1)
    )


def _boxes(line: Sequence[ToPack]) -> Iterator[list[tuple[ToPack, int]]]:
    """Fill one box after another with the pieces of one line."""
    box: list[tuple[ToPack, int]] = []
    room = line[0].weights.units_per_carton
    for goods in line:
        left = goods.left
        while left:
            taken = min(left, room)
            box.append((goods, taken))
            left, room = left - taken, room - taken
            if not room:
                yield box
                box, room = [], goods.weights.units_per_carton
    if box:
        yield box


def _suggest(box: list[tuple[ToPack, int]], *, position: int) -> Suggestion:
    net_g = sum(quantity * goods.weights.unit_net_g for goods, quantity in box)
    weights = box[0][0].weights
    return Suggestion(
        position=position,
        packing=weights.packing,
        pieces=tuple(Piece(goods.reservation.id, quantity) for goods, quantity in box),
        net_g=net_g,
        expected_g=net_g + weights.tare_g,
    )


def pack(
    order_number: str,
    weighed: Weighed,
    *,
    goods: Iterable[ToPack],
    cartons: int,
    tolerance: WeighingTolerance,
) -> tuple[CartonItem, ...]:
    """Return the items of a carton after checking its pieces and its weight.

    Raises `PackedMeanwhile`, `UnknownPacking`, `NothingPacked`, `NotOfThisOrder`,
    `MoreThanReserved`, `GrossNotAboveNet` or `WeightOff`.
    """
    if weighed.position != cartons + 1:
        raise PackedMeanwhile(number=order_number, cartons=cartons)
    if weighed.packing not in PACKINGS:
        raise UnknownPacking(field="packing", code=weighed.packing)
    by_reservation = {each.reservation.id: each for each in goods}
    wanted = _counted(weighed.pieces)
    if not wanted.keys() <= by_reservation.keys():
        raise NotOfThisOrder(number=order_number)
    chosen = [
        (by_reservation[reservation_id], quantity) for reservation_id, quantity in wanted.items()
    ]
    for each, quantity in chosen:
        _check_left(each, quantity)
    items = tuple(_item(each, quantity) for each, quantity in chosen)
    check_weight(
        weighed.gross_g,
        net_g=sum(item.net_g for item in items),
        # Goods of several kinds share one box: the heaviest of theirs.
        tare_g=max(each.weights.tare_g for each, _ in chosen),
        tolerance=tolerance,
    )
    return items


def _counted(pieces: Iterable[Piece]) -> dict[int, int]:
    """Return the pieces by reservation id; raises `NothingPacked`."""
    wanted: dict[int, int] = {}
    for piece in pieces:
        if piece.quantity < 1:
            raise NothingPacked
        wanted[piece.reservation_id] = wanted.get(piece.reservation_id, 0) + piece.quantity
    if not wanted:
        raise NothingPacked
    return wanted


def _check_left(goods: ToPack, quantity: int) -> None:
    if quantity > goods.left:
        raise MoreThanReserved(
            left=goods.left,
            sku=goods.reservation.sku,
            batch=goods.reservation.batch,
            quantity=quantity,
        )


def _item(goods: ToPack, quantity: int) -> CartonItem:
    return CartonItem(goods.reservation.id, quantity, quantity * goods.weights.unit_net_g)


def is_all_packed(goods: Iterable[ToPack], items: Iterable[CartonItem]) -> bool:
    """Whether nothing is left to pack once these pieces lie in their carton."""
    packed = {item.reservation_id: item.quantity for item in items}
    return all(each.left == packed.get(each.reservation.id, 0) for each in goods)
