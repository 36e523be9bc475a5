"""Queries of selling terms, stops and the selling rate."""

from datetime import datetime
from decimal import Decimal
from typing import Final, TypedDict

from app.kit.money import CNY
from app.kit.records import Record, read_all, read_first
from app.rates.approval import Approval
from app.rates.banks import bank_for
from app.rates.draft import Draft
from app.rates.repository.published import get_rate, official_in_force
from app.rates.rounding import Direction, RoundingRule
from app.rates.selling import Limits, NoTerms, SellingRate, SellingTerms, sell_by
from app.rates.stop import NotStopped, SellingStopped, Stop
from app.rates.tables import SellingStop as StopRow
from app.rates.tables import SellingTerms as TermsRow


class FiguresRecord(Record):
    """The figures that a row of terms and a row of a draft have in common."""

    currency: str
    spread_percent: Decimal
    rounding_step_minor: int
    rounding_ending_minor: int
    rounding_direction: Direction
    warn_age_days: int
    stop_age_days: int
    jump_percent: Decimal
    floor_percent: Decimal


class TermsRecord(FiguresRecord):
    id: int
    effective_from: datetime


class InForceRecord(TermsRecord):
    """Terms in force, and whether selling is stopped."""

    is_stopped: bool


class ApprovalRecord(Record):
    drafter: str
    drafted_at: datetime
    publisher: str
    published_at: datetime
    why: str
    confirmed_because: str


class StopRecord(Record):
    id: int
    currency: str
    stopped_by: int
    who: str
    stopped_at: datetime
    why: str


class TermsColumns(TypedDict):
    """The columns that rows of terms and of drafts have in common."""

    currency: str
    spread_percent: Decimal
    rounding_step_minor: int
    rounding_ending_minor: int
    rounding_direction: str
    warn_age_days: int
    stop_age_days: int
    jump_percent: Decimal
    floor_percent: Decimal


def rounding_of(row: FiguresRecord) -> RoundingRule:
    """Return the rounding rule of a row of terms or of a draft."""
    return RoundingRule(row.rounding_step_minor, row.rounding_ending_minor, row.rounding_direction)


def limits_of(row: FiguresRecord) -> Limits:
    """Return the limits of a row of terms or of a draft."""
    return Limits(
        warn_age_days=row.warn_age_days,
        stop_age_days=row.stop_age_days,
        jump_percent=row.jump_percent,
        floor_percent=row.floor_percent,
    )


def columns_of(terms: SellingTerms | Draft) -> TermsColumns:
    """Return the columns that terms and drafts have in common."""
    return {
        "currency": terms.currency,
        "spread_percent": terms.spread_percent,
        "rounding_step_minor": terms.rounding.step_minor,
        "rounding_ending_minor": terms.rounding.ending_minor,
        "rounding_direction": terms.rounding.direction.value,
        "warn_age_days": terms.limits.warn_age_days,
        "stop_age_days": terms.limits.stop_age_days,
        "jump_percent": terms.limits.jump_percent,
        "floor_percent": terms.limits.floor_percent,
    }


def _terms(row: TermsRecord) -> SellingTerms:
    return SellingTerms(
        currency=row.currency,
        spread_percent=row.spread_percent,
        effective_from=row.effective_from,
        rounding=rounding_of(row),
        limits=limits_of(row),
        id=row.id,
    )


# Terms.


# Whether selling is stopped comes with the terms: a page of the shop needs both at once.
_IN_FORCE: Final = (
    "SELECT terms.*, EXISTS (SELECT 1 FROM selling_stop AS stop"
    " WHERE stop.currency = terms.currency AND stop.lifted_at IS NULL) AS is_stopped"
    " FROM selling_terms AS terms WHERE terms.currency = {} AND terms.effective_from <= {}"
    " ORDER BY terms.effective_from DESC LIMIT 1"
)


async def _in_force(currency: str, at: datetime) -> InForceRecord:
    rows = await read_all(InForceRecord, TermsRow.raw(_IN_FORCE, currency, at))
    if not rows:
        raise NoTerms(currency=currency)
    return rows[0]


async def terms_in_force(currency: str, at: datetime) -> SellingTerms:
    """Return the latest terms effective at or before the instant; raises `NoTerms`."""
    return _terms(await _in_force(currency, at))


async def list_terms(currency: str) -> list[SellingTerms]:
    """List every terms ever published for the currency, also those still to come."""
    query = TermsRow.select().where(TermsRow.currency == currency)
    rows = await read_all(TermsRecord, query)
    return sorted((_terms(row) for row in rows), key=lambda terms: terms.effective_from)


async def get_terms(terms_id: int) -> SellingTerms:
    """Return terms by their id; raises `NoTerms`."""
    query = TermsRow.select().where(TermsRow.id == terms_id)
    row = await read_first(TermsRecord, query.first())
    if row is None:
        raise NoTerms(currency="—")
    return _terms(row)


async def selling_of(rate_id: int, terms_id: int) -> SellingRate:
    """Return the selling rate that something was priced at; raises `NoRate` or `NoTerms`."""
    return SellingRate(await get_rate(rate_id), await get_terms(terms_id))


async def get_approval(terms_id: int) -> Approval:
    """Return who drafted and who published terms; raises `NoTerms`."""
    query = TermsRow.select(
        *TermsRow.all_columns(),
        TermsRow.drafted_by.name.as_alias("drafter"),
        TermsRow.draft.drafted_at.as_alias("drafted_at"),
        TermsRow.published_by.name.as_alias("publisher"),
    ).where(TermsRow.id == terms_id)
    row = await read_first(ApprovalRecord, query.first())
    if row is None:
        raise NoTerms(currency="—")
    return Approval(
        drafted_by=row.drafter,
        drafted_at=row.drafted_at,
        published_by=row.publisher,
        published_at=row.published_at,
        why=row.why,
        confirmed_because=row.confirmed_because,
    )


async def save_terms(
    terms: SellingTerms, draft: Draft, *, by_id: int, at: datetime, reason: str
) -> None:
    """Save published terms, with who drafted and who published them."""
    row = TermsRow(
        **columns_of(terms),
        effective_from=terms.effective_from,
        draft=draft.id,
        drafted_by=draft.drafted_by_id,
        published_by=by_id,
        published_at=at,
        why=draft.why,
        confirmed_because=reason,
    )
    await row.save()


# Stops.


def _stop(row: StopRecord) -> Stop:
    return Stop(
        id=row.id,
        currency=row.currency,
        stopped_by_id=row.stopped_by,
        stopped_by=row.who,
        stopped_at=row.stopped_at,
        why=row.why,
    )


async def list_stops() -> list[Stop]:
    """List the stops that are not lifted."""
    query = (
        StopRow.select(*StopRow.all_columns(), StopRow.stopped_by.name.as_alias("who"))
        .where(StopRow.lifted_at.is_null())
        .order_by(StopRow.id)
    )
    return [_stop(row) for row in await read_all(StopRecord, query)]


async def get_stop(currency: str) -> Stop:
    """Return the stop of a currency; raises `NotStopped`."""
    for stop in await list_stops():
        if stop.currency == currency:
            return stop
    raise NotStopped(currency=currency)


async def is_stopped(currency: str) -> bool:
    return await StopRow.exists().where(
        (StopRow.currency == currency) & StopRow.lifted_at.is_null()
    )


async def save_stop(currency: str, *, by_id: int, at: datetime, why: str) -> None:
    await StopRow(currency=currency, stopped_by=by_id, stopped_at=at, why=why).save()


async def save_lift(stop: Stop, *, by_id: int, at: datetime, why: str) -> None:
    await StopRow.update(
        {StopRow.lifted_by: by_id, StopRow.lifted_at: at, StopRow.lifted_because: why}
    ).where(StopRow.id == stop.id)


# The selling rate.


async def selling_in_force(currency: str, at: datetime) -> SellingRate:
    """Return the rate at which a buyer's currency sells the yuan.

    The official rate is that of the day where the currency's own bank is. Raises `NoBank`,
    `NoRate`, `NoTerms`, `SellingStopped` or `RateTooOld`.
    """
    return await _selling(currency, at, even_stopped=False)


async def selling_known(currency: str, at: datetime) -> SellingRate:
    """Return the selling rate also while selling is stopped: for the desk, not the shop.

    Raises `NoBank`, `NoRate`, `NoTerms` or `RateTooOld`.
    """
    return await _selling(currency, at, even_stopped=True)


async def _selling(currency: str, at: datetime, *, even_stopped: bool) -> SellingRate:
    bank = bank_for(currency)
    today = bank.day_at(at)
    official = await official_in_force(bank.code, CNY.code, today, at=at)
    row = await _in_force(currency, at)
    if row.is_stopped and not even_stopped:
        raise SellingStopped(currency=currency)
    return sell_by(official, _terms(row), today=today)
