"""Passwords: argon2id in threads, so that a burst of sign-ins does not stop the shop."""

import asyncio
from functools import lru_cache
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from app.kit.i18n import N_
from app.kit.refusal import BadInput

# OWASP's first choice for argon2id: 19 MiB, two passes, one lane.
_HASHER: Final = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
_MOST_AT_ONCE: Final = 4
PASSWORD_LENGTH_MIN: Final = 10


class PasswordsDiffer(BadInput):
    """The password was typed a second time, and differently."""

    code = "account.passwords_differ"
    sentence = N_("This is not the same password.")


def matching(password: str, repeated: str) -> str:
    """Return the password if it was typed twice alike; raises `PasswordsDiffer`."""
    if password != repeated:
        raise PasswordsDiffer(field="repeated")
    return password


@lru_cache(maxsize=1)
def _limit() -> asyncio.Semaphore:
    """Return the semaphore that keeps hashing from taking all memory and cores."""
    return asyncio.Semaphore(_MOST_AT_ONCE)


async def hash_password(password: str) -> str:
    """Return the argon2id hash of a password, with its parameters, as PHC text."""
    async with _limit():
        return await asyncio.to_thread(_HASHER.hash, password)


@lru_cache(maxsize=1)
def _nobody() -> str:
    return _HASHER.hash("nobody has this password")


async def check_password(password_hash: str | None, password: str) -> bool:
    """Return whether the password is right; `None` (an unknown person) takes as long."""
    async with _limit():
        return await asyncio.to_thread(_fits, password_hash, password)


def _fits(password_hash: str | None, password: str) -> bool:
    try:
        _HASHER.verify(password_hash or _nobody(), password)
    except (VerificationError, InvalidHashError):
        return False
    return password_hash is not None
