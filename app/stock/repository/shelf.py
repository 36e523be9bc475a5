"""Single lots: the newest, one with its ledger, and its correction: every query."""

from datetime import date, datetime

from app.kit.records import Record, read_all, read_first
from app.stock.correction import NoSuchLot
from app.stock.ledger import KnownLot, LedgerRow
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
