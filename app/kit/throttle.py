"""Throttling: so many tries at once, then one per interval (generic cell rate algorithm)."""

import hashlib
from datetime import datetime, timedelta
from typing import Final

from app.kit.i18n import N_
from app.kit.refusal import NotAllowed
from app.kit.tables import Throttle

_KEY_LENGTH: Final = 200
_TRY = (
    "INSERT INTO throttle (key, free_at) VALUES ({}, {})"
    " ON CONFLICT (key) DO UPDATE SET free_at = greatest(throttle.free_at, {}) + {}"
    " WHERE throttle.free_at <= {} RETURNING free_at"
)


class TooManyTries(NotAllowed):
    """The key has used up its tries for now (429)."""

    code = "input.too_many_tries"
    sentence = N_("Too many tries. Wait a few minutes and try again.")


async def take_try(key: str, *, at: datetime, burst: int, interval: timedelta) -> None:
    """Take one of the key's tries, in one statement; raises `TooManyTries` when none is left.

    `burst` tries are free at once; then one comes back every `interval`.
    """
    latest = at + interval * (burst - 1)
    rows = await Throttle.raw(_TRY, _stored_key(key), at + interval, at, interval, latest)
    if not rows:
        raise TooManyTries


async def give_back(key: str, *, interval: timedelta) -> None:
    """Give one try back: it was no guess."""
    await Throttle.raw(
        "UPDATE throttle SET free_at = free_at - {}::interval WHERE key = {}",
        interval,
        _stored_key(key),
    )


def _stored_key(key: str) -> str:
    """Return the key as stored: one that is too long by its SHA-256."""
    if len(key) <= _KEY_LENGTH:
        return key
    return hashlib.sha256(key.encode()).hexdigest()
