"""Signing in, joining, and what a company has ordered."""

from litestar import Router

from app.web.account import join, orders, sign_in, sign_out
from app.web.guards import anyone, in_our_language

_DOOR = Router(
    path="/{language:str}",
    guards=[in_our_language, anyone],
    route_handlers=[*sign_in.HANDLERS, *sign_out.HANDLERS, *join.HANDLERS],
)
ROUTERS = (_DOOR, orders.router)
