"""Second steps and their recovery codes: every query."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from app.accounts.tables import RecoveryCode as RecoveryCodeRow
from app.accounts.tables import SecondStep as SecondStepRow
from app.kit.records import Record, read_column, read_first

_SAVE: Final = (
    "INSERT INTO second_step (person, sealed_secret, last_step, made_at) VALUES ({}, {}, 0, {})"
    " ON CONFLICT (person) DO UPDATE SET sealed_secret = EXCLUDED.sealed_secret,"
    " made_at = EXCLUDED.made_at WHERE second_step.confirmed_at IS NULL RETURNING id"
)
_CONFIRM: Final = (
    "UPDATE second_step SET confirmed_at = {}, last_step = {}"
    " WHERE person = {} AND confirmed_at IS NULL RETURNING id"
)
_USE: Final = (
    "UPDATE second_step SET last_step = {} WHERE person = {} AND last_step < {} RETURNING id"
)
_USE_CODE: Final = (
    "UPDATE recovery_code SET used_at = {}"
    " WHERE person = {} AND code_hash = {} AND used_at IS NULL RETURNING id"
)
_DROP: Final = "DELETE FROM second_step WHERE person = {} RETURNING id"


class SecondStepRecord(Record):
    sealed_secret: bytes
    confirmed_at: datetime | None


async def find_second_step(person_id: int) -> SecondStepRecord | None:
    query = SecondStepRow.select(SecondStepRow.sealed_secret, SecondStepRow.confirmed_at)
    return await read_first(
        SecondStepRecord, query.where(SecondStepRow.person == person_id).first()
    )


async def is_second_step_on(person_id: int) -> bool:
    """Return whether the person has confirmed a second step."""
    found = await find_second_step(person_id)
    return found is not None and found.confirmed_at is not None


async def count_recovery_codes(person_id: int) -> int:
    """Return how many recovery codes are left."""
    unused = (RecoveryCodeRow.person == person_id) & RecoveryCodeRow.used_at.is_null()
    return int(await RecoveryCodeRow.count().where(unused))


async def save_second_step(person_id: int, sealed: bytes, *, at: datetime) -> bool:
    """Save one that waits to be confirmed; return False when one is confirmed already."""
    return bool(await read_column(int, SecondStepRow.raw(_SAVE, person_id, sealed, at)))


async def confirm_second_step(person_id: int, *, step: int, at: datetime) -> bool:
    """Confirm it and note the step that was used; return False if it was before."""
    return bool(await read_column(int, SecondStepRow.raw(_CONFIRM, at, step, person_id)))


async def use_step(person_id: int, step: int) -> bool:
    """Note that the code of a step was used; return False if it or a later one was before."""
    return bool(await read_column(int, SecondStepRow.raw(_USE, step, person_id, step)))


async def save_recovery_codes(person_id: int, hashes: Iterable[bytes]) -> None:
    await RecoveryCodeRow.insert(
        *(RecoveryCodeRow(person=person_id, code_hash=each) for each in hashes)
    )


async def use_recovery_code(person_id: int, code_hash: bytes, *, at: datetime) -> bool:
    """Mark a recovery code as used; return False if there is none, or it was before."""
    query = RecoveryCodeRow.raw(_USE_CODE, at, person_id, code_hash)
    return bool(await read_column(int, query))


async def drop_second_step(person_id: int) -> bool:
    """Delete the second step with its codes; return False if there was none."""
    await RecoveryCodeRow.delete().where(RecoveryCodeRow.person == person_id)
    return bool(await read_column(int, SecondStepRow.raw(_DROP, person_id)))
