"""Rows of snapshots, declarations and answers of customs."""

from datetime import datetime

from app.declarations.frozen import Body
from app.kit.records import Record
from customs.china.receipt import DeclarationState


class DeclarationRecord(Record):
    """A declaration with the numbers of its order and its load."""

    id: int
    number: str
    state: DeclarationState
    entry_number: str
    snapshot: int
    order_number: str
    load_number: str


class SnapshotRecord(Record):
    """A snapshot with the number of its load."""

    id: int
    version: int
    sha256: str
    body: Body
    load_number: str


class ReceiptRecord(Record):
    channel: str
    noticed_at: datetime
    entry_number: str
    note: str
    sequence: str


class InvoicedConsignment(Record):
    """The invoice of a consignment in a snapshot of any schema."""

    order_number: str
    invoice_number: str


class InvoicedBody(Record):
    """A snapshot's body, of which only the invoices are read."""

    consignments: list[InvoicedConsignment]
