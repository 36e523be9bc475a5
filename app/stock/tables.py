"""Lots, reservations against them, and the ledger of every piece that moved."""

from piccolo.columns import (
    BigInt,
    Date,
    ForeignKey,
    OnDelete,
    Serial,
    Text,
    Timestamptz,
    Varchar,
)
from piccolo.constraints import Check, Unique
from piccolo.table import Table

from app.accounts.tables import Person
from app.catalog.tables import Product


class Lot(Table):
    """Pieces of one product made together, on our shelf. `reserved` is held for orders."""

    id: Serial
    product = ForeignKey(Product, on_delete=OnDelete.restrict, null=False, index=True)
    batch = Varchar(length=40)
    produced_on = Date()
    best_before = Date(null=True, default=None)
    on_hand = BigInt(default=0)
    reserved = BigInt(default=0)
    received_at = Timestamptz()

    lot_once = Unique([product, batch], name="lot_once")
    lot_reservation_covered = Check(
        (reserved >= 0) & (reserved <= on_hand), name="lot_reservation_covered"
    )


class AnnouncedLot(Table):
    """A batch that its seller announced before it came; `came` counts what has."""

    id: Serial
    product = ForeignKey(Product, on_delete=OnDelete.restrict, null=False, index=True)
    batch = Varchar(length=40)
    produced_on = Date()
    best_before = Date(null=True, default=None)
    quantity = BigInt()
    cartons = BigInt()
    due_on = Date()
    came = BigInt(default=0)
    announced_at = Timestamptz()
    announced_by = ForeignKey(Person, on_delete=OnDelete.restrict, null=False)

    announced_lot_once = Unique([product, batch], name="announced_lot_once")


class Movement(Table):
    """One change of a lot: its `kind` is one of `MovementKind`. Rows are only added."""

    id: Serial
    lot = ForeignKey(Lot, on_delete=OnDelete.restrict, null=False, index=True)
    kind = Varchar(length=12)
    quantity = BigInt()
    reference = Varchar(length=60)
    at = Timestamptz()
    by = ForeignKey(Person, on_delete=OnDelete.restrict, null=True)
    why = Text(default="")


class Reservation(Table):
    """Pieces of a lot held for one line of one order; named by number, since orders come later."""

    id: Serial
    lot = ForeignKey(Lot, on_delete=OnDelete.restrict, null=False, index=True)
    order_number = Varchar(length=20, index=True)
    position = BigInt()
    quantity = BigInt()
    state = Varchar(length=12)

    reservation_once = Unique([order_number, position, lot], name="reservation_once")
    reservation_positive = Check(quantity > 0, name="reservation_positive")
