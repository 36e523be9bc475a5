"""Moves of orders for who tells people of them: every query."""

from datetime import datetime
from typing import Final

from app.kit.records import Record, read_all, read_column
from app.orders.order import OrderState
from app.orders.tables import OrderMove as OrderMoveRow

_AFTER: Final = """
    SELECT move.id, move.from_state, move.to_state, move.at, placed.id AS order_id, placed.number,
        placed.buyer AS buyer_id, placed.broker AS broker_id
    FROM order_move move JOIN purchase_order placed ON placed.id = move."order"
    WHERE move.id > {} AND move.at >= {} ORDER BY move.id LIMIT {}
"""
_PRODUCTS: Final = 'SELECT DISTINCT product FROM order_line WHERE "order" = {} ORDER BY product'


class MoveRecord(Record):
    """A move with what says whom it concerns."""

    id: int
    from_state: str
    to_state: OrderState
    at: datetime
    order_id: int
    number: str
    buyer_id: int
    broker_id: int | None

    @property
    def was(self) -> OrderState | None:
        """The state before; None for an order's first move."""
        return OrderState(self.from_state) if self.from_state else None


async def list_moves_after(move_id: int, *, since: datetime, most: int) -> list[MoveRecord]:
    """List the moves with a higher id made at the instant or later, by id."""
    return await read_all(MoveRecord, OrderMoveRow.raw(_AFTER, move_id, since, most))


async def list_products_of(order_id: int) -> list[int]:
    """List the ids of the products of an order's lines."""
    return await read_column(int, OrderMoveRow.raw(_PRODUCTS, order_id))
