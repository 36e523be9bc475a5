"""All orders, for the operator."""

from litestar import Router

from app.web.guards import only_operators
from app.web.office.orders import orders

router = Router(path="/office/orders", guards=[only_operators], route_handlers=[*orders.HANDLERS])
