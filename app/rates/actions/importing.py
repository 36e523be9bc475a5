"""Importing official rates: a table whole or not at all, the bank's answer always."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from hashlib import sha256
from typing import TYPE_CHECKING

from app.accounts.person import Reader
from app.kit import once
from app.kit.clock import day_at
from app.kit.db import transaction
from app.kit.i18n import N_
from app.kit.refusal import BadInput, Refusal
from app.rates import feeds
from app.rates.banks import Bank, fetched_banks, get_bank, selling_banks
from app.rates.draft import SameHands
from app.rates.feeds.feed import OnlyLatest
from app.rates.fetching import SAVED, Ask, Fetch, is_due
from app.rates.guard import check_days, find_jumps
from app.rates.lists import MAGNITUDES, TIMETABLES
from app.rates.log import Deed, LogKind
from app.rates.official import (
    CurrencyVanished,
    HeldRate,
    NoRates,
    NotHeld,
    OfficialRate,
    fresh_rates,
)
from app.rates.repository import drafts, published, selling
from app.rates.selling import Limits, NoTerms
from app.reference import current

if TYPE_CHECKING:
    from app.rates.fetch import Caller


class ReasonMissing(BadInput):
    """A rate is confirmed only with a reason."""

    code = "rate.reason_missing"
    sentence = N_("Write why this is right.")


@dataclass(frozen=True, slots=True)
class Imported:
    """The rates of an answer, and which of them were new (`fresh`) or wait (`held`)."""

    bank: str
    sha256: str
    rates: tuple[OfficialRate, ...]
    fresh: tuple[OfficialRate, ...]
    held: tuple[OfficialRate, ...] = ()


@dataclass(frozen=True, slots=True)
class RateSubmission:
    """Where an answer came from and how it is to be imported."""

    source: str
    """An address or a file's name."""
    at: datetime
    by: Reader | None = None
    """Who imported it by hand; None when it was fetched."""
    ask: Ask | None = None
    """The request that it answers; None for a file."""
    missing_because: str = ""
    """Why an answer without an expected currency is accepted; empty: it is refused."""


async def import_body(
    bank: str, body: bytes, *, source: str, at: datetime, by: Reader | None = None
) -> Imported:
    """Import an answer from a file, as `take` does; also raises `UnknownBank`."""
    return await take(get_bank(bank), body, RateSubmission(source=source, at=at, by=by))


async def take(bank: Bank, body: bytes, submission: RateSubmission) -> Imported:
    """Save a bank's answer byte for byte, then its rates. The same answer twice adds nothing.

    A rate that jumps beyond the limit waits for a second person. Raises a `BadBody`, `DayFarOff`,
    `RateChanged` or `CurrencyVanished` after the answer itself is saved, and then none of its
    rates is.
    """
    async with transaction():
        body_id = await published.save_body(
            bank, body, source=submission.source, at=submission.at, by=submission.by
        )
    rates = feeds.parse(bank.code, body)
    if submission.ask is not None:
        feeds.check_day(submission.ask, rates)
    check_days(rates, today=bank.day_at(submission.at))
    async with transaction():
        await published.lock(bank.code)
        held = await published.list_rates(bank, (rate.effective_on for rate in rates))
        fresh = fresh_rates(rates, held)
        if not submission.missing_because:
            await _check_none_vanished(bank, fresh)
        jumps = await _jumps(bank, fresh, at=submission.at)
        await published.save_rates(fresh, body_id=body_id, at=submission.at, jumps=jumps)
        await _log(bank, submission, fresh, jumps)
    return Imported(bank.code, sha256(body).hexdigest(), rates, fresh, tuple(jumps))


async def _check_none_vanished(bank: Bank, fresh: Iterable[OfficialRate]) -> None:
    tables: dict[tuple[str, date], set[str]] = {}
    for rate in fresh:
        tables.setdefault((rate.series, rate.effective_on), set()).add(rate.currency)
    for series, day in sorted(tables)[-1:]:
        before = await published.list_currencies_before(bank, series, day)
        missing = sorted(before.keys() - tables[series, day])
        if missing:
            raise CurrencyVanished(
                bank=bank,
                day=day,
                currencies=", ".join(missing),
                before=before[missing[0]],
            )


async def _jumps(
    bank: Bank, fresh: Iterable[OfficialRate], *, at: datetime
) -> dict[OfficialRate, Decimal]:
    """Return the fresh rates that changed beyond the limit, with the change in percent."""
    rates = tuple(fresh)
    if not rates:
        return {}
    eve = min(rate.effective_on for rate in rates) - timedelta(days=1)
    try:
        before = {rate.currency: rate for rate in await published.list_in_force(bank, on=eve)}
    except NoRates:
        before = {}
    return find_jumps(
        rates,
        before,
        limit_percent=await _limit(bank, at=at),
        usual=current.edition().on(MAGNITUDES, bank.day_at(at)),
    )


async def _limit(bank: Bank, *, at: datetime) -> Decimal:
    """Return the limit of the terms in force; the default one where nothing is sold."""
    if bank in selling_banks():
        try:
            return (await selling.terms_in_force(bank.currency, at)).limits.jump_percent
        except NoTerms:
            pass
    return Limits().jump_percent


async def _log(
    bank: Bank,
    submission: RateSubmission,
    fresh: Iterable[OfficialRate],
    jumps: dict[OfficialRate, Decimal],
) -> None:
    by_id = submission.by.person_id if submission.by else None
    if submission.by is not None:
        after = {"rates": str(len(tuple(fresh))), "file": submission.source}
        await drafts.save_log(
            Deed(
                kind=LogKind.IMPORTED,
                about=bank.code,
                at=submission.at,
                by_id=by_id,
                after=after,
                why=submission.missing_because,
            )
        )
    for rate, percent in jumps.items():
        after = {
            "currency": rate.currency,
            "value": f"{rate.value}",
            "change_percent": f"{percent}",
        }
        await drafts.save_log(
            Deed(kind=LogKind.HELD, about=bank.currency, at=submission.at, by_id=by_id, after=after)
        )


async def confirm_rate(rate_id: int, *, by: Reader, at: datetime, reason: str) -> HeldRate:
    """Release a held rate; raises `NotHeld`, `SameHands` or `ReasonMissing`."""
    if not reason.strip():
        raise ReasonMissing(field="reason")
    async with transaction():
        await once.claim()
        await published.lock(f"held:{rate_id}")
        held = next((each for each in await published.list_held() if each.rate.id == rate_id), None)
        if held is None:
            raise NotHeld
        if held.entered_by_id == by.person_id:
            raise SameHands
        await published.save_confirmation(held, by_id=by.person_id, at=at, reason=reason.strip())
        await drafts.save_log(
            Deed(
                kind=LogKind.CONFIRMED,
                about=held.rate.into,
                at=at,
                by_id=by.person_id,
                after={"value": f"{held.rate.value}", "change_percent": f"{held.percent}"},
                why=reason.strip(),
            )
        )
    return held


# Fetching.


@dataclass(frozen=True, slots=True)
class Fetched:
    """The rates that a round over the banks imported, and the refusals of the others."""

    imported: tuple[Imported, ...]
    refusals: tuple[Refusal, ...]


async def fetch_rates(banks: Iterable[Bank], *, on: date | None, at: datetime) -> Fetched:
    """Fetch each bank's rates of a day (None: its own today), with one client for all.

    One bank's failure does not stop the others; the outcome of each request is saved. A bank that
    publishes its latest day alone is not asked for another: `OnlyLatest`.
    """
    # The HTTP client takes a third of a second to load, and only fetching needs it.
    from app.rates.fetch import calling  # noqa: PLC0415

    imported: list[Imported] = []
    refusals: list[Refusal] = []
    async with calling() as caller:
        for bank in banks:
            asks = feeds.asks(bank.code, on or bank.day_at(at))
            if on is not None and any(ask.day is None for ask in asks):
                refusals.append(OnlyLatest(bank=bank, day=on))
                continue
            for ask in asks:
                try:
                    imported.append(await fetch_one(bank, ask, caller, at=at))
                except Refusal as refusal:
                    refusals.append(refusal)
    return Fetched(tuple(imported), tuple(refusals))


async def fetch_one(bank: Bank, ask: Ask, caller: "Caller", *, at: datetime) -> Imported:
    """Fetch and import one bank's answer, and save the outcome.

    Raises `BankSilent`, `BankTroubled`, and what `take` raises.
    """
    source = bank.site + ask.path
    try:
        body = await caller.fetch(bank, ask)
        imported = await take(bank, body, RateSubmission(source=source, at=at, ask=ask))
    except Refusal as refusal:
        await _save_fetch(Fetch(bank.code, at, source, type(refusal).__name__, str(refusal)))
        raise
    await _save_fetch(Fetch(bank.code, at, source, SAVED, ""))
    return imported


async def _save_fetch(fetch: Fetch) -> None:
    async with transaction():
        await published.save_fetch(fetch)


async def fetch_due(*, at: datetime) -> int:
    """Fetch from the banks that are due by their timetables; return how many."""
    last = await published.last_fetches()
    tables = current.edition().on(TIMETABLES, day_at(at))
    due = [
        bank
        for bank in fetched_banks()
        for table in [tables[code] for code in [bank.code] if code in tables]
        if is_due(
            table,
            zone=bank.zone,
            now=at,
            asked_at=last[bank.code].at if bank.code in last else None,
        )
    ]
    if due:
        await fetch_rates(due, on=None, at=at)
    return len(due)
