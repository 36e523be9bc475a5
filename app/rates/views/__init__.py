"""The rates administrator's pages."""

from litestar import Router

from app.accounts.guards import only_rates
from app.rates.views import desk, history, terms

router = Router(
    path="/office/rates",
    guards=[only_rates],
    route_handlers=[*desk.HANDLERS, *terms.HANDLERS, *history.HANDLERS],
)

__all__ = ["router"]
