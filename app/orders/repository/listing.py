"""Orders in lists: every query."""

from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Final

from moneyed import Money
from piccolo.querystring import QueryString

from app.catalog.folding import name_terms
from app.kit.clock import WAREHOUSE_ZONE
from app.kit.listing import MOST_COUNTED, Asked, KeyPage, Listing, Sort, all_of, containing
from app.kit.money import from_minor
from app.kit.records import Record, read_all
from app.orders.order import OrderState
from app.orders.order_list import LARGEST, CurrencyTotal, OrderEntry, WantedOrders
from app.orders.tables import Order as OrderRow


class OrderEntryRecord(Record):
    """An order's row with its buyer and its first goods."""

    number: str
    state: OrderState
    placed_at: datetime
    buyer: str
    buyer_number: str
    names: dict[str, str]
    lines: int
    currency: str
    total_minor: int


_ORDERS: Final = Listing(
    shape=OrderEntryRecord,
    table=OrderRow,
    columns=(
        "placed.number, placed.state, placed.placed_at, placed.currency, placed.total_minor,"
        " buyer.name AS buyer, buyer.number AS buyer_number, goods.names,"
        ' (SELECT count(*) FROM order_line WHERE "order" = placed.id) AS lines'
    ),
    source=(
        "purchase_order AS placed JOIN company_name AS buyer ON buyer.id = placed.buyer"
        ' JOIN order_line AS goods ON goods."order" = placed.id AND goods.position = 1'
    ),
    id="placed.id",
    sorts={
        "newest": Sort("placed.id", int, is_descending=True),
        "oldest": Sort("placed.id", int),
        LARGEST: Sort("placed.total_minor", int, is_descending=True),
    },
)
_FIRST_DAY: Final = date(1970, 1, 1)
_LAST_DAY: Final = date(9000, 1, 1)
"""Days beyond these would leave what an instant can hold."""
# Found set by set, each by its own index: one condition with OR would read every order.
_WITH_WORDS: Final = (
    "placed.id IN (SELECT id FROM purchase_order WHERE number ILIKE {}"
    " UNION SELECT id FROM purchase_order WHERE buyer IN (SELECT id FROM company_name"
    " WHERE name ILIKE {} OR name_latin ILIKE {} OR number ILIKE {})"
    ' UNION SELECT "order" FROM order_line WHERE product IN ({}))'
)
_BY_SKU: Final = "SELECT id FROM product_sku WHERE sku ILIKE {}"
_BY_NAME: Final = " UNION SELECT product FROM product_word WHERE words @> {}::text[]"
_TOTALS: Final = (
    "SELECT currency, count(*) AS orders, sum(total_minor)::bigint AS sum_minor FROM (SELECT"
    " placed.currency, placed.total_minor FROM purchase_order AS placed WHERE {} LIMIT {})"
    " AS found GROUP BY currency ORDER BY count(*) DESC, currency"
)


_WAITING: Final = (
    "SELECT wanted.state, (SELECT count(*) FROM (SELECT 1 FROM purchase_order AS placed"
    " WHERE placed.state = wanted.state LIMIT {}) AS those) AS found"
    " FROM unnest({}::text[]) AS wanted (state)"
)


@dataclass(frozen=True, slots=True)
class OrderPage:
    """A page of orders, and what they come to where that is cheap to say."""

    page: KeyPage[OrderEntry] = field(default_factory=KeyPage)
    totals: tuple[CurrencyTotal, ...] = ()
    """Of every order that is looked for; empty when there are more than are counted."""
    count: int = 0
    """`MOST_COUNTED` + 1 means that there are more."""


async def list_orders(wanted: WantedOrders, asked: Asked) -> OrderPage:
    """Read a page of the orders that are looked for, with their totals.

    Raises what `WantedOrders.check` and `Listing.page` raise.
    """
    wanted.check()
    where = _conditions(wanted)
    found = await _ORDERS.page(where, asked)
    counted = await _totals(where)
    count = sum(each.orders for each in counted)
    return OrderPage(
        KeyPage(tuple(map(_entry, found.items)), found.previous, found.next),
        counted if count <= MOST_COUNTED else (),
        count,
    )


async def every_order(wanted: WantedOrders, asked: Asked) -> AsyncIterator[tuple[OrderEntry, ...]]:
    """Read all orders that are looked for, part by part; raises as `list_orders` does."""
    wanted.check()
    async for part in _ORDERS.parts(_conditions(wanted), asked):
        yield tuple(map(_entry, part))


class CurrencyTotalRecord(Record):
    currency: str
    orders: int
    sum_minor: int


async def _totals(where: list[QueryString]) -> tuple[CurrencyTotal, ...]:
    query = OrderRow.raw(_TOTALS, all_of(where), MOST_COUNTED + 1)
    return tuple(
        CurrencyTotal(row.orders, from_minor(row.sum_minor, row.currency))
        for row in await read_all(CurrencyTotalRecord, query)
    )


class WaitingRecord(Record):
    state: OrderState
    found: int


async def count_in(states: Iterable[OrderState]) -> dict[OrderState, int]:
    """Count the orders in each of these states; `MOST_COUNTED` + 1 means that there are more."""
    query = OrderRow.raw(_WAITING, MOST_COUNTED + 1, [state.value for state in states])
    return {row.state: row.found for row in await read_all(WaitingRecord, query)}


def _conditions(wanted: WantedOrders) -> list[QueryString]:
    found = [
        ("placed.state = {}", wanted.state and wanted.state.value),
        ("placed.currency = {}", wanted.currency),
        ("placed.buyer = {}", wanted.buyer_id),
        ("placed.total_minor >= {}", _minor(wanted.least, wanted.currency)),
        ("placed.total_minor <= {}", _minor(wanted.most, wanted.currency)),
        ("placed.placed_at >= {}", _begin(wanted.since)),
        ("placed.placed_at < {}", _begin(wanted.until, days=1)),
    ]
    conditions = [QueryString(sql, value) for sql, value in found if value not in {None, ""}]
    return [*conditions, *([_with_words(wanted.words)] if wanted.words else [])]


def _with_words(words: str) -> QueryString:
    pattern, terms = containing(words), name_terms(words)
    by_name = QueryString(_BY_NAME, terms) if terms else QueryString("")
    goods = QueryString("{}{}", QueryString(_BY_SKU, pattern), by_name)
    return QueryString(_WITH_WORDS, *[pattern] * 4, goods)


def _minor(amount: Decimal | None, currency: str) -> int | None:
    """Return an amount in minor units, as large as a column holds; part of a coin is dropped."""
    if amount is None:
        return None
    return min(int(amount * Money(0, currency).currency.sub_unit), 2**63 - 1)


def _begin(day: date | None, *, days: int = 0) -> datetime | None:
    """Return when a day begins at the warehouse, or the day so many days later."""
    if day is None:
        return None
    within = min(max(day, _FIRST_DAY), _LAST_DAY)
    return datetime.combine(within + timedelta(days=days), time(), WAREHOUSE_ZONE)


def _entry(row: OrderEntryRecord) -> OrderEntry:
    return OrderEntry(
        number=row.number,
        state=row.state,
        placed_at=row.placed_at,
        buyer=row.buyer,
        buyer_number=row.buyer_number,
        names=row.names,
        lines=row.lines,
        total=from_minor(row.total_minor, row.currency),
    )
