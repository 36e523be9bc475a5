"""Entering China customs' month rates, and the statutory holidays that fix their days."""

from collections.abc import Iterable
from datetime import date, datetime

from app.accounts.person import Reader
from app.kit import once
from app.kit.db import transaction
from app.rates.banks import CFETS
from app.rates.guard import usual_value
from app.rates.lists import MAGNITUDES
from app.rates.log import Deed, LogKind
from app.rates.month import (
    Holiday,
    MonthRate,
    MonthRateKnown,
    check_first,
    check_holiday,
    check_known,
    check_month_rate,
    check_steady,
    month_text,
)
from app.rates.repository import drafts, months, published
from app.reference import current

_ABOUT = "gacc"
"""General Administration of Customs of China."""


async def enter_month_rates(
    rates: Iterable[MonthRate],
    *,
    source: str,
    at: datetime,
    by: Reader | None = None,
    because: str = "",
) -> tuple[MonthRate, ...]:
    """Save announced rates, all of a file or none; the same again adds nothing.

    `because`: why a rate that jumped is right. Raises what `check_month_rate` raises, `FixedLater`,
    `MonthRateJumped`, `FirstMonthRate`, and `MonthRateKnown` when another figure is entered.
    """
    today = CFETS.day_at(at)
    async with transaction():
        await once.claim()
        await published.lock(_ABOUT)
        holidays = await months.list_holidays()
        fresh = [check_month_rate(rate, holidays) for rate in rates if not await _is_known(rate)]
        await _check_believable(fresh, today=today, because=because)
        await months.save_month_rates(fresh, by=by, at=at)
        if fresh:
            await drafts.save_log(_deed(source, len(fresh), at=at, by=by, why=because))
    return tuple(fresh)


async def _check_believable(rates: Iterable[MonthRate], *, today: date, because: str) -> None:
    """Compare each rate with the one before it or, a first one, with its usual magnitude."""
    usual = current.edition().on(MAGNITUDES, today)
    counted: dict[str, MonthRate] = {}
    for rate in sorted(rates, key=lambda each: each.month):
        check_known(rate, today=today)
        before = counted.get(rate.currency) or await months.find_before(rate)
        if before is None and not because.strip():
            check_first(rate, usual_value(rate.currency, CFETS.currency, usual))
        elif before is not None and not because.strip():
            check_steady(rate, before)
        counted[rate.currency] = rate


async def _is_known(rate: MonthRate) -> bool:
    for entered in await months.list_month_rates(rate.month):
        if entered.currency == rate.currency:
            if entered.value != rate.value:
                raise MonthRateKnown(
                    field="value",
                    currency=rate.currency,
                    month=month_text(rate.month),
                    kept=entered.value,
                )
            return True
    return False


async def enter_holidays(
    holidays: Iterable[Holiday], *, source: str, at: datetime, by: Reader | None = None
) -> int:
    """Save the statutory holidays of a notice; return how many were new. Raises `HolidayFarOff`."""
    today = CFETS.day_at(at)
    checked = [check_holiday(each, today=today) for each in holidays]
    async with transaction():
        await published.lock(_ABOUT)
        count = await months.save_holidays(checked)
        if count:
            await drafts.save_log(_deed(source, count, at=at, by=by))
    return count


def _deed(source: str, count: int, *, at: datetime, by: Reader | None, why: str = "") -> Deed:
    return Deed(
        kind=LogKind.IMPORTED,
        about=_ABOUT,
        at=at,
        by_id=by.person_id if by else None,
        after={"rates": str(count), "file": source},
        why=why,
    )
