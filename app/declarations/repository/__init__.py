"""Queries of snapshots, declarations and receipts."""

from dataclasses import dataclass
from datetime import datetime

from piccolo.query.methods.select import Select

from app.declarations.frozen import Body, from_body
from app.declarations.lodging import ReceiptKnown
from app.declarations.repository.rows import (
    DeclarationRecord,
    InvoicedBody,
    ReceiptRecord,
    SnapshotRecord,
)
from app.declarations.snapshot import LoadSnapshot
from app.declarations.tables import Declaration as DeclarationRow
from app.declarations.tables import Receipt as ReceiptRow
from app.declarations.tables import Snapshot as SnapshotRow
from app.kit.i18n import N_
from app.kit.records import read_all, read_column, read_first
from app.kit.refusal import NotFound
from customs.china.receipt import CustomsReceipt, DeclarationState


class NoSuchDeclaration(NotFound):
    code = "declaration.not_found"
    sentence = N_("There is no declaration %(number)s.")


@dataclass(frozen=True, slots=True)
class StoredDeclaration:
    """The declaration of one order aboard one frozen load."""

    id: int
    number: str
    state: DeclarationState
    entry_number: str
    order_number: str
    load_number: str
    snapshot_id: int


@dataclass(frozen=True, slots=True)
class Frozen:
    """A stored snapshot."""

    id: int
    load_number: str
    version: int
    sha256: str
    snapshot: LoadSnapshot


_DECLARATION = (
    DeclarationRow.id,
    DeclarationRow.number,
    DeclarationRow.state,
    DeclarationRow.entry_number,
    DeclarationRow.snapshot,
    DeclarationRow.order._.number.as_alias("order_number"),
    DeclarationRow.snapshot._.load._.number.as_alias("load_number"),
)


def _declaration(row: DeclarationRecord) -> StoredDeclaration:
    return StoredDeclaration(
        id=row.id,
        number=row.number,
        state=row.state,
        entry_number=row.entry_number,
        order_number=row.order_number,
        load_number=row.load_number,
        snapshot_id=row.snapshot,
    )


async def _declarations(query: Select[DeclarationRow]) -> list[StoredDeclaration]:
    return [_declaration(row) for row in await read_all(DeclarationRecord, query)]


async def last_version(load_id: int) -> int:
    """Return how often the load has been frozen, 0 if never."""
    query = SnapshotRow.raw(
        "SELECT coalesce(max(version), 0) AS last FROM snapshot WHERE load = {}", load_id
    )
    [last] = await read_column(int, query)
    return last


async def save_snapshot(load_id: int, body: Body, *, sha256: str, by_id: int, at: datetime) -> int:
    """Save a frozen load's body and return its id."""
    row = SnapshotRow(
        load=load_id,
        version=body["version"],
        frozen_at=at,
        frozen_by=by_id,
        body=body,
        sha256=sha256,
    )
    await row.save()
    return int(row.id)


async def save_declaration(number: str, *, snapshot_id: int, order_id: int) -> None:
    await DeclarationRow(
        number=number,
        snapshot=snapshot_id,
        order=order_id,
        state=DeclarationState.DRAFT.value,
    ).save()


async def get_frozen(snapshot_id: int) -> Frozen:
    """Return a stored snapshot; raises `NoSuchDeclaration`."""
    query = SnapshotRow.select(
        SnapshotRow.id,
        SnapshotRow.version,
        SnapshotRow.sha256,
        SnapshotRow.body,
        SnapshotRow.load.number.as_alias("load_number"),
    ).where(SnapshotRow.id == snapshot_id)
    row = await read_first(SnapshotRecord, query.first())
    if row is None:
        raise NoSuchDeclaration(number=snapshot_id)
    return Frozen(
        id=row.id,
        load_number=row.load_number,
        version=row.version,
        sha256=row.sha256,
        snapshot=from_body(row.body),
    )


async def last_snapshot_of(load_number: str) -> int | None:
    """Return the id of the load's latest snapshot; None if it was never frozen."""
    query = (
        SnapshotRow.select(SnapshotRow.id)
        .where(SnapshotRow.load.number == load_number)
        .order_by(SnapshotRow.version, ascending=False)
    )
    return next(iter(await read_column(int, query.limit(1))), None)


async def declarations_of(snapshot_id: int) -> list[StoredDeclaration]:
    """List the declarations drawn from a snapshot, by number."""
    return await _declarations(
        DeclarationRow.select(*_DECLARATION)
        .where(DeclarationRow.snapshot == snapshot_id)
        .order_by(DeclarationRow.number)
    )


async def latest_declarations(load_number: str) -> list[StoredDeclaration]:
    """List the declarations of the load's latest freeze; none when it was never frozen."""
    snapshot_id = await last_snapshot_of(load_number)
    return await declarations_of(snapshot_id) if snapshot_id else []


async def declarations_aboard(load_number: str) -> list[StoredDeclaration]:
    """List the declarations of every freeze of the load, by number."""
    return await _declarations(
        DeclarationRow.select(*_DECLARATION)
        .where(DeclarationRow.snapshot._.load._.number == load_number)
        .order_by(DeclarationRow.number)
    )


async def latest_declaration_of(order_id: int) -> StoredDeclaration | None:
    """Return the order's declaration of its load's latest freeze; None if never frozen."""
    found = await _declarations(
        DeclarationRow.select(*_DECLARATION)
        .where(DeclarationRow.order == order_id)
        .order_by(DeclarationRow.id, ascending=False)
        .limit(1)
    )
    return found[0] if found else None


async def invoice_numbers_of(load_id: int) -> dict[str, str]:
    """Return the invoice numbers of the load's earlier freezes by order, to be used again."""
    query = (
        SnapshotRow.select(SnapshotRow.body)
        .where(SnapshotRow.load == load_id)
        .order_by(SnapshotRow.version)
    )
    bodies = await read_column(InvoicedBody, query)
    return {each.order_number: each.invoice_number for body in bodies for each in body.consignments}


async def get_declaration(number: str) -> StoredDeclaration:
    """Return the declaration; raises `NoSuchDeclaration`."""
    found = await _declarations(
        DeclarationRow.select(*_DECLARATION).where(DeclarationRow.number == number)
    )
    if not found:
        raise NoSuchDeclaration(number=number)
    return found[0]


async def lock_declaration(number: str) -> StoredDeclaration:
    """Return the declaration, its row locked; raises `NoSuchDeclaration`."""
    row = (
        await DeclarationRow.select(DeclarationRow.id)
        .where(DeclarationRow.number == number)
        .order_by(DeclarationRow.id)
        .lock_rows("NO KEY UPDATE")
    )
    if not row:
        raise NoSuchDeclaration(number=number)
    return await get_declaration(number)


async def save_receipt(
    declaration: StoredDeclaration,
    receipt: CustomsReceipt,
    *,
    by_id: int,
    at: datetime,
    message: int | None = None,
) -> None:
    """Save an answer of customs; raises `ReceiptKnown` for one already entered."""
    known = await ReceiptRow.exists().where(
        (ReceiptRow.declaration == declaration.id)
        & (ReceiptRow.channel == receipt.channel)
        & (ReceiptRow.noticed_at == receipt.noticed_at)
    )
    if known:
        raise ReceiptKnown
    await ReceiptRow(
        declaration=declaration.id,
        channel=receipt.channel,
        noticed_at=receipt.noticed_at,
        entry_number=receipt.entry_number,
        note=receipt.note,
        sequence=receipt.sequence,
        message=message,
        entered_by=by_id,
        entered_at=at,
    ).save()


async def receipts_of(declaration_id: int) -> list[CustomsReceipt]:
    """List the answers of customs to a declaration, the earliest notice first.

    Those of one instant are in the order they were entered.
    """
    query = (
        ReceiptRow.select()
        .where(ReceiptRow.declaration == declaration_id)
        .order_by(ReceiptRow.noticed_at, ReceiptRow.id)
    )
    return [
        CustomsReceipt(
            channel=row.channel,
            noticed_at=row.noticed_at,
            entry_number=row.entry_number,
            note=row.note,
            sequence=row.sequence,
        )
        for row in await read_all(ReceiptRecord, query)
    ]


async def save_declaration_state(
    declaration: StoredDeclaration, *, state: DeclarationState, entry_number: str
) -> None:
    """Save the state that results from the answers of customs."""
    await DeclarationRow.update(
        {DeclarationRow.state: state.value, DeclarationRow.entry_number: entry_number}
    ).where(DeclarationRow.id == declaration.id)
