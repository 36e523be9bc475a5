"""Bringing official rates in, and setting spreads."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import Final

from app.accounts.person import Reader
from app.kit.db import transaction
from app.rates import feeds, store
from app.rates.banks import Bank, bank_for, get_bank
from app.rates.official import OfficialRate, fresh_rates
from app.rates.selling import NoSpread, Spread, SpreadUnchanged, check_percent

DEMO_FOLDER: Final = Path(__file__).parent / "demo"


@dataclass(frozen=True, slots=True)
class Imported:
    """What an answer held (`rates`), and which of them were new (`fresh`)."""

    bank: str
    sha256: str
    rates: tuple[OfficialRate, ...]
    fresh: tuple[OfficialRate, ...]


async def import_body(
    bank: str, body: bytes, *, source: str, at: datetime, by: Reader | None = None
) -> Imported:
    """Will keep a bank's answer byte for byte, then its rates. The same answer twice adds nothing.

    `source` says where it came from: an address or a file's name. Raises `UnknownBank`; a
    `BadBody` or `RateChanged` after the answer itself is kept, and then none of its rates is.
    """
    known = get_bank(bank)
    async with transaction():
        body_id = await store.keep_body(known, body, source=source, at=at, by=by)
    rates = feeds.parse(bank, body)
    async with transaction():
        await store.lock(bank)
        held = await store.list_rates(known, (rate.effective_on for rate in rates))
        fresh = fresh_rates(rates, held)
        await store.keep_rates(fresh, body_id=body_id)
    return Imported(bank, sha256(body).hexdigest(), rates, fresh)


async def fetch_rates(bank: Bank, *, on: date, at: datetime) -> tuple[Imported, ...]:
    """Will ask the bank itself, keep each answer and its rates.

    Raises `BankSilent`, `BankTroubled` or a `BadBody`; what came before stays.
    """
    # The HTTP client takes a third of a second to load, and only who asks a bank needs it.
    from app.rates.fetch import fetch  # noqa: PLC0415

    imported = []
    for path in feeds.paths(bank.code, on):
        body = await fetch(bank, path)
        imported.append(await import_body(bank.code, body, source=bank.site + path, at=at))
    return tuple(imported)


async def import_demo(*, at: datetime) -> tuple[Imported, ...]:
    """Will import the bodies of our own that the demo shop sells by."""
    return tuple(
        [
            await import_body(
                path.name.split("_")[0], path.read_bytes(), source=f"demo/{path.name}", at=at
            )
            for path in sorted(DEMO_FOLDER.glob("*.xml"))
        ]
    )


async def set_spread(
    currency: str, percent: Decimal, *, by: Reader, at: datetime, reason: str
) -> Spread:
    """Will make this the spread of a buyer's currency from the instant `at` on.

    Old orders keep theirs. Raises `NoBank` for a currency we do not sell in, `SpreadOutOfBounds`,
    `SpreadTooFine`, and `SpreadUnchanged` when it is that already.
    """
    spread = Spread(bank_for(currency).currency, check_percent(percent), at)
    async with transaction():
        await store.lock(currency)
        await _refuse_unchanged(spread)
        await store.keep_spread(spread, by=by, at=at, reason=reason)
    return spread


async def _refuse_unchanged(spread: Spread) -> None:
    try:
        held = await store.spread_in_force(spread.currency, spread.effective_from)
    except NoSpread:
        return
    if held.percent == spread.percent:
        raise SpreadUnchanged(
            field="percent", currency=spread.currency, percent=f"{spread.percent.normalize():f}"
        )
