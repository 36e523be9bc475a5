"""A product with its price taken apart."""

from litestar import Response, get
from litestar.params import FromPath, FromQuery

from app.catalog import store as catalog
from app.catalog.ladder import check_quantity
from app.catalog.product import Product
from app.kit import clock, forms, words
from app.kit.refusal import BadInput, Refusal
from app.kit.sentences import refusal_words
from app.landed.estimate import Bought
from app.landed.store import estimate
from app.pricing.line import LinePrice
from app.shop.basket import check_line
from app.shop.window import Window, least, price
from app.web.pages import page
from app.web.presenters.estimates import EstimateWords, estimate_words
from app.web.requests import Web
from app.web.storefront.forms import QuantityForm
from app.web.storefront.product_presenter import price_words, product_words, quantity_words
from app.web.storefront.shared import home_of, look_at


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


def _check(form: forms.AnyForm, product: Product, window: Window) -> None:
    """Will set beside the field what is wrong with the quantity."""
    try:
        check_line(product, form.data.quantity, free=window.free_of(product))
    except BadInput as refusal:
        form.refuse("quantity", refusal)
    except forms.FormRefused:
        return


async def product_answer(
    request: Web, product: Product, *, form: forms.AnyForm, window: Window
) -> Response[str]:
    """Will show a product with the form as it was sent."""
    quantity = _shown_quantity(form, product)
    priced, refusal = _price(product, quantity, window)
    mall = await catalog.get_mall(product.malls[0], words.language()) if product.malls else None
    return await page(
        request,
        "storefront/product.html",
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


def _shown_quantity(form: forms.AnyForm, product: Product) -> int:
    """Will give the quantity that was asked for; the smallest when it cannot be ordered."""
    try:
        asked: int = form.data.quantity
        return check_quantity(asked, minimum=product.minimum, multiple=product.multiple)
    except Refusal:
        return least(product)


def _price(product: Product, quantity: int, window: Window) -> tuple[LinePrice | None, str]:
    """Will give the price, or why there is none."""
    try:
        return price(window, product, quantity), ""
    except Refusal as refusal:
        return None, refusal_words(refusal)


async def _estimate(product: Product, line: LinePrice) -> EstimateWords:
    bought = Bought(product, line.quantity, line.total)
    return estimate_words(await estimate([bought], on=clock.day_at(clock.now())))


HANDLERS = (product_page,)
