"""The buyer's order with what is to be paid, and the desk where money comes in and goes back."""

from litestar import Router

from app.accounts.guards import in_our_language, only_importers, only_operators
from app.payments.views import payments, refunds

shop_router = Router(
    path="/{language:str}/orders",
    guards=[in_our_language, only_importers],
    route_handlers=[*payments.SHOP_HANDLERS],
)
office_router = Router(
    path="/office/payments",
    guards=[only_operators],
    route_handlers=[*payments.DESK_HANDLERS, *refunds.HANDLERS],
)

__all__ = ["office_router", "shop_router"]
