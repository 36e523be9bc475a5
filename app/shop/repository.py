"""Baskets: every query."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Final
from uuid import UUID

from piccolo.custom_types import Combinable

from app.accounts import repository as accounts
from app.accounts.repository import visits
from app.accounts.session import Visit
from app.kit.records import Record, read_all, read_column
from app.shop.basket import VISIT_KEY as BASKET
from app.shop.basket import Basket, BasketLine, OpenBasket, Owner, owner_in
from app.shop.currency import VISIT_KEY as CURRENCY
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
"""Each opens the basket or takes the existing one, and locks its row."""

_NO_BUYER: Final = accounts.Buyer(name_latin="", country="")


class BasketLineRecord(Record):
    basket: int
    product: int
    quantity: int


class BasketRecord(Record):
    """A basket and its owner: a person, or the visitor whose visit has the key."""

    id: int
    key: UUID
    person: int | None


class LockedBasketRecord(Record):
    id: int
    key: UUID


_SET: Final = (
    "INSERT INTO basket_line (basket, product, quantity) VALUES ({}, {}, {})"
    " ON CONFLICT (basket, product) DO UPDATE SET quantity = excluded.quantity"
)


async def find_basket(owner: Owner) -> Basket:
    """Return the owner's basket; an empty one when there is none."""
    if owner.is_nobody:
        return Basket()
    found = await read_column(int, BasketRow.select(BasketRow.id).where(_whose(owner)).limit(1))
    return Basket(found[0], await _lines(found[0])) if found else Basket()


def _whose(owner: Owner) -> Combinable:
    if owner.person_id is not None:
        return BasketRow.person == owner.person_id
    return (BasketRow.key == UUID(owner.key)) & BasketRow.person.is_null()


async def _lines(basket_id: int) -> tuple[BasketLine, ...]:
    query = LineRow.select().where(LineRow.basket == basket_id).order_by(LineRow.id)
    return tuple(map(_line, await read_all(BasketLineRecord, query)))


def _line(row: BasketLineRecord) -> BasketLine:
    return BasketLine(row.product, row.quantity)


async def count_of(visit: Visit) -> int:
    """Count the products in the visit's basket."""
    owner = owner_in(visit)
    if owner.is_nobody:
        return 0
    column = LineRow.basket.person if owner.person_id is not None else LineRow.basket.key
    value = owner.person_id if owner.person_id is not None else UUID(owner.key)
    return int(await LineRow.count().where(column == value))


async def lock_basket(owner: Owner, *, at: datetime) -> tuple[Basket, str]:
    """Return the owner's basket, opened now if need be, and its key.

    Its row is locked to the end of the transaction.
    """
    if owner.person_id is not None:
        query = BasketRow.raw(_OPEN["person"], owner.person_id, at)
    elif owner.key:
        query = BasketRow.raw(_OPEN["visitor"], UUID(owner.key), at)
    else:
        query = BasketRow.raw(_OPEN["newcomer"], at)
    [locked] = await read_all(LockedBasketRecord, query)
    return Basket(locked.id, await _lines(locked.id)), str(locked.key)


async def save_lines(basket_id: int, lines: Iterable[BasketLine]) -> None:
    """Set these lines' quantities; other lines stay."""
    for line in lines:
        await LineRow.raw(_SET, basket_id, line.product_id, line.quantity)


async def drop_line(basket_id: int, product_id: int) -> None:
    """Take a product out of the basket."""
    await LineRow.delete().where((LineRow.basket == basket_id) & (LineRow.product == product_id))


async def drop_basket(basket_id: int) -> None:
    """Delete a basket with its lines."""
    await BasketRow.delete().where(BasketRow.id == basket_id)


_OPEN_BASKETS: Final = (
    "SELECT id, key, person FROM basket"
    " WHERE EXISTS (SELECT 1 FROM basket_line WHERE basket_line.basket = basket.id) ORDER BY id"
)


async def list_open_baskets() -> list[OpenBasket]:
    """List every basket that has goods in it, with its owner."""
    lines: dict[int, list[BasketLineRecord]] = defaultdict(list)
    for line in await read_all(BasketLineRecord, LineRow.select().order_by(LineRow.id)):
        lines[line.basket].append(line)
    baskets = await read_all(BasketRecord, BasketRow.raw(_OPEN_BASKETS))
    buyers = await accounts.buyers_by_person({each.person for each in baskets if each.person})
    chosen = await _chosen({str(each.key) for each in baskets if each.person is None})
    return [
        _open_basket(
            basket,
            lines[basket.id],
            buyer=buyers[basket.person] if basket.person else _NO_BUYER,
            chosen=chosen.get(str(basket.key), "") if basket.person is None else "",
        )
        for basket in baskets
    ]


async def _chosen(keys: set[str]) -> dict[str, str]:
    """Return the currency that the visitor of a basket has chosen, by the basket's key.

    Of several visits with one basket, the currency first in the alphabet.
    """
    chosen: dict[str, str] = {}
    for visit in await visits.list_visits_with(BASKET, keys):
        key, currency = str(visit[BASKET]), visit.get(CURRENCY)
        if isinstance(currency, str):
            chosen[key] = min(currency, chosen.get(key, currency))
    return chosen


def _open_basket(
    basket: BasketRecord, lines: Iterable[BasketLineRecord], *, buyer: accounts.Buyer, chosen: str
) -> OpenBasket:
    return OpenBasket(
        id=basket.id,
        company=buyer.name_latin,
        country=buyer.country,
        chosen=chosen,
        lines=tuple(map(_line, lines)),
    )
