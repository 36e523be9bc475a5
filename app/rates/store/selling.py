"""Spreads, and the selling rate: every query."""

from datetime import datetime
from typing import Any

from app.accounts.person import Reader
from app.kit.money import CNY
from app.rates.banks import bank_for
from app.rates.desk import SpreadEntry
from app.rates.selling import NoSpread, SellingRate, Spread
from app.rates.store.published import official_in_force
from app.rates.tables import Spread as SpreadRow


async def spread_in_force(currency: str, at: datetime) -> Spread:
    """Will give the latest spread effective at or before the instant; raises `NoSpread`."""
    row = (
        await SpreadRow.select()
        .where((SpreadRow.currency == currency) & (SpreadRow.effective_from <= at))
        .order_by(SpreadRow.effective_from, ascending=False)
        .first()
    )
    if row is None:
        raise NoSpread(currency=currency)
    return Spread(row["currency"], row["percent"], row["effective_from"])


async def keep_spread(spread: Spread, *, by: Reader, at: datetime, reason: str) -> None:
    """Will keep a spread with who set it, when and why."""
    await SpreadRow(
        currency=spread.currency,
        percent=spread.percent,
        effective_from=spread.effective_from,
        set_by=by.person_id,
        set_at=at,
        reason=reason,
    ).save()


async def list_spreads() -> list[SpreadEntry]:
    """Will list every setting of a spread with who and why, newest first."""
    rows = await SpreadRow.select(
        *SpreadRow.all_columns(), SpreadRow.set_by.name.as_alias("who")
    ).order_by(SpreadRow.effective_from, ascending=False)
    return [_entry(row) for row in rows]


def _entry(row: dict[str, Any]) -> SpreadEntry:
    spread = Spread(row["currency"], row["percent"], row["effective_from"])
    return SpreadEntry(spread=spread, who=row["who"], why=row["reason"])


async def selling_in_force(currency: str, at: datetime) -> SellingRate:
    """Will give what a buyer's currency sells the yuan by; raises `NoBank`, `NoRate`, `NoSpread`.

    The official rate is that of the day where the currency's own bank is.
    """
    bank = bank_for(currency)
    official = await official_in_force(bank.code, CNY.code, bank.day_at(at))
    return SellingRate(official, await spread_in_force(currency, at))
