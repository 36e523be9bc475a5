"""Codes of goods: proposed, confirmed by a second person, refused, taken back."""

from litestar import Router

from app.web.guards import only_operators
from app.web.office.codes import codes

router = Router(path="/office/codes", guards=[only_operators], route_handlers=[*codes.HANDLERS])
