"""Queries of papers due for frozen declarations."""

from collections.abc import Sequence
from datetime import datetime

from app.declarations.due import Audience, DuePaper, Format, RecordedDue
from app.declarations.tables import DuePaper as DueRow
from app.kit.records import Record, read_all


async def record_due(declaration_id: int, due: DuePaper, *, version: int, at: datetime) -> None:
    """Save a paper due for the declaration; one saved already stays as it is."""
    await DueRow.insert(
        DueRow(
            declaration=declaration_id,
            kind=due.kind,
            version=version,
            label=due.label,
            format=due.format.value,
            audience=sorted(due.audience),
            required=due.required,
            recorded_at=at,
        )
    ).on_conflict(action="DO NOTHING")


async def list_due(declaration_ids: Sequence[int]) -> list[RecordedDue]:
    """List the papers due for the declarations, in the order they were recorded."""
    if not declaration_ids:
        return []
    query = (
        DueRow.select()
        .where(DueRow.declaration.is_in(list(declaration_ids)))
        .order_by(DueRow.declaration, DueRow.id)
    )
    return [_due(row) for row in await read_all(DueRecord, query)]


class DueRecord(Record):
    id: int
    declaration: int
    kind: str
    version: int
    label: str
    format: Format
    audience: frozenset[Audience]
    required: bool
    recorded_at: datetime


def _due(row: DueRecord) -> RecordedDue:
    return RecordedDue(
        id=row.id,
        declaration_id=row.declaration,
        kind=row.kind,
        version=row.version,
        label=row.label,
        format=row.format,
        audience=row.audience,
        required=row.required,
        recorded_at=row.recorded_at,
    )
