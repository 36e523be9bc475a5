"""Asking a bank: what is asked for, when it is due, and how an asking ended."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

import msgspec

KEPT: Final = "kept"
"""The outcome of an asking whose rates were taken; any other is the name of a refusal."""
_WEEKDAYS: Final = frozenset("1234567")


@dataclass(frozen=True, slots=True)
class Ask:
    """One request to a bank's site for the rates of a day."""

    path: str
    day: date | None = None
    """The day asked for; None where a bank knows no other than its latest."""
    earlier_days: int = 0
    """By how many days the answer's own day may lie before the one asked for."""
    body: Mapping[str, str] | None = None
    """Fields to POST; None: a GET."""
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Fetch:
    """How one asking of a bank ended."""

    bank: str
    at: datetime
    source: str
    outcome: str
    """`KEPT`, or the name of the refusal."""
    sentence: str
    """What the refusal says, in English; empty when the rates were taken."""

    @property
    def is_good(self) -> bool:
        """Whether the rates were taken."""
        return self.outcome == KEPT


class Timetable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """When a bank is asked: at these times of these weekdays by its own clock."""

    code: str
    """The bank's."""
    times: str
    """Such as 09:00, parted by blanks."""
    weekdays: str
    """Digits, 1 for Monday to 7 for Sunday."""

    def __post_init__(self) -> None:
        try:
            times = self.instants
        except ValueError as trouble:
            message = "not times such as 09:00 15:30 - `$.times`"
            raise ValueError(message) from trouble
        if not times:
            message = "says nothing - `$.times`"
            raise ValueError(message)
        if not self.weekdays or not set(self.weekdays) <= _WEEKDAYS:
            message = "not digits from 1 to 7 - `$.weekdays`"
            raise ValueError(message)

    @property
    def instants(self) -> tuple[time, ...]:
        """Return the times of a day."""
        return tuple(time.fromisoformat(each) for each in self.times.split())

    def latest_slot(self, now: datetime, zone: ZoneInfo) -> datetime:
        """Return the last time to ask that has come by the zone's clock, at most a week ago."""
        today = now.astimezone(zone).date()
        slots = (
            datetime.combine(today - timedelta(days=back), each, tzinfo=zone)
            for back in range(8)
            for each in self.instants
            if str((today - timedelta(days=back)).isoweekday()) in self.weekdays
        )
        return max(slot for slot in slots if slot <= now)


def is_due(table: Timetable, *, zone: ZoneInfo, now: datetime, asked_at: datetime | None) -> bool:
    """Return whether a time to ask has come since the bank was last asked."""
    return asked_at is None or asked_at < table.latest_slot(now, zone)
