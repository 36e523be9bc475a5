"""Quotes: every query."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime
from typing import Final

from piccolo.query.methods.select import Select

from app.accounts.person import Reader
from app.kit.money import CNY, from_minor, to_minor
from app.kit.records import Record, read_all, read_column
from app.kit.transitions import move_columns, save_transition
from app.pricing.breakdown import StoredStage, from_stored, to_stored
from app.pricing.line import LinePrice
from app.quotes.quote import NoSuchQuote, Quote, QuoteLine, QuoteMove, QuoteState
from app.quotes.tables import Quote as QuoteRow
from app.quotes.tables import QuoteLine as LineRow
from app.quotes.tables import QuoteMove as MoveRow
from app.rates.repository import selling as rates
from app.rates.selling import SellingRate


class QuoteRecord(Record):
    id: int
    number: str
    state: QuoteState
    buyer: int
    asked_by: int
    quoted_at: datetime
    held_until: datetime
    language: str
    basket: int | None
    official_rate: int
    selling_terms: int


class QuoteLineRecord(Record):
    quote: int
    position: int
    product: int
    price_list: int
    sku: str
    names: dict[str, str]
    sales_unit: str
    quantity: int
    list_price_minor: int
    stages: list[StoredStage]


class QuoteMoveRecord(Record):
    """A step of a quote's life."""

    to_state: QuoteState
    at: datetime
    who: str | None


# A person has one quote at a time: a second opening waits here for the first.
_LOCK_PERSON: Final = "SELECT pg_advisory_xact_lock(hashtextextended({}, 0))"


# Reading.


async def get_quote_for(reader: Reader, number: str) -> Quote:
    """Return the quote if it is the reader's company's: the one place that checks it.

    `NoSuchQuote` is raised alike for a missing quote and for somebody else's.
    """
    quote = await _one(number, QuoteRow.select().where(QuoteRow.number == number))
    if quote.buyer_id != reader.company_id:
        raise NoSuchQuote(number=number)
    return quote


async def lock_quote(number: str) -> Quote:
    """Return the quote, its row locked to the end of the transaction; raises `NoSuchQuote`."""
    query = (
        QuoteRow.select()
        .where(QuoteRow.number == number)
        .order_by(QuoteRow.id)
        .lock_rows("NO KEY UPDATE")
    )
    return await _one(number, query)


async def list_held(currency: str) -> list[Quote]:
    """List the quotes in a currency that are still held."""
    return await _quotes(
        QuoteRow.select()
        .where((QuoteRow.currency == currency) & (QuoteRow.state == QuoteState.HELD.value))
        .order_by(QuoteRow.id)
    )


async def list_numbers_held_by(person_id: int) -> list[str]:
    """List the numbers of the quotes that are held for the person."""
    query = QuoteRow.select(QuoteRow.number).where(
        (QuoteRow.asked_by == person_id) & (QuoteRow.state == QuoteState.HELD.value)
    )
    return await read_column(str, query)


_OPEN_WITH: Final = """
    SELECT DISTINCT quote.number FROM quote JOIN quote_line line ON line.quote = quote.id
    WHERE quote.state = {} AND quote.held_until >= {} AND line.product = ANY({}::integer[])
    ORDER BY quote.number
"""


async def list_numbers_open_with(product_ids: Collection[int], *, at: datetime) -> list[str]:
    """List the numbers of the quotes of any of the products that are held at the instant."""
    query = QuoteRow.raw(_OPEN_WITH, QuoteState.HELD.value, at, list(product_ids))
    return await read_column(str, query)


async def list_numbers_past(at: datetime, *, most: int) -> list[str]:
    """List the numbers of the held quotes whose time is over, the oldest first."""
    query = (
        QuoteRow.select(QuoteRow.number)
        .where((QuoteRow.state == QuoteState.HELD.value) & (QuoteRow.held_until < at))
        .order_by(QuoteRow.id)
        .limit(most)
    )
    return await read_column(str, query)


class EndingRecord(Record):
    """A held quote, whose it is, and until when."""

    number: str
    asked_by: int
    buyer: int
    held_until: datetime


async def list_ending(after: datetime, before: datetime) -> list[EndingRecord]:
    """List the held quotes that end between two instants."""
    query = QuoteRow.select(QuoteRow.number, QuoteRow.asked_by, QuoteRow.buyer, QuoteRow.held_until)
    ending = (QuoteRow.held_until > after) & (QuoteRow.held_until <= before)
    return await read_all(
        EndingRecord,
        query.where((QuoteRow.state == QuoteState.HELD.value) & ending).order_by(QuoteRow.id),
    )


async def last_move(quote_id: int) -> QuoteMove:
    """Return the latest step of a quote's life."""
    query = (
        MoveRow.select(MoveRow.to_state, MoveRow.at, MoveRow.by.name.as_alias("who"))
        .where(MoveRow.quote == quote_id)
        .order_by(MoveRow.id, ascending=False)
        .limit(1)
    )
    [row] = await read_all(QuoteMoveRecord, query)
    return QuoteMove(row.to_state, row.at, row.who or "")


# Saving.


async def lock_person(person_id: int) -> None:
    """Serialize the opening of quotes by a person, to the end of the transaction."""
    await QuoteRow.raw(_LOCK_PERSON, f"quotes:{person_id}")


async def save_new_quote(quote: Quote) -> Quote:
    """Save a new quote with its lines and its first move; return it with its id."""
    row = QuoteRow(
        number=quote.number,
        state=quote.state.value,
        buyer=quote.buyer_id,
        asked_by=quote.asked_by_id,
        quoted_at=quote.quoted_at,
        held_until=quote.held_until,
        language=quote.language,
        basket=quote.basket_id,
        currency=quote.selling.currency,
        official_rate=quote.selling.official.id,
        selling_terms=quote.selling.terms.id,
        total_minor=to_minor(quote.total),
    )
    await row.save()
    await LineRow.insert(*[_line_row(row.id, line) for line in quote.lines])
    saved = replace(quote, id=row.id)
    begun = move_columns(was=None, to=saved.state, at=quote.quoted_at, by_id=quote.asked_by_id)
    await MoveRow(quote=saved.id, **begun).save()
    return saved


def _line_row(quote_id: int, line: QuoteLine) -> LineRow:
    return LineRow(
        quote=quote_id,
        position=line.position,
        product=line.product_id,
        price_list=line.price.price_list_id,
        sku=line.price.sku,
        names=line.names,
        sales_unit=line.sales_unit,
        quantity=line.price.quantity,
        list_price_minor=to_minor(line.price.list_price),
        stages=to_stored(line.price.unit),
        unit_price_minor=to_minor(line.price.unit_price),
        total_minor=to_minor(line.price.total),
    )


async def save_state(
    quote: Quote, *, was: QuoteState, at: datetime, by_id: int | None, why: str = ""
) -> None:
    """Save the state of a quote whose row is locked; `by_id` is None when no person did it."""
    columns = move_columns(was=was, to=quote.state, at=at, by_id=by_id, why=why)
    history = MoveRow(quote=quote.id, **columns)
    await save_transition(QuoteRow.state, quote.id, was=was, to=quote.state, history=history)


# From rows.


async def _one(number: str, query: Select[QuoteRow]) -> Quote:
    found = await _quotes(query)
    if not found:
        raise NoSuchQuote(number=number)
    return found[0]


async def _quotes(query: Select[QuoteRow]) -> list[Quote]:
    rows = await read_all(QuoteRecord, query)
    if not rows:
        return []
    lines = (
        LineRow.select()
        .where(LineRow.quote.is_in([row.id for row in rows]))
        .order_by(LineRow.quote, LineRow.position)
    )
    grouped: dict[int, list[QuoteLineRecord]] = defaultdict(list)
    for line in await read_all(QuoteLineRecord, lines):
        grouped[line.quote].append(line)
    sellings = await _sellings(rows)
    return [
        _quote(row, grouped[row.id], sellings[row.official_rate, row.selling_terms]) for row in rows
    ]


async def _sellings(rows: Iterable[QuoteRecord]) -> dict[tuple[int, int], SellingRate]:
    pairs = {(row.official_rate, row.selling_terms) for row in rows}
    return {(rate, terms): await rates.selling_of(rate, terms) for rate, terms in pairs}


def _quote(row: QuoteRecord, lines: list[QuoteLineRecord], selling: SellingRate) -> Quote:
    return Quote(
        id=row.id,
        number=row.number,
        state=row.state,
        buyer_id=row.buyer,
        asked_by_id=row.asked_by,
        quoted_at=row.quoted_at,
        held_until=row.held_until,
        language=row.language,
        basket_id=row.basket,
        lines=tuple(_line(line, selling) for line in lines),
    )


def _line(row: QuoteLineRecord, selling: SellingRate) -> QuoteLine:
    price = LinePrice(
        sku=row.sku,
        quantity=row.quantity,
        list_price=from_minor(row.list_price_minor, CNY.code),
        unit=from_stored(row.stages, selling.currency),
        selling=selling,
        price_list_id=row.price_list,
    )
    return QuoteLine(row.position, row.product, row.names, row.sales_unit, price)
