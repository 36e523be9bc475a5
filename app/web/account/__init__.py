"""Signing in, joining, and a company's own orders."""

from litestar import Router

from app.web.account import (
    confirmation,
    join,
    letters,
    links,
    orders,
    password,
    second_step,
    sign_in,
    sign_out,
    visits,
)
from app.web.guards import anyone, in_our_language

_PUBLIC = Router(
    path="/{language:str}",
    guards=[in_our_language, anyone],
    route_handlers=[
        *sign_in.HANDLERS,
        *sign_out.HANDLERS,
        *join.HANDLERS,
        *links.HANDLERS,
        *confirmation.HANDLERS,
        *letters.HANDLERS,
        *password.HANDLERS,
    ],
)
ROUTERS = (_PUBLIC, orders.router, second_step.router, visits.router)
