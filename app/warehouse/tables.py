"""Cartons and loads."""

from piccolo.columns import (
    BigInt,
    ForeignKey,
    Integer,
    OnDelete,
    Serial,
    Text,
    Timestamptz,
    Varchar,
)
from piccolo.constraints import Check, Unique
from piccolo.table import Table

from app.accounts.tables import Person
from app.orders.tables import Order
from app.stock.tables import Reservation


class Load(Table):
    """One truck's worth of cartons."""

    id: Serial
    number = Varchar(length=20, unique=True)
    state = Varchar(length=12, index=True)
    truck_plate = Varchar(length=20)
    trailer_plate = Varchar(length=20, default="")
    driver = Varchar(length=100)
    crossing = Varchar(length=20)
    destination = Varchar(length=2)
    opened_by = ForeignKey(Person, on_delete=OnDelete.restrict, null=False)
    opened_at = Timestamptz()


class LoadMove(Table):
    """One step of a load's life."""

    id: Serial
    load = ForeignKey(Load, on_delete=OnDelete.cascade, null=False, index=True)
    from_state = Varchar(length=12)
    to_state = Varchar(length=12)
    at = Timestamptz()
    by = ForeignKey(Person, on_delete=OnDelete.restrict, null=True)
    why = Text(default="")


class Pick(Table):
    """A reservation taken from the shelf, by whom and when."""

    id: Serial
    reservation = ForeignKey(Reservation, on_delete=OnDelete.restrict, null=False, unique=True)
    at = Timestamptz()
    by = ForeignKey(Person, on_delete=OnDelete.restrict, null=False)


class Carton(Table):
    """One package of one order. Its number is its shipping mark."""

    id: Serial
    number = Varchar(length=20, unique=True)
    order = ForeignKey(Order, on_delete=OnDelete.restrict, null=False, index=True)
    packing = Varchar(length=2)
    gross_g = BigInt()
    packed_by = ForeignKey(Person, on_delete=OnDelete.restrict, null=False)
    packed_at = Timestamptz()
    load = ForeignKey(Load, on_delete=OnDelete.restrict, null=True, default=None, index=True)

    carton_gross_positive = Check(gross_g > 0, name="carton_gross_positive")


class CartonItem(Table):
    """Pieces of one reservation in one carton."""

    id: Serial
    carton = ForeignKey(Carton, on_delete=OnDelete.cascade, null=False)
    reservation = ForeignKey(Reservation, on_delete=OnDelete.restrict, null=False, index=True)
    quantity = Integer()
    net_g = BigInt()

    carton_item_once = Unique([carton, reservation], name="carton_item_once")
    carton_item_positive = Check((quantity > 0) & (net_g > 0), name="carton_item_positive")
