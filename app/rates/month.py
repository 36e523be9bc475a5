"""China customs' exchange rate of a month: announced, entered, never computed from a feed.

Each month customs uses the rate of the third Wednesday of the month before; when that Wednesday is
a statutory holiday, of the fourth (征税管理办法, the article on the rate of exchange; GACC may set
another on strong movement). The rate holds by the day on which a declaration is accepted.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from app.kit.i18n import N_
from app.kit.refusal import BadInput, Conflict, Refusal
from app.rates.guard import first_jump_percent

RATE_DIGITS: Final = 4
JUMP_PERCENT: Final = Decimal(10)
"""A change between months beyond this needs a reason."""
_OLDEST_YEAR: Final = 1993
_WEDNESDAY: Final = 2
_THIRD_BEGINS: Final = 15
_WEEK: Final = timedelta(days=7)


class NoHolidayCalendar(Refusal):
    """The statutory holidays of the year are not entered: the day of fixing is not guessed."""

    code = "rate.no_holiday_calendar"
    sentence = N_("The statutory holidays of %(year)s are not entered yet.")


class NoMonthRate(Refusal):
    """Customs has announced no rate for this currency and month, or nobody has entered it."""

    code = "rate.no_month_rate"
    sentence = N_("There is no customs rate for %(currency)s in %(month)s.")


class WrongFixingDay(BadInput):
    """The day of fixing is not the one that the rule gives."""

    code = "rate.wrong_fixing_day"
    sentence = N_("The rate for %(month)s is fixed on %(expected)s, and this one on %(got)s.")


class BadMonthRate(BadInput):
    """Customs' rates have at most four decimal places."""

    code = "rate.too_many_digits"
    sentence = N_("A customs rate is above zero and has at most %(digits)s digits after the point.")


class NotAMonth(BadInput):
    """A month is written 2026-12."""

    code = "rate.not_a_month"
    sentence = N_("%(text)s is not a month such as 2026-12.")


class MonthRateKnown(Conflict):
    """Another figure is entered for the same month and currency: nothing is overwritten."""

    code = "rate.month_rate_known"
    sentence = N_("For %(currency)s in %(month)s the rate %(kept)s is entered already.")


class FixedLater(BadInput):
    """The day of fixing is in the future: the rate cannot have been announced."""

    code = "rate.fixed_later"
    sentence = N_("The rate for %(month)s is fixed on %(day)s: that day is still to come.")


class MonthRateJumped(BadInput):
    """The rate is far off the one before, and no reason was given."""

    code = "rate.month_rate_jumped"
    sentence = N_(
        "The customs rate of %(currency)s for %(month)s is %(value)s: %(percent)s %% off the one"
        " before, %(before)s. If it is right, write why."
    )


class FirstMonthRate(BadInput):
    """The first rate of a currency is not of its usual magnitude."""

    code = "rate.first_month_rate"
    sentence = N_(
        "The customs rate of %(currency)s for %(month)s is %(value)s. It is the first one of this"
        " currency and not what one unit is usually worth. If it is right, write why."
    )


class HolidayFarOff(BadInput):
    """A holiday of a year for which no notice can have come yet, or of long ago."""

    code = "rate.holiday_far_off"
    sentence = N_("%(day)s is too far off for a statutory holiday that is entered on %(today)s.")


@dataclass(frozen=True, slots=True)
class MonthRate:
    """CNY for one unit of a currency, for declarations accepted in a month."""

    month: date
    """Its first day."""
    currency: str
    value: Decimal
    fixing_on: date
    source: str


@dataclass(frozen=True, slots=True)
class Holiday:
    """A statutory holiday of China."""

    day: date
    name: str
    source: str


def fixing_day(month: date, holidays: Collection[Holiday]) -> date:
    """Return the day by whose rate customs counts in the month; raises `NoHolidayCalendar`."""
    before = (month.replace(day=1) - timedelta(days=1)).replace(day=_THIRD_BEGINS)
    third = before + timedelta(days=(_WEDNESDAY - before.weekday()) % 7)
    if all(holiday.day.year != third.year for holiday in holidays):
        raise NoHolidayCalendar(year=third.year)
    return third + _WEEK if any(holiday.day == third for holiday in holidays) else third


def check_month_rate(rate: MonthRate, holidays: Collection[Holiday]) -> MonthRate:
    """Return the rate; raises `BadMonthRate`, `WrongFixingDay` or `NoHolidayCalendar`."""
    value = rate.value
    if not (value.is_finite() and value > 0 and value == round(value, RATE_DIGITS)):
        raise BadMonthRate(field="value", digits=RATE_DIGITS)
    expected = fixing_day(rate.month, holidays)
    if rate.fixing_on != expected:
        raise WrongFixingDay(
            field="fixing_on",
            month=month_text(rate.month),
            expected=expected,
            got=rate.fixing_on,
        )
    return rate


def check_known(rate: MonthRate, *, today: date) -> MonthRate:
    """Return the rate if its day of fixing has come; raises `FixedLater`."""
    if rate.fixing_on > today:
        raise FixedLater(field="fixing_on", month=month_text(rate.month), day=rate.fixing_on)
    return rate


def check_first(rate: MonthRate, expected: Decimal | None) -> MonthRate:
    """Return a currency's first rate if it is of the usual magnitude.

    `expected` is about how many yuan one unit is worth, None if unknown. Raises
    `FirstMonthRate`, which asks for a reason.
    """
    if expected is None or first_jump_percent(rate.value, expected):
        raise FirstMonthRate(
            field="value",
            currency=rate.currency,
            month=month_text(rate.month),
            value=rate.value,
        )
    return rate


def check_steady(rate: MonthRate, before: MonthRate) -> MonthRate:
    """Return the rate if it is near the one before it; raises `MonthRateJumped`."""
    percent = (rate.value - before.value) * 100 / before.value
    if abs(percent) > JUMP_PERCENT:
        raise MonthRateJumped(
            field="value",
            currency=rate.currency,
            month=month_text(rate.month),
            value=rate.value,
            percent=f"{round(percent, 1):f}",
            before=before.value,
        )
    return rate


def check_holiday(holiday: Holiday, *, today: date) -> Holiday:
    """Return the holiday; raises `HolidayFarOff` beyond the years of published notices."""
    if not _OLDEST_YEAR <= holiday.day.year <= today.year + 1:
        raise HolidayFarOff(field="day", day=holiday.day, today=today)
    return holiday


def read_month(text: str) -> date:
    """Parse 2026-12 as the first day of the month; raises `NotAMonth`."""
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError as trouble:
        raise NotAMonth(field="month", text=text[:20]) from trouble


def month_text(month: date) -> str:
    """Format a month as 2026-12."""
    return f"{month:%Y-%m}"
