"""State machines in the database: the state of a row, and a row of history for every move."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from piccolo.table import Table


async def save_transition(
    record: Any,  # noqa: ANN401 -- a table with `id` and `state`; Piccolo types no columns
    row_id: int,
    *,
    was: StrEnum,
    to: StrEnum,
    history: Table,
) -> bool:
    """Save the new state and its row of history; False, and nothing, when the row moved on."""
    changed = (
        await record.update({record.state: to.value})
        .where((record.id == row_id) & (record.state == was.value))
        .returning(record.id)
    )
    if changed:
        await history.save()
    return bool(changed)


def move_columns(
    *, was: StrEnum | None, to: StrEnum, at: datetime, by_id: int | None, why: str = ""
) -> dict[str, Any]:
    """Return the columns of a row of history; `was` None: the beginning."""
    return {
        "from_state": was.value if was else "",
        "to_state": to.value,
        "at": at,
        "by": by_id,
        "why": why,
    }
