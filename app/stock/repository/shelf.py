"""Single lots: the newest, one with its ledger, and its correction: every query."""

from collections.abc import Collection
from datetime import date, datetime

from app.kit.records import Record, read_all, read_column, read_first
from app.stock.correction import NoSuchLot
from app.stock.ledger import KnownLot, LedgerRow, LotMovement
from app.stock.lot import Lot, MovementKind
from app.stock.tables import Lot as LotRow
from app.stock.tables import Movement as MovementRow


class LotRecord(Record):
    id: int
    product: int
    batch: str
    produced_on: date
    best_before: date | None
    on_hand: int
    reserved: int


class KnownLotRecord(LotRecord):
    """A lot with its product's article number."""

    sku: str


class MovementRecord(Record):
    """A row of the ledger with the name of who made it."""

    kind: MovementKind
    quantity: int
    reference: str
    at: datetime
    name: str | None
    why: str


class LotMovementRecord(Record):
    """A row of the ledger with its lot's batch."""

    kind: MovementKind
    quantity: int
    at: datetime
    batch: str


async def list_newest(*, most: int) -> list[KnownLot]:
    """List the lots that were received last, the newest first."""
    query = (
        LotRow.select(*LotRow.all_columns(), LotRow.product._.sku.as_alias("sku"))
        .order_by(LotRow.id, ascending=False)
        .limit(most)
    )
    return [_known(row) for row in await read_all(KnownLotRecord, query)]


async def get_lot(lot_id: int) -> KnownLot:
    """Return a lot; raises `NoSuchLot`."""
    query = LotRow.select(*LotRow.all_columns(), LotRow.product._.sku.as_alias("sku"))
    row = await read_first(KnownLotRecord, query.where(LotRow.id == lot_id).first())
    if row is None:
        raise NoSuchLot
    return _known(row)


async def list_ledger(lot_id: int, *, most: int) -> list[LedgerRow]:
    """List the latest changes of a lot, the newest first."""
    query = (
        MovementRow.select(*MovementRow.all_columns(), MovementRow.by._.name.as_alias("name"))
        .where(MovementRow.lot == lot_id)
        .order_by(MovementRow.id, ascending=False)
        .limit(most)
    )
    return [
        LedgerRow(
            kind=row.kind,
            quantity=row.quantity,
            reference=row.reference,
            at=row.at,
            by=row.name or "",
            why=row.why,
        )
        for row in await read_all(MovementRecord, query)
    ]


async def list_lots(product_ids: Collection[int]) -> list[Lot]:
    """List the products' lots: first those that expire first, then by the day they were made."""
    query = LotRow.select().where(LotRow.product.is_in([*product_ids, 0]))
    ordered = query.order_by(LotRow.best_before).order_by(LotRow.produced_on).order_by(LotRow.id)
    return [lot_of(row) for row in await read_all(LotRecord, ordered)]


async def list_movements(product_id: int, *, most: int) -> list[LotMovement]:
    """List the latest changes of a product's lots, the newest first: for whom stays unsaid."""
    query = (
        MovementRow.select(
            MovementRow.kind,
            MovementRow.quantity,
            MovementRow.at,
            MovementRow.lot.batch.as_alias("batch"),
        )
        .where(MovementRow.lot.product == product_id)
        .order_by(MovementRow.id, ascending=False)
        .limit(most)
    )
    rows = await read_all(LotMovementRecord, query)
    return [LotMovement(row.batch, row.kind, row.quantity, row.at) for row in rows]


async def count_shipped(product_id: int) -> int:
    """Count the units of a product that have left the shelf with orders."""
    moved = (MovementRow.lot.product == product_id) & (
        MovementRow.kind == MovementKind.SHIPPED.value
    )
    changes = await read_column(int, MovementRow.select(MovementRow.quantity).where(moved))
    return -sum(changes)


async def lock_lot(lot_id: int) -> Lot:
    """Return a lot, its row locked to the end of the transaction; raises `NoSuchLot`."""
    query = (
        LotRow.select().where(LotRow.id == lot_id).order_by(LotRow.id).lock_rows("NO KEY UPDATE")
    )
    rows = await read_all(LotRecord, query)
    if not rows:
        raise NoSuchLot
    return lot_of(rows[0])


async def save_correction(lot: Lot, change: int, *, at: datetime, by: int, why: str) -> None:
    """Change what a locked lot holds, and save the ledger's row with the reason."""
    await LotRow.update({LotRow.on_hand: lot.on_hand + change}).where(LotRow.id == lot.id)
    await MovementRow(
        lot=lot.id,
        kind=MovementKind.CORRECTED.value,
        quantity=change,
        reference=lot.batch,
        at=at,
        by=by,
        why=why,
    ).save()


def _known(row: KnownLotRecord) -> KnownLot:
    return KnownLot(lot_of(row), row.sku)


def lot_of(row: LotRecord) -> Lot:
    return Lot(
        id=row.id,
        product_id=row.product,
        batch=row.batch,
        produced_on=row.produced_on,
        best_before=row.best_before,
        on_hand=row.on_hand,
        reserved=row.reserved,
    )
