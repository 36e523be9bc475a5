"""Goods that sellers have submitted, for the operator."""

from litestar import Router

from app.web.guards import only_operators
from app.web.office.listings import listings

router = Router(
    path="/office/listings", guards=[only_operators], route_handlers=[*listings.HANDLERS]
)
