"""A visit: a random key in the reader's cookie; the database has only its hash."""

import hashlib
import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from app.accounts.person import Reader

IDLE: Final = timedelta(hours=12)
"""A visit ends after so long without a request."""
ABSOLUTE: Final = timedelta(days=14)
"""A visit ends after so long, however busy it is."""
TOUCH_EVERY: Final = timedelta(minutes=1)
"""How often a request updates the visit's `seen_at`."""


@dataclass
class Visit:
    """The visit of a request. `key` is empty until there is something to remember."""

    key: str = ""
    reader: Reader | None = None
    data: dict[str, object] = field(default_factory=dict)
    ended: bool = False
    """The cookie named a visit that is over (or never was)."""
    device_key: str = ""
    """Of the browser, whoever signs in with it."""


@dataclass(frozen=True, slots=True)
class VisitPlace:
    """Where a visit is opened: from which device, at which network address."""

    device_id: int | None = None
    address: str = ""


NOWHERE: Final = VisitPlace()
"""Of a visit that nobody has signed in to."""


def new_key() -> str:
    """Return 32 random bytes in URL-safe base64."""
    return secrets.token_urlsafe(32)


def hash_key(key: str) -> bytes:
    """Return the SHA-256 of a key: only it is saved, so that a stolen table opens no visit."""
    return hashlib.sha256(key.encode()).digest()


def expiry(*, created_at: datetime, seen_at: datetime) -> datetime:
    """Return the instant at which the visit ends if it is not seen again."""
    return min(created_at + ABSOLUTE, seen_at + IDLE)
