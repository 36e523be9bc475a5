"""Rows of reference lists in the database."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Final

from app.reference.row import ReferenceLine
from app.reference.tables import ReferenceRow, ReferenceVersion

_NAME: Final = "lists"
_MOVE: Final = (
    "INSERT INTO reference_version (name, version) VALUES ({}, 1)"
    " ON CONFLICT (name) DO UPDATE SET version = reference_version.version + 1"
)


async def get_version() -> int:
    """Return the number of the edition that the database holds; 0 before the first row."""
    row = await ReferenceVersion.select(ReferenceVersion.version).first()
    return int(row["version"]) if row else 0


async def list_rows() -> list[ReferenceLine]:
    """Return every row of every list in the order of entering."""
    return [_row(row) for row in await ReferenceRow.select().order_by(ReferenceRow.id)]


async def lock() -> None:
    """Keep others from changing lists until the transaction ends: changes come one by one."""
    await ReferenceVersion.raw("LOCK TABLE reference_version IN SHARE ROW EXCLUSIVE MODE")


async def move_version() -> None:
    """Move the version on, so that other processes read the lists anew."""
    await ReferenceVersion.raw(_MOVE, _NAME)


async def save_rows(rows: Iterable[ReferenceLine], *, at: datetime, by: str) -> None:
    """Save new rows as entered by somebody."""
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


def _row(row: dict[str, Any]) -> ReferenceLine:
    return ReferenceLine(
        list=row["list"],
        key=row["key"],
        valid_from=row["valid_from"],
        valid_to=row["valid_to"],
        data=row["data"],
        source=row["source"],
        is_confirmed=row["is_confirmed"],
        is_shipped=row["is_shipped"],
        id=row["id"],
    )
