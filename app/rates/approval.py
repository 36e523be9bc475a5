"""Who drafted terms and who published them."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Approval:
    drafted_by: str
    drafted_at: datetime
    published_by: str
    published_at: datetime
    why: str
    confirmed_because: str
    """The reason given in spite of objections; empty when there were none."""
