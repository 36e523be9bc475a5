"""Open lines in a currency, and saved rehearsals: every query."""

from collections.abc import Iterable
from datetime import datetime

from msgspec import to_builtins

from app.accounts import repository as accounts
from app.catalog import repository as catalog
from app.catalog.ladder import Ladder, LadderStep
from app.countries.repository import list_buyers_now
from app.kit.records import Record, read_all
from app.orders import repository as orders
from app.orders.order import Order, OrderLine, OrderState
from app.quotes import repository as quotes
from app.quotes.quote import Quote, QuoteLine
from app.rehearsals.outcome import Outcome, Rehearsed, outcome_of
from app.rehearsals.rehearsal import OpenKind, OpenLine, Rehearsal
from app.rehearsals.tables import Rehearsal as RehearsalRow
from app.shop import repository as shop
from app.shop.basket import OpenBasket
from app.shop.currency import currency_of


async def list_open_lines(currency: str) -> list[OpenLine]:
    """List every open line in a currency: baskets, held quotes, unpaid proformas."""
    names = await accounts.company_names()
    return [
        *await _in_baskets(currency),
        *_in_quotes(await quotes.list_held(currency), names),
        *_in_proformas(await orders.list_orders_in([OrderState.PLACED]), names, currency),
    ]


async def _in_baskets(currency: str) -> list[OpenLine]:
    """List the baskets' lines; a visitor who chose no currency sees the first one."""
    buyers = list_buyers_now()
    mine = [
        basket
        for basket in await shop.list_open_baskets()
        if currency_of(basket.country, basket.chosen, buyers) == currency
    ]
    return await _priced(mine)


async def _priced(baskets: list[OpenBasket]) -> list[OpenLine]:
    wanted = {line.product_id for basket in baskets for line in basket.lines}
    products = await catalog.get_products_for_pricing(sorted(wanted))
    return [
        OpenLine(
            kind=OpenKind.BASKET,
            reference=str(basket.id),
            buyer=basket.company,
            sku=products[line.product_id].sku,
            quantity=line.quantity,
            ladder=products[line.product_id].ladder,
        )
        for basket in baskets
        for line in basket.lines
        if line.product_id in products
    ]


def _in_quotes(held: Iterable[Quote], names: dict[int, str]) -> list[OpenLine]:
    return [_quoted(quote, line, names) for quote in held for line in quote.lines]


def _quoted(quote: Quote, line: QuoteLine, names: dict[int, str]) -> OpenLine:
    return OpenLine(
        kind=OpenKind.QUOTE,
        reference=quote.number,
        buyer=names[quote.buyer_id],
        sku=line.price.sku,
        quantity=line.price.quantity,
        ladder=Ladder((LadderStep(1, line.price.list_price),)),
        held=line.price.breakdown,
    )


def _in_proformas(placed: Iterable[Order], names: dict[int, str], currency: str) -> list[OpenLine]:
    return [
        _ordered(order, line, names)
        for order in placed
        if order.currency == currency
        for line in order.lines
    ]


def _ordered(order: Order, line: OrderLine, names: dict[int, str]) -> OpenLine:
    return OpenLine(
        kind=OpenKind.PROFORMA,
        reference=order.number,
        buyer=names[order.buyer_id],
        sku=line.sku,
        quantity=line.quantity,
        ladder=Ladder((LadderStep(1, line.list_price),)),
        held=line.breakdown,
    )


async def save_rehearsal(rehearsal: Rehearsal, *, draft_id: int, by_id: int, at: datetime) -> None:
    """Save a rehearsal's outcome and its seal."""
    await RehearsalRow(
        draft=draft_id,
        rehearsed_by=by_id,
        rehearsed_at=at,
        sha256=rehearsal.seal,
        outcome=to_builtins(outcome_of(rehearsal)),
    ).save()


class RehearsalRecord(Record):
    who: str
    rehearsed_at: datetime
    sha256: str
    outcome: Outcome


async def list_rehearsals(draft_id: int) -> list[Rehearsed]:
    """List the rehearsals of a draft, the latest first."""
    query = (
        RehearsalRow.select(
            *RehearsalRow.all_columns(), RehearsalRow.rehearsed_by.name.as_alias("who")
        )
        .where(RehearsalRow.draft == draft_id)
        .order_by(RehearsalRow.id, ascending=False)
    )
    return [
        Rehearsed(row.who, row.rehearsed_at, row.sha256, row.outcome)
        for row in await read_all(RehearsalRecord, query)
    ]
