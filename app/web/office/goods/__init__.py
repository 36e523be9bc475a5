"""Goods of every seller, for the operator."""

from litestar import Router

from app.web.guards import only_operators
from app.web.office.goods import pictures

router = Router(path="/office/goods", guards=[only_operators], route_handlers=[*pictures.HANDLERS])
