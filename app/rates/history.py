"""Official rate, spread and selling rate day by day, at one bank."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from app.rates.banks import Bank
from app.rates.official import OfficialRate
from app.rates.selling import SellingTerms


@dataclass(frozen=True, slots=True)
class Point:
    """The state at the end of one day in the bank's time zone."""

    day: date
    official: OfficialRate
    terms: tuple[SellingTerms, ...]
    """The terms that held; none on a day before the first ones."""

    @property
    def spread_percent(self) -> Decimal | None:
        """The spread; None when nothing was sold."""
        return self.terms[0].spread_percent.normalize() if self.terms else None

    @property
    def selling(self) -> Decimal | None:
        """The selling rate per `official.nominal`; None when nothing was sold."""
        if not self.terms:
            return None
        return (self.official.value * (100 + self.terms[0].spread_percent) / 100).normalize()


def history(
    rates: Iterable[OfficialRate],
    terms: Iterable[SellingTerms],
    *,
    bank: Bank,
    days: Sequence[date],
) -> tuple[Point, ...]:
    """Return a point for each day that had an official rate, in the order of the days.

    The rate of a day is the latest effective on or before it; the terms are the last of the day.
    """
    by_day = sorted(rates, key=lambda rate: rate.effective_on)
    rate_days = [rate.effective_on for rate in by_day]
    by_instant = sorted(terms, key=lambda each: each.effective_from)
    instants = [each.effective_from for each in by_instant]
    points = []
    for day in days:
        known = bisect_right(rate_days, day)
        if known:
            held = bisect_right(instants, _end_of(day, bank))
            points.append(Point(day, by_day[known - 1], tuple(by_instant[:held][-1:])))
    return tuple(points)


def days_to(last: date, *, count: int) -> tuple[date, ...]:
    """Return so many days up to and including the last."""
    return tuple(last - timedelta(days=back) for back in range(count - 1, -1, -1))


def _end_of(day: date, bank: Bank) -> datetime:
    return datetime.combine(day, time.max, tzinfo=bank.zone)
