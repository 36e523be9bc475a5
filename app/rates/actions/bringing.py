"""Bringing official rates in."""

from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Final

from app.accounts.person import Reader
from app.kit.db import transaction
from app.rates import feeds
from app.rates.banks import Bank, get_bank
from app.rates.official import OfficialRate, fresh_rates
from app.rates.store import published

DEMO_FOLDER: Final = Path(__file__).parents[1] / "demo"


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
        body_id = await published.keep_body(known, body, source=source, at=at, by=by)
    rates = feeds.parse(bank, body)
    async with transaction():
        await published.lock(bank)
        held = await published.list_rates(known, (rate.effective_on for rate in rates))
        fresh = fresh_rates(rates, held)
        await published.keep_rates(fresh, body_id=body_id)
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
