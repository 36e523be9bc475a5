"""The shop window: its front page, malls, goods, search, and the currency they are shown in."""

from collections.abc import Iterable
from typing import Any, Final

from litestar import Request, Response, get, post
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect

from app.accounts import visits
from app.accounts.guards import visit_of
from app.catalog import store as catalog
from app.catalog.ladder import check_quantity
from app.catalog.product import Product
from app.kit import clock, forms, words
from app.kit.pages import PageNumber, local_path, page, see
from app.kit.refusal import BadInput, Refusal
from app.kit.sentences import refusal_words
from app.landed.estimate import Bought
from app.landed.store import estimate
from app.landed.words import EstimateWords, estimate_words
from app.pricing.quote import QuoteLine
from app.shop import actions
from app.shop.basket import check_line
from app.shop.currency import CURRENCIES, check_choice, currency_for, may_choose
from app.shop.currency import KEPT_AS as CURRENCY
from app.shop.forms import CurrencyForm, QuantityForm
from app.shop.product_words import price_words, product_words, quantity_words
from app.shop.window import Window, in_stock, least, price
from app.shop.words import (
    card_words,
    count_words,
    found_words,
    mall_words,
    pager_words,
    rate_lines,
    suggestion_chips,
    window_refusal,
)

Web = Request[Any, Any, Any]
Fields = forms.Form[Any]
_FROM_EACH_MALL: Final = 3
_QUERY_MOST: Final = 100
"""Letters of a query that are read."""


async def look_at(request: Web, products: Iterable[Product]) -> Window:
    """Will look up what goods are priced with for this visitor, and how many are free."""
    currency = currency_for(visit_of(request))
    return await actions.look(products, currency=currency, at=clock.now())


def home_of(path: str) -> str:
    """Will give the address of a path in the reader's language."""
    return f"/{words.language()}{path}"


@get("/")
async def home(request: Web) -> Response[str]:
    """Will show the malls, some goods of each, and the rates behind the prices."""
    counts = await catalog.count_by_mall()
    malls = await catalog.list_malls(words.language())
    goods = await catalog.list_from_each_mall(_FROM_EACH_MALL)
    window = await look_at(request, goods)
    return await page(
        request,
        "pages/shop/home.html",
        malls=[mall_words(mall, goods=counts.get(mall.code, 0)) for mall in malls],
        goods=card_words(in_stock(goods, window), window),
        refusal=window_refusal(window),
        rates=rate_lines(await actions.look_at_rates(at=clock.now())),
        choices=CURRENCIES if may_choose(visit_of(request)) else (),
        currency_action=home_of("/currency"),
    )


@get("/malls/{code:str}")
async def mall_page(request: Web, code: FromPath[str], number: PageNumber = 1) -> Response[str]:
    """Will show a page of a mall's goods."""
    mall = await catalog.get_mall(code, words.language())
    listed = await catalog.list_products(mall, page=number)
    window = await look_at(request, listed.items)
    return await page(
        request,
        "pages/shop/mall.html",
        mall=mall_words(mall, goods=listed.total),
        filters=[],
        found=count_words(listed.total),
        goods=card_words(listed.items, window),
        refusal=window_refusal(window),
        pager=pager_words(listed, path=home_of(f"/malls/{code}")),
    )


@get("/search")
async def search_page(
    request: Web, q: FromQuery[str] = "", number: PageNumber = 1
) -> Response[str]:
    """Will show the goods that fit a query."""
    query = " ".join(q[:_QUERY_MOST].split())
    listed = await catalog.search(query, page=number)
    window = await look_at(request, listed.items)
    return await page(
        request,
        "pages/shop/search.html",
        query=query,
        search_query=query,
        found=found_words(query, goods=listed.total),
        goods=card_words(listed.items, window),
        refusal=window_refusal(window) if listed.items else "",
        pager=pager_words(listed, path=home_of("/search"), q=query),
        suggestions=suggestion_chips(),
    )


@get("/goods/{slug:str}")
async def product_page(
    request: Web, slug: FromPath[str], quantity: FromQuery[str] = ""
) -> Response[str]:
    """Will show a product with its price taken apart: that of the quantity, if one is asked."""
    product = await catalog.get_product(slug)
    window = await look_at(request, [product])
    form = forms.read(QuantityForm, {"quantity": quantity or str(least(product))})
    if quantity:
        _check(form, product, window)
    return await product_answer(request, product, form=form, window=window)


def _check(form: Fields, product: Product, window: Window) -> None:
    """Will set beside the field what is wrong with the quantity."""
    try:
        check_line(product, form.data.quantity, free=window.free_of(product))
    except BadInput as refusal:
        form.refuse("quantity", refusal)
    except forms.FormRefused:
        return


async def product_answer(
    request: Web, product: Product, *, form: Fields, window: Window
) -> Response[str]:
    """Will show a product with the form as it was sent."""
    quantity = _shown_quantity(form, product)
    priced, refusal = _price(product, quantity, window)
    mall = await catalog.get_mall(product.malls[0], words.language()) if product.malls else None
    return await page(
        request,
        "pages/shop/product.html",
        status=422 if form.errors else 200,
        product=product_words(product, mall, window),
        price=price_words(product, priced, window) if priced else None,
        estimate=await _estimate(product, priced) if priced else None,
        refusal=refusal,
        form=form,
        quantity=quantity_words(product, window),
        basket_action=home_of("/basket"),
        is_live="hx-request" in request.headers,
    )


def _shown_quantity(form: Fields, product: Product) -> int:
    """Will give the quantity that was asked for; the smallest when it cannot be ordered."""
    try:
        asked: int = form.data.quantity
        return check_quantity(asked, minimum=product.minimum, multiple=product.multiple)
    except Refusal:
        return least(product)


def _price(product: Product, quantity: int, window: Window) -> tuple[QuoteLine | None, str]:
    """Will give the price, or why there is none."""
    try:
        return price(window, product, quantity), ""
    except Refusal as refusal:
        return None, refusal_words(refusal)


async def _estimate(product: Product, line: QuoteLine) -> EstimateWords:
    bought = Bought(product, line.quantity, line.total)
    return estimate_words(await estimate([bought], on=clock.day_at(clock.now())))


@post("/currency")
async def choose_currency(request: Web) -> Redirect:
    """Will show a visitor prices in another currency from now on."""
    data = forms.read(CurrencyForm, await request.form()).data
    chosen = check_choice(visit_of(request), data.currency)
    await visits.remember(request, **{CURRENCY: chosen})
    return see(local_path(data.next, home_of("/")))


HANDLERS = (home, mall_page, search_page, product_page, choose_currency)
