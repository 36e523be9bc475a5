"""The warehouse's screens, made for a phone: one task each."""

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
