"""Orders, their lines and their moves: every query."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from piccolo.query.functions.aggregate import Count
from piccolo.query.methods.select import Select

from app.accounts.person import Reader, Role
from app.kit.records import Record, read_all, read_column, read_first
from app.kit.transitions import move_columns, save_transition
from app.orders.order import NoReasons, NoSuchOrder, Order, OrderLine, OrderMovedOn, OrderState
from app.orders.repository.rows import OrderLineRecord, OrderRecord, line_row, order_row, to_order
from app.orders.tables import Order as OrderRow
from app.orders.tables import OrderLine as OrderLineRow
from app.orders.tables import OrderMove as OrderMoveRow
from app.orders.timeline import OrderStep
from app.pricing.line import LinePrice
from app.rates.repository import selling as rates

_SEES_ALL = frozenset({Role.OPERATOR, Role.WAREHOUSE, Role.DECLARANT})

# Reading.


async def get_order(number: str) -> Order:
    """Return the order; raises `NoSuchOrder`."""
    return await _one(number, OrderRow.select().where(OrderRow.number == number))


async def lock_order(number: str) -> Order:
    """Return the order, its row locked to the end of the transaction; raises `NoSuchOrder`."""
    query = (
        OrderRow.select()
        .where(OrderRow.number == number)
        .order_by(OrderRow.id)
        .lock_rows("NO KEY UPDATE")
    )
    return await _one(number, query)


async def get_order_for(reader: Reader, number: str) -> Order:
    """Return the order if the reader may see it: the one place that checks it.

    An importer sees the orders of their company, a broker those that name their firm, and
    operators, warehouse hands and declarants see all. `NoSuchOrder` is raised alike for a
    missing order and for somebody else's.
    """
    order = await get_order(number)
    if not _may_see(reader, order):
        raise NoSuchOrder(number=number)
    return order


def _may_see(reader: Reader, order: Order) -> bool:
    if reader.role is Role.IMPORTER:
        return order.buyer_id == reader.company_id
    if reader.role is Role.BROKER:
        return order.terms.broker_id == reader.company_id
    return reader.role in _SEES_ALL


async def find_order_of(quote_id: int) -> Order | None:
    """Return the order that was placed from the quote, or None."""
    found = await _orders(OrderRow.select().where(OrderRow.quote == quote_id))
    return found[0] if found else None


async def get_order_of(quote_id: int) -> Order:
    """Return the order that was placed from the quote; raises `NoSuchOrder`."""
    order = await find_order_of(quote_id)
    if order is None:
        raise NoSuchOrder(number="")
    return order


async def price_of(order: Order, line: OrderLine) -> LinePrice:
    """Return a line's price as it was quoted, with the rate and the terms by their rows.

    Raises `NoReasons` for an order that is older than quotes.
    """
    if order.rate.official_id is None or order.rate.terms_id is None:
        raise NoReasons(number=order.number)
    return LinePrice(
        sku=line.sku,
        quantity=line.quantity,
        list_price=line.list_price,
        unit=line.unit,
        selling=await rates.selling_of(order.rate.official_id, order.rate.terms_id),
        price_list_id=line.price_list_id or 0,
    )


async def list_orders_in(states: Iterable[OrderState]) -> list[Order]:
    """List the orders in these states, the oldest first."""
    wanted = [state.value for state in states]
    if not wanted:
        return []
    return await _orders(
        OrderRow.select().where(OrderRow.state.is_in(wanted)).order_by(OrderRow.id)
    )


async def list_numbers_unpaid_since(instant: datetime) -> list[str]:
    """List the numbers of the unpaid orders placed before the instant."""
    return await read_column(
        str,
        OrderRow.select(OrderRow.number)
        .where((OrderRow.state == OrderState.PLACED.value) & (OrderRow.placed_at < instant))
        .order_by(OrderRow.id),
    )


async def list_numbers(order_ids: Iterable[int]) -> list[str]:
    """Return the numbers of these orders, by their ids: the order in which to lock them."""
    wanted = list(order_ids)
    if not wanted:
        return []
    query = OrderRow.select(OrderRow.number).where(OrderRow.id.is_in(wanted)).order_by(OrderRow.id)
    return await read_column(str, query)


class StateCountRecord(Record):
    state: OrderState
    count: int


async def count_by_state() -> Counter[OrderState]:
    """Return how many orders are in each state."""
    query = OrderRow.select(OrderRow.state, Count()).group_by(OrderRow.state)
    return Counter({row.state: row.count for row in await read_all(StateCountRecord, query)})


class BrokerRecord(Record):
    broker_name: str | None


async def broker_name(order_id: int) -> str:
    """Return the name of the broker's firm that the order names; empty when it names none."""
    query = OrderRow.select(OrderRow.broker.name.as_alias("broker_name"))
    row = await read_first(BrokerRecord, query.where(OrderRow.id == order_id).first())
    return (row and row.broker_name) or ""


class OrderMoveRecord(Record):
    """A step of an order's life."""

    to_state: OrderState
    at: datetime
    who: str | None
    why: str


async def timeline(order_id: int) -> tuple[OrderStep, ...]:
    """Return every move of the order, the first one first."""
    query = (
        OrderMoveRow.select(
            OrderMoveRow.to_state,
            OrderMoveRow.at,
            OrderMoveRow.why,
            OrderMoveRow.by.name.as_alias("who"),
        )
        .where(OrderMoveRow.order == order_id)
        .order_by(OrderMoveRow.id)
    )
    return tuple(
        OrderStep(row.to_state, row.at, row.who or "", row.why)
        for row in await read_all(OrderMoveRecord, query)
    )


# Saving.


async def save_new_order(order: Order) -> Order:
    """Save a new order with its lines and its first move; return it with its id."""
    row = order_row(order)
    await row.save()
    lines = [line_row(row.id, line) for line in order.lines]
    await OrderLineRow.insert(*lines)
    saved = replace(order, id=row.id)
    begun = move_columns(was=None, to=saved.state, at=order.placed_at, by_id=order.placed_by_id)
    await OrderMoveRow(order=saved.id, **begun).save()
    return saved


async def save_state(
    order: Order, *, was: OrderState, at: datetime, by_id: int | None, why: str = ""
) -> None:
    """Save the order's state and the move that led there; `by_id` is None when no person did it.

    Raises `OrderMovedOn` when the order is no longer where it was read.
    """
    columns = move_columns(was=was, to=order.state, at=at, by_id=by_id, why=why)
    history = OrderMoveRow(order=order.id, **columns)
    moved = await save_transition(
        OrderRow.state, order.id, was=was, to=order.state, history=history
    )
    if not moved:
        raise OrderMovedOn(number=order.number)


# From rows.


async def _one(number: str, query: Select[OrderRow]) -> Order:
    found = await _orders(query)
    if not found:
        raise NoSuchOrder(number=number)
    return found[0]


async def _orders(query: Select[OrderRow]) -> list[Order]:
    rows = await read_all(OrderRecord, query)
    if not rows:
        return []
    lines = (
        OrderLineRow.select()
        .where(OrderLineRow.order.is_in([row.id for row in rows]))
        .order_by(OrderLineRow.order, OrderLineRow.position)
    )
    grouped: dict[int, list[OrderLineRecord]] = defaultdict(list)
    for line in await read_all(OrderLineRecord, lines):
        grouped[line.order].append(line)
    return [to_order(row, grouped[row.id]) for row in rows]
