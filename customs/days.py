"""Periods of days."""

from datetime import date


def within(on: date, first: date, last: date | None) -> bool:
    """Return whether a day is in a period, both ends included; `last` None is open-ended."""
    return first <= on and (last is None or on <= last)
