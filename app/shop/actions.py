"""Filling baskets, and looking up what the shop window shows."""

from collections.abc import Iterable
from datetime import datetime

from app.accounts.repository import visits
from app.accounts.session import Visit
from app.catalog import repository as catalog
from app.catalog.product import Product
from app.countries import repository as countries
from app.kit import clock, once
from app.kit.db import transaction
from app.kit.refusal import Refusal
from app.rates.repository import selling as rates
from app.rates.selling import SellingRate
from app.shop import repository
from app.shop.basket import (
    VISIT_KEY,
    Basket,
    BasketLine,
    NotInBasket,
    Owner,
    check_line,
    merge,
    owner_of,
    visitor_in,
)
from app.shop.window import Viewed, Window, view
from app.stock import repository as stock


async def read_window(
    products: Iterable[Product],
    *,
    currency: str,
    at: datetime,
    rate: SellingRate | Refusal | None = None,
) -> Window:
    """Return the selling rate, unless it was read, and what is free, in a few queries."""
    rate = rate or await _rate(currency, at)
    ids = [product.id for product in products]
    return Window(currency, rate, await stock.free_by_product(ids, on=clock.day_at(at)))


async def list_selling_rates(*, at: datetime) -> dict[str, SellingRate | Refusal]:
    """Return the selling rate of every currency we sell in, or the refusal in its place."""
    currencies = [each.currency.code for each in countries.list_buyers(on=clock.day_at(at))]
    return {currency: await _rate(currency, at) for currency in currencies}


async def _rate(currency: str, at: datetime) -> SellingRate | Refusal:
    try:
        return await rates.selling_in_force(currency, at)
    except Refusal as refusal:
        return refusal


async def view_basket(
    owner: Owner, *, currency: str, at: datetime
) -> tuple[tuple[Viewed, ...], Window]:
    """Return the basket's lines as they are now, and the window they were priced by."""
    basket = await repository.find_basket(owner)
    products = await catalog.get_products_for_pricing([line.product_id for line in basket.lines])
    window = await read_window(products.values(), currency=currency, at=at)
    return view(basket, products, window), window


async def put_in_basket(owner: Owner, slug: str, *, quantity: int, at: datetime) -> str:
    """Add units of a product to the basket and return the basket's key.

    Raises `NoSuchProduct`, `BelowMinimum`, `OffMultiple` or `NotEnough`; the basket then stays
    as it was. A form sent again raises `SentAlready` with the basket's key.
    """
    async with transaction():
        await once.claim()
        product = await catalog.get_product(slug)
        basket, key = await repository.lock_basket(owner, at=at)
        check_line(product, quantity, free=quantity)
        await _set(basket, product, basket.quantity_of(product.id) + quantity, at=at)
        await once.save_reference(key)
    return key


async def change_line(owner: Owner, slug: str, *, quantity: int, at: datetime) -> None:
    """Set how many units of a product are in the basket.

    Raises `NotInBasket`, `BelowMinimum`, `OffMultiple` or `NotEnough`.
    """
    async with transaction():
        basket, product = await _lock_line(owner, slug, at=at)
        await _set(basket, product, quantity, at=at)


async def remove_line(owner: Owner, slug: str, *, at: datetime) -> None:
    """Take a product out of the basket; raises `NotInBasket`."""
    async with transaction():
        basket, product = await _lock_line(owner, slug, at=at)
        await repository.drop_line(basket.id, product.id)


async def _lock_line(owner: Owner, slug: str, *, at: datetime) -> tuple[Basket, Product]:
    product = await catalog.get_product(slug)
    if owner.is_nobody:
        raise NotInBasket
    basket, _ = await repository.lock_basket(owner, at=at)
    if not basket.quantity_of(product.id):
        raise NotInBasket
    return basket, product


async def _set(basket: Basket, product: Product, quantity: int, *, at: datetime) -> None:
    free = await stock.free_by_product([product.id], on=clock.day_at(at))
    check_line(product, quantity, free=free[product.id])
    await repository.save_lines(basket.id, [BasketLine(product.id, quantity)])


async def adopt_basket(visit: Visit) -> None:
    """Merge the visitor's basket into that of the reader who has just signed in."""
    visitor = visitor_in(visit)
    if visit.reader is None or visitor.is_nobody:
        return
    at = clock.now()
    async with transaction():
        theirs, _ = await repository.lock_basket(visitor, at=at)
        mine, _ = await repository.lock_basket(owner_of(visit.reader), at=at)
        await repository.save_lines(mine.id, merge(mine, theirs))
        await repository.drop_basket(theirs.id)
        visit.data.pop(VISIT_KEY)
        await visits.save_visit_data(visit.key, visit.data)
