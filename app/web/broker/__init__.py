"""The customs broker's desk."""

from litestar import Router

from app.web.broker import home, loads
from app.web.guards import only_brokers

ROUTERS = (
    Router(
        path="/broker",
        guards=[only_brokers],
        route_handlers=[*home.HANDLERS, *loads.HANDLERS],
    ),
)
