"""Payments and refunds."""

from litestar import Router

from app.web.guards import only_operators
from app.web.office.payments import payments, refunds

router = Router(
    path="/office/payments",
    guards=[only_operators],
    route_handlers=[*payments.HANDLERS, *refunds.HANDLERS],
)
