"""Setting spreads."""

from datetime import datetime
from decimal import Decimal

from app.accounts.person import Reader
from app.kit.db import transaction
from app.rates.banks import bank_for
from app.rates.selling import NoSpread, Spread, SpreadUnchanged, check_percent
from app.rates.store import published, selling


async def set_spread(
    currency: str, percent: Decimal, *, by: Reader, at: datetime, reason: str
) -> Spread:
    """Will make this the spread of a buyer's currency from the instant `at` on.

    Old orders keep theirs. Raises `NoBank` for a currency we do not sell in, `SpreadOutOfBounds`,
    `SpreadTooFine`, and `SpreadUnchanged` when it is that already.
    """
    spread = Spread(bank_for(currency).currency, check_percent(percent), at)
    async with transaction():
        await published.lock(currency)
        await _refuse_unchanged(spread)
        await selling.keep_spread(spread, by=by, at=at, reason=reason)
    return spread


async def _refuse_unchanged(spread: Spread) -> None:
    try:
        held = await selling.spread_in_force(spread.currency, spread.effective_from)
    except NoSpread:
        return
    if held.percent == spread.percent:
        raise SpreadUnchanged(
            field="percent", currency=spread.currency, percent=f"{spread.percent.normalize():f}"
        )
