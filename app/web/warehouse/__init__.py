"""The warehouse's screens: one task each, for a phone."""

from litestar import Router

from app.web.guards import only_warehouse
from app.web.warehouse import home, loads, packing, picks, receipts

ROUTERS = (
    Router(
        path="/warehouse",
        guards=[only_warehouse],
        route_handlers=[
            *home.HANDLERS,
            *receipts.HANDLERS,
            *picks.HANDLERS,
            *packing.HANDLERS,
            *loads.HANDLERS,
        ],
    ),
)
