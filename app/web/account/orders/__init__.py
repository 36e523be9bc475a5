"""A company's orders, their papers, and the reasons of their prices."""

from litestar import Router

from app.web.account.orders import order, orders, papers, why
from app.web.guards import in_our_language, only_importers

router = Router(
    path="/{language:str}/orders",
    guards=[in_our_language, only_importers],
    route_handlers=[*orders.HANDLERS, *order.HANDLERS, *papers.HANDLERS, *why.HANDLERS],
)
