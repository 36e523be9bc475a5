"""The seller's desk: goods, prices, stock, workbooks, and new goods written down step by step."""

from litestar import Router

from app.web.guards import only_sellers
from app.web.seller import deliveries, goods, home, imports, listings, orders

ROUTERS = (
    Router(
        path="/seller",
        guards=[only_sellers],
        route_handlers=[
            *home.HANDLERS,
            *goods.HANDLERS,
            *orders.HANDLERS,
            *deliveries.HANDLERS,
            *listings.HANDLERS,
            *imports.HANDLERS,
        ],
    ),
    goods.pictures_router,
)
