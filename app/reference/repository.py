"""Queries of reference lists."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Final

from app.kit.records import Record, read_all, read_column
from app.reference.row import ReferenceLine
from app.reference.tables import ReferenceRow, ReferenceVersion

_NAME: Final = "lists"
_MOVE: Final = (
    "INSERT INTO reference_version (name, version) VALUES ({}, 1)"
    " ON CONFLICT (name) DO UPDATE SET version = reference_version.version + 1"
)


class RowRecord(Record):
    id: int
    list: str
    key: str
    valid_from: date
    valid_to: date | None
    data: dict[str, object] | None
    source: str
    is_confirmed: bool
    is_shipped: bool


async def get_version() -> int:
    """Return the version of the edition in the database; 0 before the first row."""
    found = await read_column(int, ReferenceVersion.select(ReferenceVersion.version).limit(1))
    return found[0] if found else 0


async def list_rows() -> list[ReferenceLine]:
    """List every row of every list, oldest entry first."""
    query = ReferenceRow.select().order_by(ReferenceRow.id)
    return [_row(row) for row in await read_all(RowRecord, query)]


async def lock() -> None:
    """Lock the lists until the transaction ends, so that changes come one by one."""
    await ReferenceVersion.raw("LOCK TABLE reference_version IN SHARE ROW EXCLUSIVE MODE")


async def move_version() -> None:
    """Increment the version, so that other processes reload the lists."""
    await ReferenceVersion.raw(_MOVE, _NAME)


async def save_rows(rows: Iterable[ReferenceLine], *, at: datetime, by: str) -> None:
    """Save new rows with who entered them."""
    made = [
        ReferenceRow(
            list=row.list,
            key=row.key,
            valid_from=row.valid_from,
            valid_to=row.valid_to,
            data=row.data,
            source=row.source,
            is_confirmed=row.is_confirmed,
            is_shipped=row.is_shipped,
            entered_at=at,
            entered_by=by,
        )
        for row in rows
    ]
    if made:
        await ReferenceRow.insert(*made)


def _row(row: RowRecord) -> ReferenceLine:
    return ReferenceLine(
        list=row.list,
        key=row.key,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        data=row.data,
        source=row.source,
        is_confirmed=row.is_confirmed,
        is_shipped=row.is_shipped,
        id=row.id,
    )
