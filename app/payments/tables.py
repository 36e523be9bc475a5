"""Proformas, payments and refunds."""

from piccolo.columns import (
    BigInt,
    Date,
    ForeignKey,
    Integer,
    OnDelete,
    Serial,
    SmallInt,
    Text,
    Timestamptz,
    Varchar,
)
from piccolo.constraints import Check
from piccolo.table import Table

from app.accounts.tables import Person
from app.orders.tables import Order
from app.rates.tables import OfficialRate


class Proforma(Table):
    """What an order asks to be paid, under one reference."""

    id: Serial
    order = ForeignKey(Order, on_delete=OnDelete.restrict, null=False, unique=True)
    reference = Varchar(length=20, unique=True)
    amount_minor = BigInt()
    currency = Varchar(length=3)
    issued_at = Timestamptz()
    due_on = Date()


class Payment(Table):
    """Money that came for a proforma, as the staff read it on the bank's statement."""

    id: Serial
    proforma = ForeignKey(Proforma, on_delete=OnDelete.restrict, null=False, index=True)
    amount_minor = BigInt()
    currency = Varchar(length=3)
    received_on = Date()
    bank_reference = Varchar(length=60, unique=True)
    entered_by = ForeignKey(Person, on_delete=OnDelete.restrict, null=False)
    entered_at = Timestamptz()

    payment_positive = Check(amount_minor > 0, name="payment_positive")


class Refund(Table):
    """Money given back at the order's own rate, and the FX difference to that day's."""

    id: Serial
    order = ForeignKey(Order, on_delete=OnDelete.restrict, null=False, index=True)
    position = SmallInt()
    sku = Varchar(length=40)
    quantity = Integer()
    currency = Varchar(length=3)
    amount_minor = BigInt()
    fx_difference_minor = BigInt(help_text="above zero: gained; below: lost")
    official_rate = ForeignKey(OfficialRate, on_delete=OnDelete.restrict, null=False)
    bank_reference = Varchar(length=60, unique=True)
    refunded_by = ForeignKey(Person, on_delete=OnDelete.restrict, null=False)
    refunded_at = Timestamptz()
    why = Text()

    refund_positive = Check("quantity > 0 AND amount_minor > 0", name="refund_positive")
