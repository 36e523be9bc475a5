"""Companies of the trade, for the operator."""

from litestar import Router

from app.web.guards import only_operators
from app.web.office.companies import companies, company

router = Router(
    path="/office/companies",
    guards=[only_operators],
    route_handlers=[*companies.HANDLERS, *company.HANDLERS],
)
