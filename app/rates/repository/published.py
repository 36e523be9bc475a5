"""Queries of bank answers, official rates and requests to banks."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from hashlib import sha256
from typing import Final

from app.accounts.person import Reader
from app.kit.records import read_all, read_column, read_first
from app.rates.banks import Bank, get_bank
from app.rates.fetching import Fetch
from app.rates.guard import usual_value
from app.rates.lists import MAGNITUDES
from app.rates.official import (
    HeldRate,
    NoRate,
    NoRates,
    NoSuchRate,
    OfficialRate,
    RateSource,
)
from app.rates.repository.rows import (
    FetchRecord,
    HeldRateRecord,
    RateRecord,
    SourceRecord,
    TableRecord,
    to_official,
)
from app.rates.tables import OfficialRate as OfficialRateRow
from app.rates.tables import RateBody as RateBodyRow
from app.rates.tables import RateConfirmation as ConfirmationRow
from app.rates.tables import RateFetch as FetchRow
from app.reference import current


async def lock(name: str) -> None:
    """Make a second writer of the same bank or currency wait for this transaction."""
    query = "SELECT pg_advisory_xact_lock(hashtextextended({}, 0))"
    await OfficialRateRow.raw(query, f"rates:{name}")


# Bank answers, byte for byte.


async def save_body(
    bank: Bank, body: bytes, *, source: str, at: datetime, by: Reader | None
) -> int:
    """Save an answer unless these very bytes are stored already, and return its id."""
    digest = sha256(body).hexdigest()
    row = RateBodyRow(
        bank=bank.code,
        fetched_at=at,
        source=source,
        sha256=digest,
        body=body,
        entered_by=by.person_id if by else None,
    )
    await RateBodyRow.insert(row).on_conflict(action="DO NOTHING")
    query = RateBodyRow.select(RateBodyRow.id).where(
        (RateBodyRow.bank == bank.code) & (RateBodyRow.sha256 == digest)
    )
    [body_id] = await read_column(int, query)
    return body_id


# Official rates.


async def get_rate(rate_id: int) -> OfficialRate:
    """Return a rate by its id; raises `NoSuchRate`."""
    query = OfficialRateRow.select().where(OfficialRateRow.id == rate_id)
    row = await read_first(RateRecord, query.first())
    if row is None:
        raise NoSuchRate
    return to_official(row)


async def get_source(rate_id: int) -> RateSource:
    """Return the bank's answer that a rate is from; raises `NoSuchRate`."""
    body = OfficialRateRow.body
    query = OfficialRateRow.select(
        body.source.as_alias("source"),
        body.fetched_at.as_alias("fetched_at"),
        body.sha256.as_alias("sha256"),
    ).where(OfficialRateRow.id == rate_id)
    row = await read_first(SourceRecord, query.first())
    if row is None:
        raise NoSuchRate
    return RateSource(row.source, row.fetched_at, row.sha256)


async def list_rates(bank: Bank, days: Iterable[date]) -> list[OfficialRate]:
    """List the bank's rates that come into force on these days."""
    query = OfficialRateRow.select().where(
        (OfficialRateRow.bank == bank.code) & OfficialRateRow.effective_on.is_in(sorted(set(days)))
    )
    return [to_official(row) for row in await read_all(RateRecord, query)]


async def save_rates(
    rates: Iterable[OfficialRate],
    *,
    body_id: int,
    at: datetime,
    jumps: Mapping[OfficialRate, Decimal],
) -> None:
    """Save rates as published, with the answer they are from; those in `jumps` are held."""
    rows = [
        OfficialRateRow(
            bank=rate.bank,
            currency=rate.currency,
            nominal=rate.nominal,
            value=rate.value,
            published_on=rate.published_on,
            effective_on=rate.effective_on,
            body=body_id,
            quoted=rate.quoted.value,
            series=rate.series,
            known_at=at,
            held=rate in jumps,
            jump_percent=jumps.get(rate),
        )
        for rate in rates
    ]
    if rows:
        await OfficialRateRow.insert(*rows)


# A rate that jumped is in force from the moment a second person confirmed it.
_USABLE: Final = (
    " AND rate.known_at <= {} AND (NOT rate.held OR EXISTS (SELECT 1 FROM rate_confirmation"
    " AS confirmed WHERE confirmed.official_rate = rate.id AND confirmed.confirmed_at <= {}))"
)
_IN_FORCE: Final = (
    "SELECT rate.* FROM official_rate AS rate WHERE rate.bank = {} AND rate.currency = {}"  # noqa: S608 -- our own text
    f" AND rate.effective_on <= {{}}{_USABLE} ORDER BY rate.effective_on DESC LIMIT 1"
)
_ALL_IN_FORCE: Final = (
    "SELECT DISTINCT ON (rate.currency) rate.* FROM official_rate AS rate WHERE rate.bank = {}"  # noqa: S608 -- our own text
    f" AND rate.effective_on <= {{}}{_USABLE} ORDER BY rate.currency, rate.effective_on DESC"
)
_EVER: Final = datetime.max.replace(tzinfo=UTC)


async def official_in_force(
    bank: str, currency: str, on: date, *, at: datetime = _EVER
) -> OfficialRate:
    """Return the bank's latest rate effective on or before the day; raises `NoRate`.

    `at`: as known at that instant; a rate imported or confirmed later is ignored.
    """
    query = OfficialRateRow.raw(_IN_FORCE, bank, currency, on, at, at)
    rows = await read_all(RateRecord, query)
    if not rows:
        raise NoRate(bank=get_bank(bank), currency=currency, day=on)
    return to_official(rows[0])


_IN_SPAN: Final = (
    "WITH rate AS (SELECT rate.* FROM official_rate AS rate"  # noqa: S608 -- our own text
    f" WHERE rate.bank = {{}} AND rate.currency = {{}} AND rate.effective_on <= {{}}{_USABLE})"
    " SELECT * FROM rate WHERE effective_on >= coalesce((SELECT max(effective_on) FROM rate"
    " WHERE effective_on <= {}), {}) ORDER BY effective_on"
)


async def list_between(bank: Bank, currency: str, *, first: date, last: date) -> list[OfficialRate]:
    """List a currency's rates in force on any day from the first to the last."""
    query = OfficialRateRow.raw(_IN_SPAN, bank.code, currency, last, _EVER, _EVER, first, first)
    return [to_official(row) for row in await read_all(RateRecord, query)]


async def list_in_force(bank: Bank, *, on: date, at: datetime = _EVER) -> list[OfficialRate]:
    """List each currency's rate in force, as known at an instant; raises `NoRates`."""
    query = OfficialRateRow.raw(_ALL_IN_FORCE, bank.code, on, at, at)
    rows = await read_all(RateRecord, query)
    if not rows:
        raise NoRates(bank=bank, day=on)
    return [to_official(row) for row in rows]


_LAST_TABLE: Final = (
    "SELECT currency, effective_on FROM official_rate WHERE bank = {} AND series = {}"
    " AND effective_on = (SELECT max(effective_on) FROM official_rate"
    " WHERE bank = {} AND series = {} AND effective_on < {})"
)


async def last_day(bank: Bank) -> date:
    """Return the latest effective day of the bank's rates; raises `NoRates`."""
    query = (
        OfficialRateRow.select(OfficialRateRow.effective_on)
        .where(OfficialRateRow.bank == bank.code)
        .order_by(OfficialRateRow.effective_on, ascending=False)
    )
    days = await read_column(date, query.limit(1))
    if not days:
        raise NoRates(bank=bank, day=date.max)
    return days[0]


async def list_currencies_before(bank: Bank, series: str, day: date) -> dict[str, date]:
    """Return the currencies of the bank's last table before the day, with that table's day."""
    query = OfficialRateRow.raw(_LAST_TABLE, bank.code, series, bank.code, series, day)
    return {row.currency: row.effective_on for row in await read_all(TableRecord, query)}


# Rates that wait for a second person.


_HELD: Final = (
    "SELECT rate.*, body.entered_by, coalesce(entering.name, '') AS entered_by_name,"
    " before.value * rate.nominal / before.nominal AS value_before"
    " FROM official_rate AS rate JOIN rate_body AS body ON body.id = rate.body"
    " LEFT JOIN person_name AS entering ON entering.id = body.entered_by"
    " LEFT JOIN LATERAL (SELECT value, nominal FROM official_rate AS earlier"
    " WHERE earlier.bank = rate.bank AND earlier.currency = rate.currency"
    " AND earlier.effective_on < rate.effective_on ORDER BY effective_on DESC LIMIT 1) AS before"
    " ON true WHERE rate.held AND NOT EXISTS (SELECT 1 FROM rate_confirmation AS confirmed"
    " WHERE confirmed.official_rate = rate.id) ORDER BY rate.id"
)


async def list_held() -> list[HeldRate]:
    """List the rates that wait for a second person's confirmation."""
    return [_held(row) for row in await read_all(HeldRateRecord, OfficialRateRow.raw(_HELD))]


def _held(row: HeldRateRecord) -> HeldRate:
    rate = to_official(row)
    return HeldRate(
        rate=rate,
        before=_usual(rate) if row.value_before is None else row.value_before,
        percent=row.jump_percent,
        entered_by_id=row.entered_by,
        entered_by=row.entered_by_name,
        is_first=row.value_before is None,
    )


def _usual(rate: OfficialRate) -> Decimal:
    """Return the expected magnitude of a first rate, per its nominal."""
    usual = current.edition().on(MAGNITUDES, rate.effective_on)
    value = usual_value(rate.base, rate.into, usual)
    return rate.value if value is None else value * rate.nominal


async def save_confirmation(held: HeldRate, *, by_id: int, at: datetime, reason: str) -> None:
    """Save a second person's confirmation of a rate."""
    await ConfirmationRow(
        official_rate=held.rate.id,
        entered_by=held.entered_by_id,
        confirmed_by=by_id,
        confirmed_at=at,
        reason=reason,
    ).save()


# Requests to banks.


async def save_fetch(fetch: Fetch) -> None:
    await FetchRow(
        bank=fetch.bank,
        at=fetch.at,
        source=fetch.source,
        outcome=fetch.outcome,
        sentence=fetch.sentence,
    ).save()


_LAST_FETCHES: Final = "SELECT DISTINCT ON (bank) * FROM rate_fetch ORDER BY bank, id DESC"


async def last_fetches() -> dict[str, Fetch]:
    """Return the last request to each bank, by the bank's code."""
    return {
        row.bank: Fetch(row.bank, row.at, row.source, row.outcome, row.sentence)
        for row in await read_all(FetchRecord, FetchRow.raw(_LAST_FETCHES))
    }
