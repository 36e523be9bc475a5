"""The storefront's pages."""

from litestar import Router

from app.accounts.guards import anyone, in_our_language
from app.shop.views import basket, goods, why

router = Router(
    path="/{language:str}",
    guards=[in_our_language, anyone],
    route_handlers=[*goods.HANDLERS, *why.HANDLERS, *basket.HANDLERS],
)

__all__ = ["router"]
