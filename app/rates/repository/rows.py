"""Rows of official rates and of requests to banks."""

from datetime import date, datetime
from decimal import Decimal

from app.kit.records import Record
from app.rates.official import OfficialRate, Quoted


class RateRecord(Record):
    id: int
    bank: str
    currency: str
    nominal: int
    value: Decimal
    published_on: date
    effective_on: date
    quoted: Quoted
    series: str


class HeldRateRecord(RateRecord):
    """A rate that waits, with the one before it and who entered it."""

    value_before: Decimal | None
    jump_percent: Decimal
    entered_by: int | None
    entered_by_name: str


class SourceRecord(Record):
    """The answer that a rate is from."""

    source: str
    fetched_at: datetime
    sha256: str


class TableRecord(Record):
    """A currency of a bank's table and the table's day."""

    currency: str
    effective_on: date


class FetchRecord(Record):
    bank: str
    at: datetime
    source: str
    outcome: str
    sentence: str


def to_official(row: RateRecord) -> OfficialRate:
    return OfficialRate(
        bank=row.bank,
        currency=row.currency,
        nominal=row.nominal,
        value=row.value,
        published_on=row.published_on,
        effective_on=row.effective_on,
        id=row.id,
        quoted=row.quoted,
        series=row.series,
    )
