"""Query of declarations whose orders name a broker's firm."""

from dataclasses import dataclass
from datetime import datetime

from app.declarations.tables import Declaration as DeclarationRow
from app.declarations.tables import Snapshot as SnapshotRow
from app.kit.records import Record, read_all
from customs.china.receipt import DeclarationState


@dataclass(frozen=True, slots=True)
class AssignedDeclaration:
    """One declaration aboard a load's latest freeze, of an order that names the firm."""

    id: int
    number: str
    state: DeclarationState
    order_id: int
    order_number: str
    buyer: str
    load_number: str
    frozen_at: datetime
    version: int
    """The freeze of the load, counted from 1."""


class AssignedRecord(Record):
    id: int
    number: str
    state: DeclarationState
    order: int
    order_number: str
    buyer: str
    load_number: str
    frozen_at: datetime
    version: int


async def list_assigned(broker_id: int, load_number: str = "") -> list[AssignedDeclaration]:
    """List the declarations of a firm aboard one load, or aboard all, the latest freeze first."""
    order, snapshot = DeclarationRow.order, DeclarationRow.snapshot
    latest = (
        SnapshotRow.select(SnapshotRow.id)
        .distinct(on=[SnapshotRow.load])
        .order_by(SnapshotRow.load)
        .order_by(SnapshotRow.version, ascending=False)
    )
    chosen = (order._.broker == broker_id) & snapshot.is_in(latest)
    if load_number:
        chosen &= snapshot._.load._.number == load_number
    query = (
        DeclarationRow.select(
            DeclarationRow.id,
            DeclarationRow.number,
            DeclarationRow.state,
            DeclarationRow.order,
            order._.number.as_alias("order_number"),
            order._.buyer._.name.as_alias("buyer"),
            snapshot._.load._.number.as_alias("load_number"),
            snapshot._.frozen_at.as_alias("frozen_at"),
            snapshot._.version.as_alias("version"),
        )
        .where(chosen)
        .order_by(snapshot._.frozen_at, ascending=False)
        .order_by(order._.number)
    )
    return [_assigned(row) for row in await read_all(AssignedRecord, query)]


def _assigned(row: AssignedRecord) -> AssignedDeclaration:
    return AssignedDeclaration(
        id=row.id,
        number=row.number,
        state=row.state,
        order_id=row.order,
        order_number=row.order_number,
        buyer=row.buyer,
        load_number=row.load_number,
        frozen_at=row.frozen_at,
        version=row.version,
    )
