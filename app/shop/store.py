"""Baskets: every query."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from app.accounts.session import Visit
from app.shop.basket import Basket, BasketLine, OpenBasket, Owner, owner_in
from app.shop.tables import Basket as BasketRow
from app.shop.tables import BasketLine as LineRow

_OPEN: Final = {
    "person": (
        "INSERT INTO basket (key, person, changed_at) VALUES (gen_random_uuid(), {}, {})"
        " ON CONFLICT (person) DO UPDATE SET changed_at = excluded.changed_at RETURNING id, key"
    ),
    "visitor": (
        "INSERT INTO basket (key, changed_at) VALUES ({}, {})"
        " ON CONFLICT (key) DO UPDATE SET changed_at = excluded.changed_at RETURNING id, key"
    ),
    "newcomer": (
        "INSERT INTO basket (key, changed_at) VALUES (gen_random_uuid(), {}) RETURNING id, key"
    ),
}
"""Each opens the basket or takes the one there is, and holds its row to the end."""

_SET: Final = (
    "INSERT INTO basket_line (basket, product, quantity) VALUES ({}, {}, {})"
    " ON CONFLICT (basket, product) DO UPDATE SET quantity = excluded.quantity"
)


async def find_basket(owner: Owner) -> Basket:
    """Will give the owner's basket; an empty one when there is none."""
    if owner.is_nobody:
        return Basket()
    row = await BasketRow.select(BasketRow.id).where(_whose(owner)).first()
    return Basket(row["id"], await _lines(row["id"])) if row else Basket()


def _whose(owner: Owner) -> Any:  # noqa: ANN401 -- Piccolo's conditions have no common type
    if owner.person_id is not None:
        return BasketRow.person == owner.person_id
    return (BasketRow.key == UUID(owner.key)) & BasketRow.person.is_null()


async def _lines(basket_id: int) -> tuple[BasketLine, ...]:
    rows = await LineRow.select().where(LineRow.basket == basket_id).order_by(LineRow.id)
    return tuple(BasketLine(row["product"], row["quantity"]) for row in rows)


async def count_of(visit: Visit) -> int:
    """Will count the products in the visit's basket."""
    owner = owner_in(visit)
    if owner.is_nobody:
        return 0
    column = LineRow.basket.person if owner.person_id is not None else LineRow.basket.key
    value = owner.person_id if owner.person_id is not None else UUID(owner.key)
    return int(await LineRow.count().where(column == value))


async def lock_basket(owner: Owner, *, at: datetime) -> tuple[Basket, str]:
    """Will give the owner's basket, opened now if need be, and its key.

    Its row is held to the end of the transaction: two changes of one basket never meet.
    """
    if owner.person_id is not None:
        rows = await BasketRow.raw(_OPEN["person"], owner.person_id, at)
    elif owner.key:
        rows = await BasketRow.raw(_OPEN["visitor"], UUID(owner.key), at)
    else:
        rows = await BasketRow.raw(_OPEN["newcomer"], at)
    return Basket(rows[0]["id"], await _lines(rows[0]["id"])), str(rows[0]["key"])


async def keep_lines(basket_id: int, lines: Iterable[BasketLine]) -> None:
    """Will set these lines' quantities; other lines stay."""
    for line in lines:
        await LineRow.raw(_SET, basket_id, line.product_id, line.quantity)


async def drop_line(basket_id: int, product_id: int) -> None:
    """Will take a product out of the basket."""
    await LineRow.delete().where((LineRow.basket == basket_id) & (LineRow.product == product_id))


async def drop_basket(basket_id: int) -> None:
    """Will forget a basket with its lines."""
    await BasketRow.delete().where(BasketRow.id == basket_id)


_OPEN_LINES: Final = (
    "SELECT basket.id, coalesce(company.name_latin, '') AS company,"
    " coalesce(company.country, '') AS country,"
    " coalesce(min(visit.data ->> 'currency'), '') AS chosen, line.product, line.quantity"
    " FROM basket_line AS line JOIN basket ON basket.id = line.basket"
    " LEFT JOIN person ON person.id = basket.person"
    " LEFT JOIN company ON company.id = person.company"
    " LEFT JOIN session AS visit ON basket.person IS NULL"
    " AND visit.data ->> 'basket' = basket.key::text"
    " GROUP BY basket.id, company.id, line.id ORDER BY basket.id, line.id"
)


async def list_open_baskets() -> list[OpenBasket]:
    """Will list every basket that has goods in it, with whose it is."""
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in await LineRow.raw(_OPEN_LINES):
        found[row["id"]].append(row)
    return [_open_basket(rows) for rows in found.values()]


def _open_basket(rows: list[dict[str, Any]]) -> OpenBasket:
    first = rows[0]
    return OpenBasket(
        id=first["id"],
        company=first["company"],
        country=first["country"],
        chosen=first["chosen"],
        lines=tuple(BasketLine(row["product"], row["quantity"]) for row in rows),
    )
