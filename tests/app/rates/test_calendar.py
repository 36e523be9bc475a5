"""Three years of calendar: weekends, holidays, third Wednesdays, and every bank's times to ask."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from moneyed import Money, get_currency

from app.kit.money import settle
from app.rates.actions.months import enter_holidays, enter_month_rates
from app.rates.banks import BANKS, NBK
from app.rates.feeds import gacc
from app.rates.fetching import is_due
from app.rates.history import days_to, history
from app.rates.lists import TIMETABLES
from app.rates.month import (
    BadMonthRate,
    MonthRate,
    MonthRateKnown,
    NoHolidayCalendar,
    NoMonthRate,
    WrongFixingDay,
    fixing_day,
    read_month,
)
from app.rates.official import NoRate, OfficialRate, convert, in_force
from app.rates.repository import months
from app.rates.selling import SellingTerms
from app.rates.tables import MonthRate as MonthRow
from app.reference import current

HOLIDAYS = gacc.parse_holidays(
    (Path(__file__).parents[3] / "app" / "demo" / "data" / "rates" / "holidays.csv").read_bytes()
)
FIRST, LAST = date(2024, 1, 1), date(2026, 12, 31)
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
MONTHS = [date(2024 + n // 12, n % 12 + 1, 1) for n in range(1, 37)]


def rate(day: date, value: str = "70", nominal: int = 1) -> OfficialRate:
    return OfficialRate("nbk", "CNY", nominal, Decimal(value), day, day)


def working_days() -> list[date]:
    days = days_to(LAST, count=(LAST - FIRST).days + 1)
    off = {holiday.day for holiday in HOLIDAYS}
    return [day for day in days if day.weekday() < 5 and day not in off]


def test_on_each_day_of_three_years_the_latest_rate_on_or_before_it_holds() -> None:
    published = [rate(day, f"{60 + n % 20}.{n % 100:02}") for n, day in enumerate(working_days())]
    latest: list[OfficialRate] = []
    left = list(published)
    for day in days_to(LAST, count=(LAST - FIRST).days + 1):
        while left and left[0].effective_on <= day:
            latest = [left.pop(0)]
        if not latest:
            with pytest.raises(NoRate):
                in_force(published[:5], bank=NBK, currency="CNY", on=day)
            continue
        near = published[max(0, published.index(latest[0]) - 3) :][:8]
        assert in_force(near, bank=NBK, currency="CNY", on=day) is latest[0]


def test_the_history_of_three_years_agrees_with_the_rate_in_force_of_every_day() -> None:
    published = [rate(day, f"{60 + n % 20}.{n % 100:02}") for n, day in enumerate(working_days())]
    turn = datetime(2025, 6, 1, tzinfo=UTC)
    terms = [SellingTerms("KZT", Decimal(2), turn), SellingTerms("KZT", Decimal(3), NOON)]
    points = history(published, terms, bank=NBK, days=days_to(LAST, count=1096))
    held: Sequence[OfficialRate] = published
    for point in points[::37]:
        assert point.official is in_force(held, bank=NBK, currency="CNY", on=point.day)
    spreads = {point.day: point.spread_percent for point in points}
    assert spreads[date(2025, 5, 31)] is None
    assert (spreads[date(2025, 6, 1)], spreads[date(2026, 11, 22)]) == (Decimal(2), Decimal(2))
    assert spreads[date(2026, 11, 23)] == Decimal(3)


@pytest.mark.parametrize("month", MONTHS, ids=str)
def test_customs_counts_by_the_third_wednesday_of_the_month_before_or_the_fourth(
    month: date,
) -> None:
    day = fixing_day(month, HOLIDAYS)
    assert day.weekday() == 2
    before = month - timedelta(days=1)
    assert (day.year, day.month) == (before.year, before.month)
    is_off = any(each.day == day - timedelta(days=7) for each in HOLIDAYS)
    assert (15 <= day.day <= 21) != (22 <= day.day <= 28 and is_off)


def test_spring_festival_of_2026_moves_the_fixing_to_the_fourth_wednesday() -> None:
    assert fixing_day(date(2026, 3, 1), HOLIDAYS) == date(2026, 2, 25)
    assert fixing_day(date(2026, 2, 1), HOLIDAYS) == date(2026, 1, 21)
    assert fixing_day(date(2027, 1, 1), HOLIDAYS) == date(2026, 12, 16)


def test_without_the_years_holidays_the_day_is_not_guessed() -> None:
    with pytest.raises(NoHolidayCalendar, match="2027"):
        fixing_day(date(2027, 3, 1), HOLIDAYS)


def month_rate(value: str = "7.0812", **changes: object) -> MonthRate:
    fields: dict[str, object] = {
        "month": read_month("2026-03"),
        "currency": "USD",
        "value": Decimal(value),
        "fixing_on": date(2026, 2, 25),
        "source": "customs' notice",
    }
    return MonthRate(**{**fields, **changes})  # type: ignore[arg-type] # built by name


@pytest.mark.usefixtures("database")
async def test_a_month_rate_is_entered_once_as_announced() -> None:
    await enter_holidays(HOLIDAYS, source="notices", at=NOON)
    assert await enter_holidays(HOLIDAYS, source="notices", at=NOON) == 0
    assert len(await enter_month_rates([month_rate()], source="a", at=NOON)) == 1
    assert await enter_month_rates([month_rate()], source="a", at=NOON) == ()
    kept = await months.get_month_rate("USD", on=date(2026, 3, 31))
    assert (kept.value, kept.fixing_on) == (Decimal("7.0812"), date(2026, 2, 25))
    with pytest.raises(NoMonthRate, match="KZT in 2026-03"):
        await months.get_month_rate("KZT", on=date(2026, 3, 1))
    for wrong, refusal in (
        (month_rate("7.0813"), MonthRateKnown),
        (month_rate("7.08125", currency="EUR"), BadMonthRate),
        (month_rate("0", currency="EUR"), BadMonthRate),
        (month_rate(currency="EUR", fixing_on=date(2026, 2, 18)), WrongFixingDay),
    ):
        with pytest.raises(refusal):
            await enter_month_rates([month_rate(currency="GBP"), wrong], source="b", at=NOON)
    assert await MonthRow.count() == 1


@pytest.mark.parametrize("code", ["nbk", "nbkr", "cbu", "nbt", "cbr", "ecb", "cfets"])
@pytest.mark.parametrize(
    "begins", [datetime(2024, 3, 11, tzinfo=UTC), datetime(2024, 10, 7, tzinfo=UTC)]
)
def test_in_weeks_with_a_change_of_clocks_every_time_to_ask_comes_once(
    code: str, begins: datetime
) -> None:
    """Frankfurt's clocks change inside both spans of five weeks."""
    bank = BANKS[code]
    table = current.edition().get(TIMETABLES, code, on=date(2026, 11, 23))
    asked = now = begins.replace(tzinfo=bank.zone)
    times = []
    while now < begins.replace(tzinfo=bank.zone) + timedelta(weeks=5):
        now = (now.astimezone(UTC) + timedelta(minutes=30)).astimezone(bank.zone)
        if is_due(table, zone=bank.zone, now=now.astimezone(UTC), asked_at=asked.astimezone(UTC)):
            asked = now
            times.append(now)
    due = [
        datetime.combine(day, each, bank.zone)
        for day in days_to((begins + timedelta(days=34)).date(), count=35)
        for each in table.instants
        if str(day.isoweekday()) in table.weekdays
    ]
    assert times == due


@given(
    nominal=st.sampled_from([1, 10, 100, 1000]),
    value=st.decimals("0.0001", "100000", places=4),
    minor=st.integers(1, 10**9),
    base=st.sampled_from(["JPY", "CNY", "KWD"]),
    bank=st.sampled_from(["nbk", "cbu", "cbr"]),
)
def test_conversion_multiplies_divides_by_the_nominal_and_settles_once(
    nominal: int, value: Decimal, minor: int, base: str, bank: str
) -> None:
    currency = get_currency(base)
    amount = Money(Decimal(minor) / currency.sub_unit, currency)
    quoted = OfficialRate(bank, base, nominal, value, FIRST, FIRST)
    got = convert(amount, quoted)
    assert got == settle(Money(amount.amount * value / nominal, get_currency(quoted.into)))
    exact = amount.amount * value / nominal
    assert abs(got.amount - exact) * 2 <= Decimal(1) / got.currency.sub_unit


@given(
    offsets=st.lists(st.integers(-400, 400), unique=True, max_size=12),
    asked=st.integers(-400, 400),
)
def test_a_future_rate_is_never_chosen_and_a_missing_one_never_guessed(
    offsets: list[int], asked: int
) -> None:
    day = FIRST + timedelta(days=asked)
    rates = [rate(FIRST + timedelta(days=each)) for each in offsets]
    past = [each for each in offsets if each <= asked]
    if past:
        chosen = in_force(rates, bank=NBK, currency="CNY", on=day)
        assert chosen.effective_on == FIRST + timedelta(days=max(past))
    else:
        with pytest.raises(NoRate):
            in_force(rates, bank=NBK, currency="CNY", on=day)


def test_the_holidays_of_three_years_are_there_with_their_source() -> None:
    assert {holiday.day.year for holiday in HOLIDAYS} == {2024, 2025, 2026}
    assert all(holiday.name and holiday.source for holiday in HOLIDAYS)
