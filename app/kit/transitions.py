"""State machines in the database: a row's state, and a row of history for every move."""

from datetime import datetime
from enum import StrEnum
from typing import TypedDict

from piccolo.columns import Varchar
from piccolo.table import Table


class MoveColumns(TypedDict):
    """The columns that every row of history has."""

    from_state: str
    to_state: str
    at: datetime
    by: int | None
    why: str


async def save_transition(
    state: Varchar,
    row_id: int,
    *,
    was: StrEnum,
    to: StrEnum,
    history: Table,
) -> bool:
    """Save the new state and its row of history; return False when the row moved on meanwhile.

    `state` is the column of the table whose row moves. On False nothing is saved.
    """
    table = state._meta.table  # noqa: SLF001 -- Piccolo's own way from a column to its table
    row = table._meta.primary_key  # noqa: SLF001 -- as above
    changed = (
        await table.update({state: to.value})
        .where((row == row_id) & (state == was.value))
        .returning(row)
    )
    if changed:
        await history.save()
    return bool(changed)


def move_columns(
    *, was: StrEnum | None, to: StrEnum, at: datetime, by_id: int | None, why: str = ""
) -> MoveColumns:
    """Return the columns of a row of history; `was` is None for the first one."""
    return {
        "from_state": was.value if was else "",
        "to_state": to.value,
        "at": at,
        "by": by_id,
        "why": why,
    }
