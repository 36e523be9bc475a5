"""The rates administrator's pages."""

from litestar import Router

from app.web.guards import only_rates
from app.web.office.rates import desk, draft, history, new_draft

router = Router(
    path="/office/rates",
    guards=[only_rates],
    route_handlers=[
        *desk.HANDLERS,
        *new_draft.HANDLERS,
        *draft.HANDLERS,
        *history.HANDLERS,
    ],
)
