"""The front page: the malls, some goods of each, and the rates behind the prices."""

from typing import Final

from litestar import Response, get

from app.catalog import store as catalog
from app.countries.store import list_buyers_now, list_currencies_now
from app.kit import clock, words
from app.shop import actions
from app.shop.currency import may_choose
from app.shop.window import in_stock
from app.web.guards import visit_of
from app.web.pages import page
from app.web.requests import Web
from app.web.storefront.shared import home_of, look_at
from app.web.storefront.shelf_presenter import (
    card_words,
    mall_words,
    rate_lines,
    window_refusal,
)

_FROM_EACH_MALL: Final = 3


@get("/")
async def home(request: Web) -> Response[str]:
    """Will show the malls, some goods of each, and the rates behind the prices."""
    counts = await catalog.count_by_mall()
    malls = await catalog.list_malls(words.language())
    goods = await catalog.list_from_each_mall(_FROM_EACH_MALL)
    window = await look_at(request, goods)
    return await page(
        request,
        "storefront/home.html",
        malls=[mall_words(mall, goods=counts.get(mall.code, 0)) for mall in malls],
        goods=card_words(in_stock(goods, window), window),
        refusal=window_refusal(window),
        rates=rate_lines(await actions.look_at_rates(at=clock.now())),
        choices=list_currencies_now() if may_choose(visit_of(request), list_buyers_now()) else (),
        currency_action=home_of("/currency"),
    )


HANDLERS = (home,)
