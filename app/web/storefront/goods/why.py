"""The reasons of a product's price, current or shown before."""

from typing import Annotated

from litestar import Response, get
from litestar.params import FromPath, FromQuery, QueryParameter

from app.kit import clock, i18n
from app.kit.i18n import N_, text_of
from app.pricing.why import PriceKey
from app.web.guards import visit_of
from app.web.presenters.why import why_figures, why_view
from app.web.rendering import render
from app.web.requests import WebRequest
from app.web.storefront.addresses import localized
from app.web.storefront.goods.pages import read_why

Quantity = Annotated[int, QueryParameter(le=1_000_000_000)]


@get("/goods/{slug:str}/why")
async def why_page(
    request: WebRequest, slug: FromPath[str], quantity: Quantity, key: FromQuery[str] = ""
) -> Response[str]:
    """Show the reasons of the current price, or of the one that the key names."""
    visit = visit_of(request)
    product, why = await read_why(visit, slug, quantity=quantity, key=key, at=clock.now())
    reader = visit.reader
    shown = why_view(
        why,
        name=text_of(product.names),
        sales_unit=product.sales_unit,
        country=reader.country if reader else None,
    )
    goods = localized(f"/goods/{slug}")
    return await render(
        request,
        "storefront/why.html",
        why=shown,
        trail=[(text_of(product.names), goods), (i18n.translate(N_("Why this price?")), "")],
        figures=f"{goods}/why.json?quantity={quantity}&key={PriceKey.of(why.line)}",
    )


@get("/goods/{slug:str}/why.json")
async def why_json(
    request: WebRequest, slug: FromPath[str], quantity: Quantity, key: FromQuery[str] = ""
) -> dict[str, object]:
    """Return the same as figures."""
    _, why = await read_why(visit_of(request), slug, quantity=quantity, key=key, at=clock.now())
    return why_figures(why)


HANDLERS = (why_page, why_json)
