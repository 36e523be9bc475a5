"""Entering China customs' month rates, and the statutory holidays that fix their days."""

from collections.abc import Iterable
from datetime import datetime

from app.accounts.person import Reader
from app.kit import once
from app.kit.db import transaction
from app.rates.log import Deed, LogKind
from app.rates.month import Holiday, MonthRate, MonthRateKnown, check_month_rate, month_text
from app.rates.store import drafts, months, published

_ABOUT = "gacc"
"""General Administration of Customs of China."""


async def enter_month_rates(
    rates: Iterable[MonthRate], *, source: str, at: datetime, by: Reader | None = None
) -> tuple[MonthRate, ...]:
    """Will keep announced rates, all of a file or none; the same again adds nothing.

    Raises what `check_month_rate` raises, and `MonthRateKnown` when another figure is entered.
    """
    async with transaction():
        await once.claim()
        await published.lock(_ABOUT)
        holidays = await months.list_holidays()
        fresh = [check_month_rate(rate, holidays) for rate in rates if not await _is_known(rate)]
        await months.keep_month_rates(fresh, by=by, at=at)
        if fresh:
            await drafts.keep_log(_deed(source, len(fresh), at=at, by=by))
    return tuple(fresh)


async def _is_known(rate: MonthRate) -> bool:
    for kept in await months.list_month_rates(rate.month):
        if kept.currency == rate.currency:
            if kept.value != rate.value:
                raise MonthRateKnown(
                    field="value",
                    currency=rate.currency,
                    month=month_text(rate.month),
                    kept=kept.value,
                )
            return True
    return False


async def enter_holidays(
    holidays: Iterable[Holiday], *, source: str, at: datetime, by: Reader | None = None
) -> int:
    """Will keep the statutory holidays of a notice; gives how many were new."""
    async with transaction():
        await published.lock(_ABOUT)
        count = await months.keep_holidays(holidays)
        if count:
            await drafts.keep_log(_deed(source, count, at=at, by=by))
    return count


def _deed(source: str, count: int, *, at: datetime, by: Reader | None) -> Deed:
    return Deed(
        kind=LogKind.IMPORTED,
        about=_ABOUT,
        at=at,
        by_id=by.person_id if by else None,
        after={"rates": str(count), "file": source},
    )
