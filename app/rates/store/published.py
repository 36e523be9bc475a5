"""Bank answers and official rates: every query."""

from collections.abc import Iterable
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from app.accounts.person import Reader
from app.rates.banks import Bank, get_bank
from app.rates.official import NoRate, NoRates, NoSuchRate, OfficialRate, RateSource
from app.rates.tables import OfficialRate as OfficialRateRow
from app.rates.tables import RateBody as RateBodyRow


async def lock(name: str) -> None:
    """Will make a second writer of the same bank or currency wait for this transaction."""
    query = "SELECT pg_advisory_xact_lock(hashtextextended({}, 0))"
    await OfficialRateRow.raw(query, f"rates:{name}")


# Bank answers, byte for byte.


async def keep_body(
    bank: Bank, body: bytes, *, source: str, at: datetime, by: Reader | None
) -> int:
    """Will keep an answer unless these very bytes are kept already, and give its row's number."""
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
    kept = await RateBodyRow.select(RateBodyRow.id).where(
        (RateBodyRow.bank == bank.code) & (RateBodyRow.sha256 == digest)
    )
    return int(kept[0]["id"])


# Official rates.


def _official(row: dict[str, Any]) -> OfficialRate:
    return OfficialRate(
        bank=row["bank"],
        currency=row["currency"],
        nominal=row["nominal"],
        value=row["value"],
        published_on=row["published_on"],
        effective_on=row["effective_on"],
        id=row["id"],
    )


async def get_rate(rate_id: int) -> OfficialRate:
    """Will give a rate by its row's number; raises `NoSuchRate`."""
    row = await OfficialRateRow.select().where(OfficialRateRow.id == rate_id).first()
    if row is None:
        raise NoSuchRate
    return _official(row)


async def get_source(rate_id: int) -> RateSource:
    """Will give the bank's answer that a rate stood in; raises `NoSuchRate`."""
    body = OfficialRateRow.body
    row = (
        await OfficialRateRow.select(
            body.source.as_alias("source"),
            body.fetched_at.as_alias("kept_at"),
            body.sha256.as_alias("sha256"),
        )
        .where(OfficialRateRow.id == rate_id)
        .first()
    )
    if row is None:
        raise NoSuchRate
    return RateSource(row["source"], row["kept_at"], row["sha256"])


async def list_rates(bank: Bank, days: Iterable[date]) -> list[OfficialRate]:
    """Will list the bank's rates that begin to hold on these days."""
    rows = await OfficialRateRow.select().where(
        (OfficialRateRow.bank == bank.code) & OfficialRateRow.effective_on.is_in(sorted(set(days)))
    )
    return [_official(row) for row in rows]


async def keep_rates(rates: Iterable[OfficialRate], *, body_id: int) -> None:
    """Will keep rates as published, with the answer that they stood in."""
    rows = [
        OfficialRateRow(
            bank=rate.bank,
            currency=rate.currency,
            nominal=rate.nominal,
            value=rate.value,
            published_on=rate.published_on,
            effective_on=rate.effective_on,
            body=body_id,
        )
        for rate in rates
    ]
    if rows:
        await OfficialRateRow.insert(*rows)


async def official_in_force(bank: str, currency: str, on: date) -> OfficialRate:
    """Will give the bank's latest rate effective on or before the day; raises `NoRate`."""
    row = (
        await OfficialRateRow.select()
        .where(
            (OfficialRateRow.bank == bank)
            & (OfficialRateRow.currency == currency)
            & (OfficialRateRow.effective_on <= on)
        )
        .order_by(OfficialRateRow.effective_on, ascending=False)
        .first()
    )
    if row is None:
        raise NoRate(bank=get_bank(bank), currency=currency, day=on)
    return _official(row)


_IN_SPAN = (
    "SELECT * FROM official_rate WHERE bank = {} AND currency = {} AND effective_on <= {}"
    " AND effective_on >= coalesce((SELECT max(effective_on) FROM official_rate"
    " WHERE bank = {} AND currency = {} AND effective_on <= {}), {}) ORDER BY effective_on"
)


async def list_between(bank: Bank, currency: str, *, first: date, last: date) -> list[OfficialRate]:
    """Will list a currency's rates that held on any day from the first to the last."""
    rows = await OfficialRateRow.raw(
        _IN_SPAN, bank.code, currency, last, bank.code, currency, first, first
    )
    return [_official(row) for row in rows]


async def list_in_force(bank: Bank, *, on: date) -> list[OfficialRate]:
    """Will list each currency's rate in force at the bank; raises `NoRates`."""
    rows = (
        await OfficialRateRow.select()
        .where((OfficialRateRow.bank == bank.code) & (OfficialRateRow.effective_on <= on))
        .distinct(on=[OfficialRateRow.currency])
        .order_by(OfficialRateRow.currency)
        .order_by(OfficialRateRow.effective_on, ascending=False)
    )
    if not rows:
        raise NoRates(bank=bank, day=on)
    return [_official(row) for row in rows]
