"""Rows of lots and reservations, and their conversion."""

from datetime import date

from app.kit.records import Record
from app.stock.lot import Reservation, ReservationState


class FreeRecord(Record):
    product: int
    free: int


class ReservationRecord(Record):
    """A reservation with its lot and its product's article number."""

    id: int
    lot: int
    order_number: str
    position: int
    product: int
    sku: str
    batch: str
    produced_on: date
    best_before: date | None
    quantity: int
    state: ReservationState


class HeldPiecesRecord(Record):
    id: int
    lot: int
    quantity: int


def to_reservation(row: ReservationRecord) -> Reservation:
    return Reservation(
        id=row.id,
        lot_id=row.lot,
        order_number=row.order_number,
        position=row.position,
        product_id=row.product,
        sku=row.sku,
        batch=row.batch,
        produced_on=row.produced_on,
        best_before=row.best_before,
        quantity=row.quantity,
        state=row.state,
    )
