"""The shop: its front page, malls, goods, search, and the basket."""

from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Final

from litestar import Request, Response, Router, get, post
from litestar.params import FromPath, FromQuery, QueryParameter
from litestar.response import Redirect

from app.accounts import visits
from app.accounts.guards import anyone, in_our_language, visit_of
from app.catalog import store as catalog
from app.catalog.ladder import check_quantity
from app.catalog.product import Product
from app.kit import clock, forms, words
from app.kit.pages import local_path, page, see
from app.kit.refusal import BadInput, Refusal
from app.kit.words import N_
from app.shop import actions
from app.shop.basket import KEPT_AS, check_line, owner_in
from app.shop.basket_words import basket_words, field_of
from app.shop.currency import CURRENCIES, check_choice, currency_for, may_choose
from app.shop.currency import KEPT_AS as CURRENCY
from app.shop.forms import CurrencyForm, PutForm, QuantityForm
from app.shop.product_words import PriceWords, price_words, product_words, quantity_words
from app.shop.window import Window, in_stock, least, price
from app.shop.words import (
    card_words,
    count_words,
    found_words,
    mall_words,
    pager_words,
    rate_lines,
    refusal_words,
    suggestion_chips,
    window_refusal,
)

Web = Request[Any, Any, Any]
Fields = forms.Form[Any]
PageNumber = Annotated[int, QueryParameter(name="page")]
_FROM_EACH_MALL: Final = 3
_QUERY_MOST: Final = 100
"""Letters of a query that are read."""


async def _look(request: Web, products: Iterable[Product]) -> Window:
    currency = currency_for(visit_of(request))
    return await actions.look(products, currency=currency, at=clock.now())


def _at(path: str) -> str:
    return f"/{words.language()}{path}"


@get("/")
async def home(request: Web) -> Response[str]:
    """Will show the malls, some goods of each, and the rates behind the prices."""
    counts = await catalog.count_by_mall()
    malls = await catalog.list_malls(words.language())
    goods = await catalog.list_from_each_mall(_FROM_EACH_MALL)
    window = await _look(request, goods)
    return await page(
        request,
        "pages/shop/home.html",
        malls=[mall_words(mall, goods=counts.get(mall.code, 0)) for mall in malls],
        goods=card_words(in_stock(goods, window), window),
        refusal=window_refusal(window),
        rates=rate_lines(await actions.look_at_rates(at=clock.now())),
        choices=CURRENCIES if may_choose(visit_of(request)) else (),
        currency_action=_at("/currency"),
    )


@get("/malls/{code:str}")
async def mall_page(request: Web, code: FromPath[str], number: PageNumber = 1) -> Response[str]:
    """Will show a page of a mall's goods."""
    mall = await catalog.get_mall(code, words.language())
    listed = await catalog.list_products(mall, page=number)
    window = await _look(request, listed.items)
    return await page(
        request,
        "pages/shop/mall.html",
        mall=mall_words(mall, goods=listed.total),
        filters=[],
        found=count_words(listed.total),
        goods=card_words(listed.items, window),
        refusal=window_refusal(window),
        pager=pager_words(listed, path=_at(f"/malls/{code}")),
    )


@get("/search")
async def search_page(
    request: Web, q: FromQuery[str] = "", number: PageNumber = 1
) -> Response[str]:
    """Will show the goods that fit a query."""
    query = " ".join(q[:_QUERY_MOST].split())
    listed = await catalog.search(query, page=number)
    window = await _look(request, listed.items)
    return await page(
        request,
        "pages/shop/search.html",
        query=query,
        search_query=query,
        found=found_words(query, goods=listed.total),
        goods=card_words(listed.items, window),
        refusal=window_refusal(window) if listed.items else "",
        pager=pager_words(listed, path=_at("/search"), q=query),
        suggestions=suggestion_chips(),
    )


@get("/goods/{slug:str}")
async def product_page(
    request: Web, slug: FromPath[str], quantity: FromQuery[str] = ""
) -> Response[str]:
    """Will show a product with its price taken apart: that of the quantity, if one is asked."""
    product = await catalog.get_product(slug)
    window = await _look(request, [product])
    form = forms.read(QuantityForm, {"quantity": quantity or str(least(product))})
    if quantity:
        _check(form, product, window)
    return await _product_page(request, product, form=form, window=window)


def _check(form: Fields, product: Product, window: Window) -> None:
    """Will set beside the field what is wrong with the quantity."""
    try:
        check_line(product, form.data.quantity, free=window.free_of(product))
    except BadInput as refusal:
        form.refuse("quantity", refusal)
    except forms.FormRefused:
        return


async def _product_page(
    request: Web, product: Product, *, form: Fields, window: Window
) -> Response[str]:
    quantity = _shown_quantity(form, product)
    priced, refusal = _price(product, quantity, window)
    mall = await catalog.get_mall(product.malls[0], words.language()) if product.malls else None
    return await page(
        request,
        "pages/shop/product.html",
        status=422 if form.errors else 200,
        product=product_words(product, mall, window),
        price=priced,
        refusal=refusal,
        form=form,
        quantity=quantity_words(product, window),
        basket_action=_at("/basket"),
        is_live="hx-request" in request.headers,
    )


def _shown_quantity(form: Fields, product: Product) -> int:
    """Will give the quantity that was asked for; the smallest when it cannot be ordered."""
    try:
        asked: int = form.data.quantity
        return check_quantity(asked, minimum=product.minimum, multiple=product.multiple)
    except Refusal:
        return least(product)


def _price(product: Product, quantity: int, window: Window) -> tuple[PriceWords | None, str]:
    """Will give the price taken apart, or why there is none."""
    try:
        return price_words(product, price(window, product, quantity), window), ""
    except Refusal as refusal:
        return None, refusal_words(refusal)


@post("/basket")
async def put_in_basket(request: Web) -> Response[str] | Redirect:
    """Will put a product into the basket, and show the basket."""
    form = forms.read(PutForm, await request.form())
    visit = visit_of(request)
    try:
        data = form.data
        key = await actions.put_in_basket(
            owner_in(visit), data.product, quantity=data.quantity, at=clock.now()
        )
    except (BadInput, forms.FormRefused) as refusal:
        return await _refused(request, form, refusal)
    if visit.reader is None and visit.data.get(KEPT_AS) != key:
        await visits.remember(request, **{KEPT_AS: key})
    await visits.notify(request, "good", words.translate(N_("It is in your basket.")))
    return see(_at("/basket"))


async def _refused(request: Web, form: Fields, refusal: Refusal) -> Response[str]:
    """Will show the product again with what is wrong beside the quantity."""
    product = await catalog.get_product(form.values["product"])
    if isinstance(refusal, BadInput):
        form.refuse("quantity", refusal)
    window = await _look(request, [product])
    return await _product_page(request, product, form=form, window=window)


@get("/basket")
async def basket_page(request: Web) -> Response[str]:
    """Will show the basket, priced now."""
    return await _basket_page(request, refused={}, status=200)


async def _basket_page(
    request: Web, *, refused: Mapping[str, Fields], status: int
) -> Response[str]:
    visit = visit_of(request)
    viewed, window = await actions.view_basket(
        owner_in(visit), currency=currency_for(visit), at=clock.now()
    )
    shown = basket_words(viewed, window, reader=visit.reader, refused=refused)
    return await page(
        request,
        "pages/shop/basket.html",
        status=status,
        lines=shown.lines,
        sums=shown.sums,
        rate=shown.rate,
        obstacle=shown.obstacle,
        can_order=shown.can_order,
    )


@get("/basket/lines/{slug:str}")
async def line_page(slug: FromPath[str]) -> Redirect:
    """Will show the basket to who reloads a form that was refused."""
    return see(_at(f"/basket#{field_of(slug)}"))


@post("/basket/lines/{slug:str}")
async def change_line(request: Web, slug: FromPath[str]) -> Response[str] | Redirect:
    """Will set how many units of a product lie in the basket."""
    sent = await request.form()
    form = forms.read(QuantityForm, {"quantity": sent.get(field_of(slug), "")})
    owner = owner_in(visit_of(request))
    try:
        await actions.change_line(owner, slug, quantity=form.data.quantity, at=clock.now())
    except (BadInput, forms.FormRefused) as refusal:
        if isinstance(refusal, BadInput):
            form.refuse("quantity", refusal)
        return await _basket_page(request, refused={slug: _named(form, slug)}, status=422)
    return see(_at("/basket"))


def _named(form: Fields, slug: str) -> Fields:
    """Will give the form under the name that the basket's page has for its field."""
    name = field_of(slug)
    return forms.Form(
        values={name: form.values["quantity"]}, errors={name: form.errors["quantity"]}
    )


@post("/basket/lines/{slug:str}/removal")
async def remove_line(request: Web, slug: FromPath[str]) -> Redirect:
    """Will take a product out of the basket."""
    await actions.remove_line(owner_in(visit_of(request)), slug, at=clock.now())
    return see(_at("/basket"))


@post("/currency")
async def choose_currency(request: Web) -> Redirect:
    """Will show a visitor prices in another currency from now on."""
    data = forms.read(CurrencyForm, await request.form()).data
    chosen = check_choice(visit_of(request), data.currency)
    await visits.remember(request, **{CURRENCY: chosen})
    return see(local_path(data.next, _at("/")))


router = Router(
    path="/{language:str}",
    guards=[in_our_language, anyone],
    route_handlers=[
        home,
        mall_page,
        search_page,
        product_page,
        put_in_basket,
        basket_page,
        line_page,
        change_line,
        remove_line,
        choose_currency,
    ],
)
