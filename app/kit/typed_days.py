"""Parsing of typed days and instants, as people and banks write them."""

import re
from datetime import date, datetime
from typing import Final

from app.kit.i18n import N_
from app.kit.refusal import BadInput
from app.kit.typed import tidy

YEARS: Final = (1990, 2100)
"""First and last year of a typed day; others are taken for typing errors."""

_YEAR_FIRST: Final = (
    re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})"),
    re.compile(r"([0-9]{4})/([0-9]{1,2})/([0-9]{1,2})"),
    re.compile(r"([0-9]{4})\.([0-9]{1,2})\.([0-9]{1,2})\.?"),
    re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})"),
    re.compile(r"([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})[日号]"),
)
_DAY_FIRST: Final = re.compile(r"([0-9]{1,2})([./-])([0-9]{1,2})\2([0-9]{4})")
_BESIDE_MARK: Final = re.compile(r" ?([./年月日号-]) ?")
_YEAR_SIGN: Final = re.compile(r"(?<=[0-9])\s*(?:г\.?|г\.\s*|ж\.?)$", re.IGNORECASE)
_CLOCK: Final = re.compile(r"([0-9]{1,2})[:.]([0-9]{2})(?::([0-9]{2})(?:\.0*)?)?")
_MONTHS: Final = 12


class NotADay(BadInput):
    """The text is no day of the calendar."""

    code = "input.not_a_day"
    sentence = N_("Write a day, such as 2026-11-23.")


class AmbiguousDay(BadInput):
    """Day and month cannot be told apart: with a slash some write the month first."""

    code = "input.ambiguous_day"
    sentence = N_("%(text)s can be two days. Write the year first: %(one)s or %(other)s.")


class OtherCentury(BadInput):
    """The year is outside `YEARS`."""

    code = "input.other_century"
    sentence = N_("Write a day between the years %(first)s and %(last)s.")


class NotAnInstant(BadInput):
    """The text is no day and time."""

    code = "input.not_an_instant"
    sentence = N_("Write a day and time, such as 2026-11-23T14:30.")


def read_day(text: str) -> date:
    """Return a day: 2026-11-28, 28.11.2026, 2026/11/28, 2026年11月28日, 20261128.

    Raises `NotADay`, `AmbiguousDay` (03/04/2026) or `OtherCentury`.
    """
    written = _YEAR_SIGN.sub("", tidy(text))
    joined = _BESIDE_MARK.sub(r"\1", written)
    for form in _YEAR_FIRST:
        if found := form.fullmatch(joined):
            return _day(*(int(part) for part in found.groups()))
    found = _DAY_FIRST.fullmatch(joined)
    if found is None:
        raise NotADay
    day, month, year = int(found[1]), int(found[3]), int(found[4])
    if found[2] == "/" and day != month and max(day, month) <= _MONTHS:
        one, other = _day(year, month, day), _day(year, day, month)
        raise AmbiguousDay(text=written, one=one.isoformat(), other=other.isoformat())
    return _day(year, month, day)


def _day(year: int, month: int, day: int) -> date:
    first, last = YEARS
    try:
        found = date(year, month, day)
    except ValueError as trouble:
        raise NotADay from trouble
    if not first <= year <= last:
        raise OtherCentury(first=first, last=last)
    return found


def read_instant(text: str) -> datetime:
    """Return a naive day and time: the caller knows its zone.

    Raises `NotAnInstant`, and what `read_day` raises.
    """
    day, _, clock = tidy(text).replace("T", " ").rpartition(" ")
    found = _CLOCK.fullmatch(clock)
    if not day or found is None:
        raise NotAnInstant
    at = read_day(day)
    hour, minute, second = (int(part or 0) for part in found.groups())
    try:
        return datetime(at.year, at.month, at.day, hour, minute, second)  # noqa: DTZ001 -- a form knows no zone
    except ValueError as trouble:
        raise NotAnInstant from trouble
