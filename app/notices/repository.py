"""What was told, and what people do without: every query."""

from collections.abc import Collection
from datetime import UTC, datetime
from typing import Final

from app.kit.records import Record, read_all, read_column
from app.notices.notice import NoticeKind
from app.notices.tables import DeclinedNotice as DeclinedRow
from app.notices.tables import NoticeCursor as CursorRow
from app.notices.tables import ToldEvent as ToldRow

_MOVES: Final = "moves"
_EVER: Final = datetime.min.replace(tzinfo=UTC)
_BEGIN: Final = (
    "INSERT INTO notice_cursor (name, last_id, since) VALUES ({}, 0, {})"
    " ON CONFLICT (name) DO NOTHING"
)
_LOCK: Final = "SELECT last_id, since FROM notice_cursor WHERE name = {} FOR UPDATE"
_TOLD: Final = "SELECT key FROM told_event WHERE key = ANY({})"
_TELL: Final = (
    "INSERT INTO told_event (key, told_at) VALUES ({}, {})"
    " ON CONFLICT (key) DO NOTHING RETURNING id"
)


class CursorRecord(Record):
    """How far the moves of orders are told."""

    last_id: int
    since: datetime


async def lock_cursor() -> CursorRecord:
    """Lock the cursor until the transaction ends; one that is new tells of everything."""
    await CursorRow.raw(_BEGIN, _MOVES, _EVER)
    (cursor,) = await read_all(CursorRecord, CursorRow.raw(_LOCK, _MOVES))
    return cursor


async def move_cursor(last_id: int) -> None:
    await CursorRow.update({CursorRow.last_id: last_id}).where(CursorRow.name == _MOVES)


async def list_told(keys: Collection[str]) -> set[str]:
    """Return those of the events that are told."""
    return set(await read_column(str, ToldRow.raw(_TOLD, list(keys))))


async def save_told(key: str, *, at: datetime) -> bool:
    """Save that an event is told; return False when it was told before."""
    return bool(await read_column(int, ToldRow.raw(_TELL, key, at)))


async def drop_told(before: datetime) -> None:
    """Delete what was told before the instant: nobody looks so far back."""
    await ToldRow.delete().where(ToldRow.told_at < before)


class DeclinedRecord(Record):
    person: int
    kind: NoticeKind


async def declined_by(person_ids: Collection[int]) -> dict[int, frozenset[NoticeKind]]:
    """Return the kinds that each of the people does without."""
    if not person_ids:
        return {}
    query = DeclinedRow.select(DeclinedRow.person, DeclinedRow.kind).where(
        DeclinedRow.person.is_in(sorted(person_ids))
    )
    rows = await read_all(DeclinedRecord, query)
    return {each: frozenset(row.kind for row in rows if row.person == each) for each in person_ids}


async def save_declined(person_id: int, kinds: Collection[NoticeKind]) -> None:
    """Replace the kinds that a person does without."""
    await DeclinedRow.delete().where(DeclinedRow.person == person_id)
    if kinds:
        await DeclinedRow.insert(
            *(DeclinedRow(person=person_id, kind=each.value) for each in kinds)
        )
