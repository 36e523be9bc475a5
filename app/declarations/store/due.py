"""Papers that frozen declarations are due: every query."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from app.declarations.due import Audience, DuePaper, Format, RecordedDue
from app.declarations.tables import DuePaper as DueRow


async def record_due(declaration_id: int, due: DuePaper, *, version: int, at: datetime) -> None:
    """Record that the declaration is due the paper; one recorded already stays as it is."""
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
    """List what the declarations are due, in the order it was recorded."""
    if not declaration_ids:
        return []
    rows = (
        await DueRow.select()
        .where(DueRow.declaration.is_in(list(declaration_ids)))
        .order_by(DueRow.declaration, DueRow.id)
    )
    return [_due(row) for row in rows]


def _due(row: dict[str, Any]) -> RecordedDue:
    return RecordedDue(
        id=row["id"],
        declaration_id=row["declaration"],
        kind=row["kind"],
        version=row["version"],
        label=row["label"],
        format=Format(row["format"]),
        audience=frozenset(map(Audience, row["audience"])),
        required=row["required"],
        recorded_at=row["recorded_at"],
    )
