"""A visit: a random key in the reader's cookie, and only its hash with us."""

import hashlib
import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from app.accounts.person import Reader

IDLE: Final = timedelta(hours=12)
"""A visit ends when nothing is asked for so long."""
ABSOLUTE: Final = timedelta(days=14)
"""A visit ends after so long, whatever is asked."""
TOUCH_EVERY: Final = timedelta(minutes=1)
"""How often a visit notes that it was seen: not on every request."""


@dataclass
class Visit:
    """What the request knows of its visit. `key` is empty until there is something to keep."""

    key: str = ""
    reader: Reader | None = None
    data: dict[str, object] = field(default_factory=dict)
    ended: bool = False
    """The cookie named a visit that is over (or never was): the reader is told."""


def new_key() -> str:
    """Make a key nobody can guess: 32 random bytes."""
    return secrets.token_urlsafe(32)


def hash_key(key: str) -> bytes:
    """Return what is kept of a key: a stolen table opens no visit."""
    return hashlib.sha256(key.encode()).digest()


def expiry(*, created_at: datetime, seen_at: datetime) -> datetime:
    """Return the instant at which the visit ends if it is not seen again."""
    return min(created_at + ABSOLUTE, seen_at + IDLE)
