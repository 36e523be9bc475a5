"""The second step of signing in: set up, confirmed, asked for, taken off."""

from datetime import datetime, timedelta
from typing import Final

from app.accounts import repository, sealing
from app.accounts.actions import letters
from app.accounts.password import check_password
from app.accounts.person import Reader
from app.accounts.repository import second_steps
from app.accounts.second_step import (
    SecondStepOff,
    SecondStepOn,
    SignInAgain,
    WrongPassword,
    WrongPhoneCode,
    matching_step,
    new_recovery_codes,
    new_secret,
    recovery_hash,
)
from app.kit.db import transaction
from app.kit.letters import write_letter
from app.kit.throttle import give_back, take_try

_TRIES: Final = 5
_TRY_EVERY: Final = timedelta(minutes=1)


async def begin_second_step(*, by: Reader, shop_secret: str, at: datetime) -> None:
    """Make a secret that waits for its first code; raises `SecondStepOn`."""
    sealed = sealing.seal(new_secret(), shop_secret=shop_secret, person_id=by.person_id)
    if not await second_steps.save_second_step(by.person_id, sealed, at=at):
        raise SecondStepOn


async def read_waiting_secret(*, by: Reader, shop_secret: str) -> str | None:
    """Return the secret that waits to be confirmed, if there is one; raises `SealBroken`."""
    found = await second_steps.find_second_step(by.person_id)
    if found is None or found.confirmed_at:
        return None
    return sealing.unseal(found.sealed_secret, shop_secret=shop_secret, person_id=by.person_id)


async def confirm_second_step(
    code: str, *, by: Reader, shop_secret: str, at: datetime
) -> list[str]:
    """Turn the second step on by its first code, and return the recovery codes, this once.

    Raises `SecondStepOff`, `WrongPhoneCode` or `TooManyTries`.
    """
    await take_try(_counted(by), at=at, burst=_TRIES, interval=_TRY_EVERY)
    secret = await read_waiting_secret(by=by, shop_secret=shop_secret)
    if secret is None:
        raise SecondStepOff
    step = matching_step(secret, code, at=at)
    if step is None:
        raise WrongPhoneCode(field="code")
    codes = new_recovery_codes()
    async with transaction():
        if not await second_steps.confirm_second_step(by.person_id, step=step, at=at):
            raise SecondStepOn
        await second_steps.save_recovery_codes(by.person_id, map(recovery_hash, codes))
    await give_back(_counted(by), interval=_TRY_EVERY)
    return codes


async def pass_second_step(email: str, code: str, *, shop_secret: str, at: datetime) -> Reader:
    """Return the person, who gave their password before, by a code of the phone or of recovery.

    Each code counts once. Raises `WrongPhoneCode`, `TooManyTries`, and `SignInAgain` for a person
    who is blocked meanwhile.
    """
    reader, _ = await repository.find_person(email)
    if reader is None:
        raise SignInAgain
    await take_try(_counted(reader), at=at, burst=_TRIES, interval=_TRY_EVERY)
    if not await _is_right(reader, code, shop_secret=shop_secret, at=at):
        raise WrongPhoneCode(field="code")
    await give_back(_counted(reader), interval=_TRY_EVERY)
    return reader


async def drop_second_step(password: str, *, by: Reader, at: datetime) -> None:
    """Take one's own second step off; raises `WrongPassword`, `SecondStepOff`, `TooManyTries`."""
    await take_try(_counted(by), at=at, burst=_TRIES, interval=_TRY_EVERY)
    _, password_hash = await repository.find_person(by.email)
    if not await check_password(password_hash, password):
        raise WrongPassword(field="password")
    await _take_off(by, at=at)
    await give_back(_counted(by), interval=_TRY_EVERY)


async def take_second_step_off(email: str, *, at: datetime) -> Reader:
    """Take it off for somebody who has lost phone and codes; raises as `drop_second_step` does.

    Raises `NoSuchPerson` too.
    """
    reader = await repository.get_person(email)
    await _take_off(reader, at=at)
    return reader


async def _take_off(reader: Reader, *, at: datetime) -> None:
    async with transaction():
        if not await second_steps.drop_second_step(reader.person_id):
            raise SecondStepOff
        await write_letter(letters.second_step_off_letter(reader), at=at)


async def _is_right(reader: Reader, code: str, *, shop_secret: str, at: datetime) -> bool:
    found = await second_steps.find_second_step(reader.person_id)
    if found is None or found.confirmed_at is None:
        raise SignInAgain
    if await second_steps.use_recovery_code(reader.person_id, recovery_hash(code), at=at):
        return True
    secret = sealing.unseal(
        found.sealed_secret, shop_secret=shop_secret, person_id=reader.person_id
    )
    step = matching_step(secret, code, at=at)
    return step is not None and await second_steps.use_step(reader.person_id, step)


def _counted(reader: Reader) -> str:
    return f"second-step:{reader.person_id}"
