"""Spans of days: whatever is dated in the law holds from a first day on, and perhaps to a last."""

from datetime import date


def within(on: date, first: date, last: date | None) -> bool:
    """Say whether a day lies in a span, its last day included; None while no end is known."""
    return first <= on and (last is None or on <= last)
