"""Malls: opened, changed, retired."""

from litestar import Router

from app.web.guards import only_operators
from app.web.office.malls import malls

router = Router(path="/office/malls", guards=[only_operators], route_handlers=[*malls.HANDLERS])
