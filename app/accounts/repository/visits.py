"""Visits: every query."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from app.accounts.person import Reader
from app.accounts.repository.people import PERSON, PersonRecord, to_reader
from app.accounts.session import NOWHERE, VisitPlace, expiry, hash_key
from app.accounts.tables import Person as PersonRow
from app.accounts.tables import Session as SessionRow
from app.kit.records import Record, read_column, read_first


class VisitRecord(Record):
    id: int
    person: int | None
    created_at: datetime
    seen_at: datetime
    data: dict[str, object]


@dataclass(frozen=True, slots=True)
class OpenVisit:
    """A visit that has not ended, and its reader if somebody has signed in."""

    row: VisitRecord
    reader: Reader | None


async def find_visit(key: str, *, at: datetime) -> OpenVisit | None:
    """Return the visit of a key, if it has not ended and its reader may enter still."""
    is_open = (SessionRow.key_hash == hash_key(key)) & (SessionRow.expires_at > at)
    row = await read_first(VisitRecord, SessionRow.select().where(is_open).first())
    if row is None:
        return None
    if row.person is None:
        return OpenVisit(row, None)
    query = PersonRow.select(*PERSON).where(PersonRow.id == row.person).first()
    person = await read_first(PersonRecord, query)
    return OpenVisit(row, to_reader(person)) if person and person.may_enter else None


async def open_visit(
    key: str,
    *,
    person_id: int | None,
    data: dict[str, object],
    at: datetime,
    place: VisitPlace = NOWHERE,
) -> None:
    await SessionRow(
        key_hash=hash_key(key),
        person=person_id,
        created_at=at,
        seen_at=at,
        expires_at=expiry(created_at=at, seen_at=at),
        data=data,
        device=place.device_id,
        address=place.address,
    ).save()


async def touch_visit(row: VisitRecord, *, at: datetime) -> None:
    """Set when the visit was last seen, and so when it ends."""
    expires_at = expiry(created_at=row.created_at, seen_at=at)
    await SessionRow.update({SessionRow.seen_at: at, SessionRow.expires_at: expires_at}).where(
        SessionRow.id == row.id
    )


_WITH_DATA: Final = "SELECT data FROM session WHERE data ->> {} = ANY({}::text[])"


async def list_visits_with(name: str, values: Collection[str]) -> list[dict[str, object]]:
    """Return the data of the visits that have one of the values under the name."""
    if not values:
        return []
    query = SessionRow.raw(_WITH_DATA, name, sorted(values))
    return await read_column(dict[str, object], query)


async def save_visit_data(key: str, data: dict[str, object]) -> None:
    """Replace the visit's data."""
    await SessionRow.update({SessionRow.data: data}).where(SessionRow.key_hash == hash_key(key))


async def close_visit(key: str) -> None:
    """Delete the visit."""
    await SessionRow.delete().where(SessionRow.key_hash == hash_key(key))


async def close_visits_of(person_id: int) -> None:
    """Delete every visit of a person."""
    await SessionRow.delete().where(SessionRow.person == person_id)


async def drop_ended_visits(*, at: datetime) -> None:
    """Delete the visits that ended at the instant or before."""
    await SessionRow.delete().where(SessionRow.expires_at <= at)
