"""Importing rows of reference lists."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

from app.kit.db import transaction
from app.reference import current, repository
from app.reference.edition import ReferenceEdition
from app.reference.reading import read_file
from app.reference.row import AnyList, ReferenceLine

_PROGRAM: Final = "shipped"


def read_shipped(lists: Iterable[AnyList]) -> list[ReferenceLine]:
    """Return the shipped rows."""
    return [row for each in lists for row in read_file(each, each.shipped, is_shipped=True)]


def use_shipped(lists: Iterable[AnyList]) -> ReferenceEdition:
    """Use the shipped rows alone, without a database; return their edition."""
    found = ReferenceEdition(read_shipped(lists))
    current.use(found)
    return found


async def enter_shipped(lists: Iterable[AnyList], *, at: datetime) -> int:
    """Save the shipped rows that were never saved; return how many.

    Rows entered by administrators stay, and take precedence.
    """
    return await _enter(read_shipped(lists), at=at, by=_PROGRAM)


async def enter_file(kind: AnyList, path: Path, *, at: datetime, by: str) -> int:
    """Save the rows of a file that are not stored yet, all or none; return how many.

    Raises `BadFile` or `BadRow`.
    """
    return await _enter(read_file(kind, path, is_shipped=False), at=at, by=by)


async def save_rows(rows: Sequence[ReferenceLine], *, at: datetime, by: str) -> int:
    """Save the rows that are not stored yet, in the caller's transaction; return how many.

    The caller calls `current.load` after it.
    """
    await repository.lock()
    stored = await repository.list_rows()
    fresh = [row for row in rows if row not in stored]
    if fresh:
        await repository.save_rows(fresh, at=at, by=by)
        await repository.move_version()
    return len(fresh)


async def _enter(rows: Sequence[ReferenceLine], *, at: datetime, by: str) -> int:
    async with transaction():
        fresh = await save_rows(rows, at=at, by=by)
    await current.load()
    return fresh
