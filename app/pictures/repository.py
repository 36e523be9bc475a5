"""Pictures and their sizes: every query."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from app.kit.records import Record, read_all, read_column, read_first
from app.pictures.picture import Picture, PictureFormat, Rendition
from app.pictures.tables import Picture as PictureRow
from app.pictures.tables import Rendition as RenditionRow


class PictureRecord(Record):
    id: int
    file_name: str
    master: str
    width: int
    height: int
    attempts: int


class PictureDueRecord(Record):
    due_at: datetime | None
    removed_at: datetime | None


class RenditionRecord(Record):
    picture: int
    kind: PictureFormat
    width: int
    height: int
    sha256: str


async def get_pictures(ids: Sequence[int]) -> dict[int, Picture]:
    """Return these pictures by id: always two queries."""
    rows = PictureRow.select().where(PictureRow.id.is_in([*ids, 0]))
    sizes = RenditionRow.select().where(RenditionRow.picture.is_in([*ids, 0]))
    found = await read_all(RenditionRecord, sizes.order_by(RenditionRow.width))
    return {
        row.id: _picture(row, [size for size in found if size.picture == row.id])
        for row in await read_all(PictureRecord, rows)
    }


async def save_picture(taken: Picture, *, by_id: int | None, at: datetime) -> int:
    """Save a picture whose sizes are due at once; return its id."""
    row = PictureRow(
        file_name=taken.file_name,
        master=taken.master,
        width=taken.width,
        height=taken.height,
        due_at=at,
        added_at=at,
        added_by=by_id,
    )
    await row.save()
    return row.id


_DUE: Final = (
    "SELECT id FROM picture WHERE due_at <= {} AND removed_at IS NULL ORDER BY due_at, id LIMIT {}"
)
_REMOVED: Final = (
    "SELECT id FROM picture WHERE due_at <= {} AND removed_at IS NOT NULL ORDER BY id LIMIT {}"
)


async def list_due(*, at: datetime, most: int) -> list[Picture]:
    """List pictures whose sizes are due, the longest due first."""
    ids = await read_column(int, PictureRow.raw(_DUE, at, most))
    pictures = await get_pictures(ids)
    return [pictures[each] for each in ids]


async def list_removed(*, at: datetime, most: int) -> list[Picture]:
    """List removed pictures whose files are due to be deleted."""
    ids = await read_column(int, PictureRow.raw(_REMOVED, at, most))
    pictures = await get_pictures(ids)
    return [pictures[each] for each in ids]


async def lock_due(picture_id: int) -> bool:
    """Lock a picture; return whether its sizes are still due."""
    query = PictureRow.select(PictureRow.due_at, PictureRow.removed_at)
    row = await read_first(
        PictureDueRecord, query.where(PictureRow.id == picture_id).first().lock_rows()
    )
    return row is not None and row.due_at is not None and row.removed_at is None


async def save_renditions(picture_id: int, sizes: Sequence[Rendition]) -> None:
    """Save the sizes; nothing is due then."""
    rows = [
        RenditionRow(
            picture=picture_id,
            kind=each.format.value,
            width=each.width,
            height=each.height,
            sha256=each.sha256,
        )
        for each in sizes
    ]
    await RenditionRow.insert(*rows)
    await PictureRow.update({PictureRow.due_at: None, PictureRow.attempts: 0}).where(
        PictureRow.id == picture_id
    )


async def save_failure(picture_id: int, *, attempts: int, next_at: datetime) -> None:
    """Save that sizes could not be made, and when it is tried again."""
    await PictureRow.update({PictureRow.attempts: attempts, PictureRow.due_at: next_at}).where(
        PictureRow.id == picture_id
    )


async def mark_removed(picture_id: int, *, at: datetime, files_at: datetime) -> None:
    """Save that a picture is removed; its files are deleted from `files_at` on."""
    await PictureRow.update({PictureRow.removed_at: at, PictureRow.due_at: files_at}).where(
        PictureRow.id == picture_id
    )


_FREE: Final = (
    "SELECT name FROM unnest({}::text[]) AS name"
    " WHERE NOT EXISTS (SELECT 1 FROM rendition WHERE sha256 = name AND picture <> {})"
    " AND NOT EXISTS (SELECT 1 FROM picture WHERE master = name AND id <> {})"
)


async def digests_of_none_other(picture: Picture) -> set[str]:
    """Return those of the picture's digests that no other picture has."""
    digests = [picture.master, *(each.sha256 for each in picture.renditions)]
    query = PictureRow.raw(_FREE, digests, picture.id, picture.id)
    return set(await read_column(str, query))


async def delete_picture(picture_id: int) -> None:
    """Delete the row of a removed picture, with its sizes'."""
    await PictureRow.delete().where(PictureRow.id == picture_id)


def _picture(row: PictureRecord, sizes: list[RenditionRecord]) -> Picture:
    return Picture(
        id=row.id,
        file_name=row.file_name,
        master=row.master,
        width=row.width,
        height=row.height,
        attempts=row.attempts,
        renditions=tuple(
            Rendition(each.kind, each.width, each.height, each.sha256) for each in sizes
        ),
    )
