"""Queries of China customs' month rates and of statutory holidays."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal

from app.accounts.person import Reader
from app.kit.records import Record, read_all, read_column
from app.rates.month import Holiday, MonthRate, NoMonthRate, month_text
from app.rates.tables import Holiday as HolidayRow
from app.rates.tables import MonthRate as MonthRow


class HolidayRecord(Record):
    day: date
    name: str
    source: str


class MonthRecord(Record):
    month: date
    currency: str
    value: Decimal
    fixing_on: date
    source: str


async def list_holidays() -> list[Holiday]:
    """List every statutory holiday that is entered."""
    rows = await read_all(HolidayRecord, HolidayRow.select().order_by(HolidayRow.day))
    return [Holiday(row.day, row.name, row.source) for row in rows]


async def save_holidays(holidays: Iterable[Holiday]) -> int:
    """Save the holidays that are not entered yet; return how many."""
    known = {holiday.day for holiday in await list_holidays()}
    rows = [
        HolidayRow(day=each.day, name=each.name, source=each.source)
        for each in holidays
        if each.day not in known
    ]
    if rows:
        await HolidayRow.insert(*rows)
    return len(rows)


async def list_month_rates(month: date) -> list[MonthRate]:
    """List the rates of a month by currency."""
    query = MonthRow.select().where(MonthRow.month == month).order_by(MonthRow.currency)
    return [
        MonthRate(row.month, row.currency, row.value, row.fixing_on, row.source)
        for row in await read_all(MonthRecord, query)
    ]


async def find_before(rate: MonthRate) -> MonthRate | None:
    """Return the latest rate of the currency for an earlier month, or None."""
    query = (
        MonthRow.select(MonthRow.month)
        .where((MonthRow.currency == rate.currency) & (MonthRow.month < rate.month))
        .order_by(MonthRow.month, ascending=False)
    )
    earlier = await read_column(date, query.limit(1))
    return await get_month_rate(rate.currency, on=earlier[0]) if earlier else None


async def get_month_rate(currency: str, *, on: date) -> MonthRate:
    """Return the rate for a declaration accepted on the day; raises `NoMonthRate`."""
    month = on.replace(day=1)
    for rate in await list_month_rates(month):
        if rate.currency == currency:
            return rate
    raise NoMonthRate(currency=currency, month=month_text(month))


async def save_month_rates(rates: Iterable[MonthRate], *, by: Reader | None, at: datetime) -> None:
    rows = [
        MonthRow(
            month=rate.month,
            currency=rate.currency,
            value=rate.value,
            fixing_on=rate.fixing_on,
            source=rate.source,
            entered_by=by.person_id if by else None,
            entered_at=at,
        )
        for rate in rates
    ]
    if rows:
        await MonthRow.insert(*rows)
