"""Entering rows of reference lists."""

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
    """Return the rows that came with the program."""
    return [row for each in lists for row in read_file(each, each.shipped, is_shipped=True)]


def use_shipped(lists: Iterable[AnyList]) -> ReferenceEdition:
    """Read by the shipped rows alone, where no database is asked; return their edition."""
    found = ReferenceEdition(read_shipped(lists))
    current.use(found)
    return found


async def enter_shipped(lists: Iterable[AnyList], *, at: datetime) -> int:
    """Enter whatever came with the program and was never entered; return how many rows.

    What administrators entered stays, and stands before it.
    """
    return await _enter(read_shipped(lists), at=at, by=_PROGRAM)


async def enter_file(kind: AnyList, path: Path, *, at: datetime, by: str) -> int:
    """Enter the rows of a file that are not there word for word, all or none; return how many.

    Raises `BadFile` or `BadRow`.
    """
    return await _enter(read_file(kind, path, is_shipped=False), at=at, by=by)


async def _enter(rows: Sequence[ReferenceLine], *, at: datetime, by: str) -> int:
    async with transaction():
        await repository.lock()
        kept = await repository.list_rows()
        fresh = [row for row in rows if row not in kept]
        if fresh:
            await repository.save_rows(fresh, at=at, by=by)
            await repository.move_version()
    await current.load()
    return len(fresh)
