"""Bank answers, official rates and spreads: every query."""

from collections.abc import Iterable
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from app.accounts.person import Reader
from app.kit.money import CNY
from app.kit.refusal import Refusal
from app.rates.banks import BANKS, Bank, bank_for, get_bank
from app.rates.desk import BankDesk, Desk, SpreadEntry, changes
from app.rates.official import NoRate, NoRates, OfficialRate
from app.rates.selling import NoSpread, SellingRate, Spread
from app.rates.tables import OfficialRate as OfficialRateRow
from app.rates.tables import RateBody as RateBodyRow
from app.rates.tables import Spread as SpreadRow


async def lock(name: str) -> None:
    """Will make a second writer of the same bank or currency wait for this transaction."""
    await SpreadRow.raw("SELECT pg_advisory_xact_lock(hashtextextended({}, 0))", f"rates:{name}")


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
    )


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


# Spreads.


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


# Both together.


async def selling_in_force(currency: str, at: datetime) -> SellingRate:
    """Will give what a buyer's currency sells the yuan by; raises `NoBank`, `NoRate`, `NoSpread`.

    The official rate is that of the day where the currency's own bank is.
    """
    bank = bank_for(currency)
    official = await official_in_force(bank.code, CNY.code, bank.day_at(at))
    return SellingRate(official, await spread_in_force(currency, at))


async def get_bank_desk(bank: Bank, *, at: datetime) -> BankDesk:
    """Will give one bank's part of the desk; what is missing is named there, not raised."""
    today = bank.day_at(at)
    rates: list[OfficialRate] = []
    selling: list[SellingRate] = []
    refusals: list[Refusal] = []
    try:
        rates = await list_in_force(bank, on=today)
        selling = [await selling_in_force(bank.currency, at)]
    except (NoRates, NoRate, NoSpread) as refusal:
        refusals = [refusal]
    return BankDesk(bank, today, tuple(rates), tuple(selling), tuple(refusals))


async def get_desk(*, at: datetime) -> Desk:
    """Will give the whole desk as it stands at an instant."""
    banks = tuple([await get_bank_desk(bank, at=at) for bank in BANKS.values()])
    return Desk(banks, changes(await list_spreads()))
