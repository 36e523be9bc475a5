"""Asking a bank: what is asked for, when it is due, and how an asking ended."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from app.rates.banks import CBR, CBU, CFETS, ECB, NBK, NBKR, NBT, Bank

KEPT: Final = "kept"
"""The outcome of an asking whose rates were taken; any other is the name of a refusal."""
_WORKDAYS: Final = frozenset(range(5))
_EVERY_DAY: Final = frozenset(range(7))


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


@dataclass(frozen=True, slots=True)
class Timetable:
    """When a bank is asked: at these times of these weekdays (0 Monday) by its own clock."""

    zone: ZoneInfo
    times: tuple[time, ...]
    weekdays: frozenset[int]

    def latest_slot(self, now: datetime) -> datetime:
        """Will give the last time to ask that has come, at most a week ago."""
        today = now.astimezone(self.zone).date()
        slots = (
            datetime.combine(today - timedelta(days=back), each, tzinfo=self.zone)
            for back in range(8)
            for each in self.times
            if (today - timedelta(days=back)).weekday() in self.weekdays
        )
        return max(slot for slot in slots if slot <= now)


def _table(bank: Bank, *times: str, weekdays: frozenset[int] = _WORKDAYS) -> Timetable:
    return Timetable(bank.zone, tuple(time.fromisoformat(each) for each in times), weekdays)


TIMETABLES: Final = {
    # By the banks' habits as public clients of these feeds know them; a second and third time a
    # day catch what was late, and what was troubled.
    NBK.code: _table(NBK, "09:00", "15:00", "17:00"),
    NBKR.code: _table(NBKR, "09:00", "15:00", "17:00", weekdays=_EVERY_DAY),
    CBU.code: _table(CBU, "09:00", "16:30"),
    NBT.code: _table(NBT, "09:00", "16:30"),
    CBR.code: _table(CBR, "09:00", "14:00", "18:00", weekdays=frozenset({0, 1, 2, 3, 4, 5})),
    ECB.code: _table(ECB, "16:30", "18:00"),
    CFETS.code: _table(CFETS, "09:30", "10:30"),
}


def is_due(bank: Bank, *, now: datetime, asked_at: datetime | None) -> bool:
    """Will say whether a time to ask has come since the bank was last asked."""
    if bank.code not in TIMETABLES:
        return False
    return asked_at is None or asked_at < TIMETABLES[bank.code].latest_slot(now)
