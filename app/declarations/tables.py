"""Tables of frozen loads, their declarations and the answers of customs."""

from piccolo.columns import (
    JSONB,
    Array,
    Boolean,
    Bytea,
    ForeignKey,
    Integer,
    OnDelete,
    Serial,
    Text,
    Timestamptz,
    Varchar,
)
from piccolo.constraints import Unique
from piccolo.table import Table

from app.accounts.tables import Person
from app.orders.tables import Order
from app.warehouse.tables import Load


class Snapshot(Table):
    """A load when it was frozen. Never changed: a trigger refuses it."""

    id: Serial
    load = ForeignKey(Load, on_delete=OnDelete.restrict, null=False)
    version = Integer()
    frozen_at = Timestamptz()
    frozen_by = ForeignKey(Person, on_delete=OnDelete.restrict, null=False)
    body = JSONB()
    sha256 = Varchar(length=64)

    snapshot_once = Unique([load, version], name="snapshot_once")


class Declaration(Table, tablename="export_declaration"):
    """One order's export declaration aboard one frozen load."""

    id: Serial
    number = Varchar(length=24, unique=True, help_text="our own draft number (ClientSeqNo)")
    snapshot = ForeignKey(Snapshot, on_delete=OnDelete.restrict, null=False, index=True)
    order = ForeignKey(Order, on_delete=OnDelete.restrict, null=False, index=True)
    state = Varchar(length=12, index=True)
    entry_number = Varchar(length=18, default="", help_text="18 digits, given by customs only")

    declaration_once = Unique([snapshot, order], name="declaration_once")


class DuePaper(Table):
    """A paper due for a frozen declaration. Recorded with the freeze; rows are only added."""

    id: Serial
    declaration = ForeignKey(Declaration, on_delete=OnDelete.restrict, null=False)
    kind = Varchar(length=24)
    version = Integer()
    label = Varchar(length=100)
    format = Varchar(length=8)
    audience = Array(base_column=Varchar(length=12))
    required = Boolean()
    recorded_at = Timestamptz()

    due_once = Unique([declaration, kind], name="due_once")


class Message(Table, tablename="customs_message"):
    """A file of the Single Window's inbox, as received. Rows are only added."""

    id: Serial
    sha256 = Varchar(length=64, unique=True)
    body = Bytea()
    file_name = Varchar(length=200, default="")
    brought_by = ForeignKey(Person, on_delete=OnDelete.restrict, null=False)
    brought_at = Timestamptz()


class ImportAnswer(Table):
    """The answer of the Single Window's client to a draft. Rows are only added."""

    id: Serial
    message = ForeignKey(Message, on_delete=OnDelete.restrict, null=False, unique=True)
    declaration = ForeignKey(Declaration, on_delete=OnDelete.restrict, null=False, index=True)
    is_taken = Boolean()
    note = Text(default="")
    sequence = Varchar(length=18, default="", index=True, help_text="统一编号 (SeqNo)")


class Receipt(Table, tablename="customs_receipt"):
    """An answer of customs, read from a file or entered by hand. Rows are only added."""

    id: Serial
    declaration = ForeignKey(Declaration, on_delete=OnDelete.restrict, null=False, index=True)
    channel = Varchar(length=4)
    noticed_at = Timestamptz()
    entry_number = Varchar(length=18, default="")
    note = Text(default="")
    sequence = Varchar(length=18, default="", index=True, help_text="统一编号 (SeqNo)")
    message = ForeignKey(Message, on_delete=OnDelete.restrict, index=True)
    entered_by = ForeignKey(Person, on_delete=OnDelete.restrict, null=False)
    entered_at = Timestamptz()

    receipt_once = Unique([declaration, channel, noticed_at], name="receipt_once")
