"""Read models of the storefront's pages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from app.accounts.session import Visit
from app.catalog import repository as catalog
from app.catalog.mall import Mall
from app.catalog.paging import ListPage
from app.catalog.product import Product
from app.countries.repository import list_buyers_now
from app.kit import clock
from app.kit.refusal import Refusal
from app.landed.estimate import Bought, Estimated
from app.landed.repository import estimate
from app.rates.selling import SellingRate
from app.shop import actions as shop
from app.shop.basket import owner_in
from app.shop.currency import currency_for
from app.shop.window import Viewed, Window

_FROM_EACH_MALL: Final = 3


@dataclass(frozen=True, slots=True)
class HomePage:
    """The malls with their number of goods, some goods, and today's rates."""

    malls: Sequence[tuple[Mall, int]]
    goods: Sequence[Product]
    window: Window
    rates: Sequence[SellingRate | Refusal]
    """The rate of each currency, or the refusal of one without."""


@dataclass(frozen=True, slots=True)
class MallPage:
    """A page of a mall's goods."""

    mall: Mall
    listed: ListPage[Product]
    window: Window


@dataclass(frozen=True, slots=True)
class SearchPage:
    """A page of the goods that fit a query."""

    listed: ListPage[Product]
    window: Window


@dataclass(frozen=True, slots=True)
class BasketPage:
    """The basket, priced now, and its estimate of duty and tax."""

    viewed: tuple[Viewed, ...]
    window: Window
    estimated: Estimated | None
    """None unless every line has a price."""


async def read_home_page(visit: Visit, *, language: str, at: datetime) -> HomePage:
    """Read the front page."""
    counts = await catalog.count_by_mall()
    malls = await catalog.list_malls(language)
    goods = await catalog.list_from_each_mall(_FROM_EACH_MALL)
    rates = await shop.list_selling_rates(at=at)
    currency = currency_for(visit, list_buyers_now())
    return HomePage(
        malls=[(mall, counts.get(mall.code, 0)) for mall in malls],
        goods=goods,
        window=await shop.read_window(goods, currency=currency, at=at, rate=rates.get(currency)),
        rates=list(rates.values()),
    )


async def read_mall_page(
    visit: Visit, code: str, *, number: int, language: str, at: datetime
) -> MallPage:
    """Read a page of a mall; raises `NoSuchMall` or `NoSuchListPage`."""
    mall = await catalog.get_mall(code, language)
    listed = await catalog.list_products(mall, page=number)
    return MallPage(mall, listed, await read_window(visit, listed.items, at=at))


async def read_search_page(visit: Visit, query: str, *, number: int, at: datetime) -> SearchPage:
    """Read a page of search results; raises `NoSuchListPage`."""
    listed = await catalog.search(query, page=number)
    return SearchPage(listed, await read_window(visit, listed.items, at=at))


async def read_basket_page(visit: Visit, *, at: datetime) -> BasketPage:
    """Read the basket, priced now, and estimate it as one declaration."""
    currency = currency_for(visit, list_buyers_now())
    viewed, window = await shop.view_basket(owner_in(visit), currency=currency, at=at)
    bought = [
        Bought(each.product, each.quantity, quote.total) for each in viewed for quote in each.quotes
    ]
    is_priced = bool(bought) and len(bought) == len(viewed)
    estimated = await estimate(bought, on=clock.day_at(at)) if is_priced else None
    return BasketPage(viewed, window, estimated)


async def read_window(visit: Visit, products: Iterable[Product], *, at: datetime) -> Window:
    """Read the visitor's currency and rate, and the free stock of products."""
    return await shop.read_window(products, currency=currency_for(visit, list_buyers_now()), at=at)
