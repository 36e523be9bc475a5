"""Taking pictures in, making their sizes, and deleting the files of removed ones."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from app.kit.db import transaction
from app.kit.objects import Objects, digest_of
from app.kit.refusal import Refusal
from app.pictures import darkroom, repository
from app.pictures.picture import (
    ATTEMPTS_MAX,
    Picture,
    PictureFormat,
    Rendition,
    master_name,
    next_try,
)

_log = logging.getLogger("keruen.pictures")

A_ROUND: Final = 4
"""The most pictures that one call of the worker works at."""
FILES_KEPT: Final = timedelta(days=7)
"""How long a removed picture's files stay: pages that are open still show them."""


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file as it was sent."""

    name: str
    body: bytes
    alts: Mapping[str, str] = field(default_factory=dict)
    """What it shows, by language; who hangs it keeps this."""


async def take_in(sent: Sequence[SentFile], *, objects: Objects) -> list[Picture]:
    """Read files as pictures and put their masters into the store: all, or none is taken.

    Saves no row: the caller's transaction does (`repository.save_picture`), so that none waits
    for a decoder or a store. A master without a row is found again when it is sent again.
    Raises a `PictureRefused` or `StoreUnavailable`.
    """
    masters = [(each.name, await darkroom.take_in(each.body, name=each.name)) for each in sent]
    taken = []
    for name, master in masters:
        sha256 = digest_of(master.body)
        await objects.save(master_name(sha256), master.body)
        taken.append(
            Picture(id=0, file_name=name, master=sha256, width=master.width, height=master.height)
        )
    return taken


async def make_due_sizes(*, objects: Objects, at: datetime) -> int:
    """Make the sizes that are due; return of how many pictures.

    Pictures are independent: one that fails is tried again after a pause that doubles.
    """
    due = await repository.list_due(at=at, most=A_ROUND)
    return sum([await _make_sizes(each, objects=objects, at=at) for each in due])


async def _make_sizes(picture: Picture, *, objects: Objects, at: datetime) -> int:
    try:
        sizes = await _sizes_of(picture, objects)
    except Refusal:
        _log.exception("picture %s: no sizes", picture.id)
        count = min(picture.attempts + 1, ATTEMPTS_MAX)
        async with transaction():
            again = next_try(count, at=at)
            await repository.save_failure(picture.id, attempts=count, next_at=again)
        return 0
    async with transaction():
        if await repository.lock_due(picture.id):
            await repository.save_renditions(picture.id, sizes)
    return 1


async def _sizes_of(picture: Picture, objects: Objects) -> list[Rendition]:
    master = await objects.read(picture.master_name)
    sizes = []
    for made in await darkroom.make_sizes(master, name=picture.file_name):
        kind = PictureFormat(made.format)
        size = Rendition(kind, made.width, made.height, digest_of(made.body))
        await objects.save(size.object_name, made.body)
        sizes.append(size)
    return sizes


async def delete_removed_files(*, objects: Objects, at: datetime) -> int:
    """Delete the files of removed pictures whose time has come; return of how many.

    A file that another picture has too stays.
    """
    removed = await repository.list_removed(at=at, most=A_ROUND)
    for picture in removed:
        free = await repository.digests_of_none_other(picture)
        names = [each.object_name for each in picture.renditions if each.sha256 in free]
        for name in [*names, *([picture.master_name] if picture.master in free else [])]:
            await objects.delete(name)
        async with transaction():
            await repository.delete_picture(picture.id)
    return len(removed)
