"""Devices that people signed in from, and the visits in them: every query."""

from datetime import datetime
from typing import Final

from app.accounts.device import BROWSER_LENGTH, Origin, OwnVisit
from app.accounts.session import hash_key
from app.accounts.tables import Device as DeviceRow
from app.accounts.tables import Session as SessionRow
from app.kit.records import Record, read_all, read_column

_KNOWN: Final = (
    "SELECT device.id FROM device JOIN person ON person.id = device.person"
    " WHERE person.email = {} AND device.key_hash = {}"
)
_SEE: Final = (
    "UPDATE device SET seen_at = {}, browser = {} WHERE person = {} AND key_hash = {} RETURNING id"
)
_OPEN: Final = (
    "SELECT session.id, session.created_at, session.seen_at, session.address,"
    " session.key_hash = {} AS is_this, coalesce(device.browser, '') AS browser"
    " FROM session LEFT JOIN device ON device.id = session.device"
    " WHERE session.person = {} AND session.expires_at > {}"
    " ORDER BY is_this DESC, session.seen_at DESC, session.id DESC"
)
_END: Final = "DELETE FROM session WHERE id = {} AND person = {} RETURNING id"
_END_OTHERS: Final = "DELETE FROM session WHERE person = {} AND key_hash <> {} RETURNING id"


class OwnVisitRecord(Record):
    id: int
    created_at: datetime
    seen_at: datetime
    address: str
    browser: str
    is_this: bool


async def is_device_key(key: str) -> bool:
    """Return whether somebody signed in from the device of this key."""
    return await DeviceRow.exists().where(DeviceRow.key_hash == hash_key(key))


async def is_device_of(email: str, key: str) -> bool:
    """Return whether the person with this e-mail signed in from the device of this key."""
    query = DeviceRow.raw(_KNOWN, email.lower(), hash_key(key))
    return bool(await read_column(int, query))


async def has_devices(person_id: int) -> bool:
    return await DeviceRow.exists().where(DeviceRow.person == person_id)


async def see_device(person_id: int, origin: Origin, *, at: datetime) -> int | None:
    """Note that the person's device was seen, and return its id; None if it is not theirs yet."""
    browser = origin.browser[:BROWSER_LENGTH]
    query = DeviceRow.raw(_SEE, at, browser, person_id, hash_key(origin.device_key))
    return next(iter(await read_column(int, query)), None)


async def save_device(person_id: int, origin: Origin, *, at: datetime) -> int:
    """Save a device from which the person had not signed in, and return its id."""
    row = DeviceRow(
        person=person_id,
        key_hash=hash_key(origin.device_key),
        browser=origin.browser[:BROWSER_LENGTH],
        first_seen_at=at,
        seen_at=at,
    )
    await row.save()
    return row.id


async def list_own_visits(person_id: int, key: str, *, at: datetime) -> list[OwnVisit]:
    """List the person's open visits, that of the key first."""
    rows = await read_all(OwnVisitRecord, SessionRow.raw(_OPEN, hash_key(key), person_id, at))
    return [
        OwnVisit(
            id=row.id,
            opened_at=row.created_at,
            seen_at=row.seen_at,
            address=row.address,
            browser=row.browser,
            is_this=row.is_this,
        )
        for row in rows
    ]


async def close_own_visit(visit_id: int, person_id: int) -> bool:
    """Delete one visit of the person; return False if there is none."""
    return bool(await read_column(int, SessionRow.raw(_END, visit_id, person_id)))


async def close_other_visits(person_id: int, key: str) -> int:
    """Delete every visit of the person but that of the key; return how many there were."""
    return len(await read_column(int, SessionRow.raw(_END_OTHERS, person_id, hash_key(key))))
