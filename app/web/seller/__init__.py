"""The seller's desk: what a company that sells here does with its goods."""

from litestar import Router

from app.web.guards import only_sellers
from app.web.seller import goods, imports

ROUTERS = (
    Router(path="/seller", guards=[only_sellers], route_handlers=[*imports.HANDLERS]),
    goods.router,
)
