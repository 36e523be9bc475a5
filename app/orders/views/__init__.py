"""The buyer's quotes and orders, and the operator's list of all orders."""

from litestar import Router

from app.accounts.guards import in_our_language, only_importers, only_operators
from app.orders.views import orders, quotes, why

shop_router = Router(
    path="/{language:str}",
    guards=[in_our_language, only_importers],
    route_handlers=[*quotes.HANDLERS, *why.HANDLERS, *orders.SHOP_HANDLERS],
)
office_router = Router(
    path="/office/orders",
    guards=[only_operators],
    route_handlers=[*orders.OFFICE_HANDLERS],
)

__all__ = ["office_router", "shop_router"]
