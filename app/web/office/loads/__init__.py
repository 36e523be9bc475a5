"""The declarant's loads."""

from litestar import Router

from app.web.guards import only_declarants
from app.web.office.loads import loads

router = Router(
    path=loads.DESK,
    guards=[only_declarants],
    route_handlers=[*loads.HANDLERS],
)
