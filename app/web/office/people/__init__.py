"""Everybody who signs in, for the operator."""

from litestar import Router

from app.web.guards import only_operators
from app.web.office.people import people, person

router = Router(
    path="/office/people",
    guards=[only_operators],
    route_handlers=[*people.HANDLERS, *person.HANDLERS],
)
