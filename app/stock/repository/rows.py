"""What is read of lots and promises."""

from datetime import date

from app.kit.records import Record
from app.stock.lot import Promise, PromiseState


class FreeRecord(Record):
    """How many units of a product nobody has been promised."""

    product: int
    free: int


class PromiseRecord(Record):
    """A promise with its lot and its product's article number."""

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
    state: PromiseState


class HeldRecord(Record):
    """A promise that is held."""

    id: int
    lot: int
    quantity: int


def to_promise(row: PromiseRecord) -> Promise:
    """Return the promise of its row."""
    return Promise(
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
