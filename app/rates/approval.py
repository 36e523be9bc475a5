"""Who stands behind terms: the one who drafted them and the one who published them."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Approval:
    """Two people and their reasons."""

    drafted_by: str
    drafted_at: datetime
    published_by: str
    published_at: datetime
    why: str
    confirmed_because: str
    """Why it was right although something stood against it; empty when nothing did."""
