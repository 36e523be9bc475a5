"""The storefront: malls, goods, search, basket, and the checkout of a quote."""

from litestar import Router

from app.web.guards import anyone, in_our_language
from app.web.storefront import basket, currency, goods, home, look, malls, quotes, search

_PUBLIC = Router(
    path="/{language:str}",
    guards=[in_our_language, anyone],
    route_handlers=[
        *home.HANDLERS,
        *currency.HANDLERS,
        *malls.HANDLERS,
        *look.HANDLERS,
        *search.HANDLERS,
        *goods.HANDLERS,
        *basket.HANDLERS,
    ],
)
ROUTERS = (_PUBLIC, quotes.router)
