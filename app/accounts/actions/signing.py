"""Signing in and out."""

from datetime import datetime, timedelta
from typing import Final

from app.accounts import repository
from app.accounts.password import check_password
from app.accounts.person import Reader, WrongSignIn
from app.accounts.repository import devices, visits
from app.accounts.session import NOWHERE, VisitPlace, hash_key, new_key
from app.kit.db import transaction
from app.kit.throttle import give_back, take_try

_TRIES: Final = 10
_TRY_EVERY: Final = timedelta(seconds=30)


async def sign_in(
    email: str, password: str, *, address: str, device_key: str = "", at: datetime
) -> Reader:
    """Return the person; raises `WrongSignIn` or `TooManyTries`.

    A try is taken before the password is checked, so that guesses sent at once count too, and
    given back when it was right: a whole office signs in from one address.
    """
    keys = await _counted_by(email.lower(), address=address, device_key=device_key)
    for key in keys:
        await take_try(key, at=at, burst=_TRIES, interval=_TRY_EVERY)
    reader, password_hash = await repository.find_person(email)
    if not await check_password(password_hash, password) or reader is None:
        raise WrongSignIn
    for key in keys:
        await give_back(key, interval=_TRY_EVERY)
    return reader


async def _counted_by(email: str, *, address: str, device_key: str) -> tuple[str, ...]:
    """Return what tries are counted by.

    Strangers by their address, and all of them together by the e-mail; a device that the person
    has signed in from by itself, so that strangers who use up the e-mail's tries lock nobody out.
    """
    if device_key and await devices.is_device_of(email, device_key):
        return (f"sign-in:{hash_key(device_key).hex()}:{email}",)
    return (f"sign-in:{address}", f"sign-in:{email}")


async def open_visit(
    reader: Reader | None,
    *,
    data: dict[str, object],
    old_key: str,
    at: datetime,
    place: VisitPlace = NOWHERE,
) -> str:
    """Open a visit under a new key, end the old one, and return the key.

    The key always changes, so that one planted before signing in is worth nothing (session
    fixation).
    """
    key = new_key()
    async with transaction():
        if old_key:
            await visits.close_visit(old_key)
        await visits.open_visit(
            key, person_id=reader.person_id if reader else None, data=data, at=at, place=place
        )
    return key


async def sign_out(key: str) -> None:
    """End the visit of a key."""
    await visits.close_visit(key)
