"""Why a product costs what it costs: the price of now, or one that was shown before."""

from typing import Annotated

from litestar import Response, get
from litestar.params import FromPath, FromQuery, QueryParameter

from app.catalog import store as catalog
from app.catalog.product import Product
from app.kit import words
from app.kit.words import N_
from app.pricing.store import get_why, price_again
from app.pricing.why import PriceKey, Why
from app.shop.window import price
from app.web.guards import visit_of
from app.web.pages import page
from app.web.presenters.why import why_figures, why_words
from app.web.requests import Web
from app.web.storefront.shared import home_of, look_at

Quantity = Annotated[int, QueryParameter(le=1_000_000_000)]


@get("/goods/{slug:str}/why")
async def why_page(
    request: Web, slug: FromPath[str], quantity: Quantity, key: FromQuery[str] = ""
) -> Response[str]:
    """Will tell why a price is what it is: that of now, or the one that the key leads to."""
    product = await catalog.get_product(slug)
    why = await _why(request, product, quantity, key)
    reader = visit_of(request).reader
    shown = why_words(
        why,
        name=product.name,
        sales_unit=product.sales_unit,
        country=reader.country if reader else None,
    )
    goods = home_of(f"/goods/{slug}")
    return await page(
        request,
        "storefront/why.html",
        why=shown,
        trail=[(product.name, goods), (words.translate(N_("Why this price?")), "")],
        figures=f"{goods}/why.json?quantity={quantity}&key={PriceKey.of(why.line)}",
    )


@get("/goods/{slug:str}/why.json")
async def why_json(
    request: Web, slug: FromPath[str], quantity: Quantity, key: FromQuery[str] = ""
) -> dict[str, object]:
    """Will tell the same as figures."""
    return why_figures(await _why(request, await catalog.get_product(slug), quantity, key))


async def _why(request: Web, product: Product, quantity: int, key: str) -> Why:
    if key:
        line = await price_again(product.sku, quantity=quantity, key=PriceKey.read(key))
    else:
        line = price(await look_at(request, [product]), product, quantity)
    return await get_why(line)


HANDLERS = (why_page, why_json)
