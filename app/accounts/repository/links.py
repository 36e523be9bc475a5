"""One-time links: every query."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

import msgspec

from app.accounts.one_time_link import LIFETIMES, LinkPurpose, OneTimeLink
from app.accounts.session import hash_key
from app.accounts.tables import OneTimeLink as OneTimeLinkRow
from app.kit.records import Record, read_all, read_column

_FIND: Final = (
    "SELECT person.id AS person_id, person.name, person.email, person.language, link.purpose"
    " FROM one_time_link AS link JOIN person ON person.id = link.person"
    " WHERE link.key_hash = {} AND link.used_at IS NULL AND link.expires_at > {} AND person.active"
    " AND link.purpose = ANY({})"
)
_USE: Final = (
    "UPDATE one_time_link SET used_at = {}"
    " WHERE key_hash = {} AND used_at IS NULL AND expires_at > {} RETURNING id"
)
_DROP: Final = "UPDATE one_time_link SET used_at = {} WHERE person = {} AND used_at IS NULL"


class LinkRecord(Record):
    person_id: int
    name: str
    email: str
    language: str
    purpose: LinkPurpose


async def save_link(key: str, *, person_id: int, purpose: LinkPurpose, at: datetime) -> None:
    """Save a link that lives as long as those of its purpose do."""
    await OneTimeLinkRow(
        key_hash=hash_key(key),
        person=person_id,
        purpose=purpose.value,
        made_at=at,
        expires_at=at + LIFETIMES[purpose],
    ).save()


async def find_link(
    key: str, *, purposes: Sequence[LinkPurpose], at: datetime
) -> OneTimeLink | None:
    """Return the link, if it can still be used for that and its person is not blocked."""
    query = OneTimeLinkRow.raw(_FIND, hash_key(key), at, [each.value for each in purposes])
    rows = await read_all(LinkRecord, query)
    return OneTimeLink(**msgspec.structs.asdict(rows[0])) if rows else None


async def use_link(key: str, *, at: datetime) -> bool:
    """Mark the link as used; return False when somebody used it before."""
    return bool(await read_column(int, OneTimeLinkRow.raw(_USE, at, hash_key(key), at)))


async def drop_links_of(person_id: int, *, at: datetime) -> None:
    """Mark every link of the person as used: a later one replaces them."""
    await OneTimeLinkRow.raw(_DROP, at, person_id)


async def drop_expired_links(*, at: datetime) -> None:
    """Delete the links that expired at the instant or before."""
    await OneTimeLinkRow.delete().where(OneTimeLinkRow.expires_at <= at)
