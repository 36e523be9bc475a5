"""Requests to a bank: what is requested, when it is due, and the outcome."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

import msgspec

SAVED: Final = "kept"
"""The outcome of a request whose rates were saved; any other is the name of a refusal."""
_WEEKDAYS: Final = frozenset("1234567")


@dataclass(frozen=True, slots=True)
class Ask:
    """One request to a bank's site for the rates of a day."""

    path: str
    day: date | None = None
    """The day requested; None for a bank that publishes its latest alone."""
    earlier_days: int = 0
    """By how many days the answer's own day may lie before the requested one."""
    body: Mapping[str, str] | None = None
    """Fields to POST; None: a GET."""
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Fetch:
    """The outcome of one request to a bank."""

    bank: str
    at: datetime
    source: str
    outcome: str
    """`SAVED`, or the name of the refusal."""
    sentence: str
    """The refusal's message in English; empty when the rates were saved."""

    @property
    def is_good(self) -> bool:
        """Whether the rates were saved."""
        return self.outcome == SAVED


class Timetable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """When a bank is asked: at these times of these weekdays in its own time zone."""

    code: str
    """The bank's."""
    times: str
    """Such as 09:00, separated by spaces."""
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
        """Return the last due time in the time zone, at most a week ago."""
        today = now.astimezone(zone).date()
        slots = (
            datetime.combine(today - timedelta(days=back), each, tzinfo=zone)
            for back in range(8)
            for each in self.instants
            if str((today - timedelta(days=back)).isoweekday()) in self.weekdays
        )
        return max(slot for slot in slots if slot <= now)


def is_due(table: Timetable, *, zone: ZoneInfo, now: datetime, asked_at: datetime | None) -> bool:
    """Return whether a request has become due since the last one."""
    return asked_at is None or asked_at < table.latest_slot(now, zone)
