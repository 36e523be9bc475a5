"""The front page: the malls, some goods of each, and the rates behind the prices."""

from litestar import Response, get

from app.countries.repository import list_buyers_now, list_currencies_now
from app.kit import clock, i18n
from app.shop.currency import may_choose
from app.shop.window import in_stock
from app.web.guards import visit_of
from app.web.rendering import render
from app.web.requests import WebRequest
from app.web.storefront.addresses import localized
from app.web.storefront.catalog_presenter import (
    card_views,
    mall_view,
    rate_lines,
    window_refusal,
)
from app.web.storefront.pages import read_home_page


@get("/")
async def home(request: WebRequest) -> Response[str]:
    """Show the malls, some goods of each, and the rates behind the prices."""
    visit = visit_of(request)
    shown = await read_home_page(visit, language=i18n.language(), at=clock.now())
    return await render(
        request,
        "storefront/home.html",
        malls=[mall_view(mall, goods=goods) for mall, goods in shown.malls],
        goods=card_views(in_stock(shown.goods, shown.window), shown.window),
        refusal=window_refusal(shown.window),
        rates=rate_lines(shown.rates),
        choices=list_currencies_now() if may_choose(visit, list_buyers_now()) else (),
        currency_action=localized("/currency"),
    )


HANDLERS = (home,)
