"""The warehouse's screens: one task each, for a phone."""

from litestar import Response, Router, get

from app.accounts.guards import only_warehouse
from app.kit.pages import page
from app.warehouse import store
from app.warehouse.views import correcting, loading, picking, receiving
from app.warehouse.views.shared import HOME, Web


@get("/")
async def tasks(request: Web) -> Response[str]:
    """Will show what waits for hands."""
    return await page(request, "pages/warehouse/tasks.html", work=await store.count_work())


router = Router(
    path=HOME,
    guards=[only_warehouse],
    route_handlers=[
        tasks,
        *receiving.handlers,
        *correcting.handlers,
        *picking.handlers,
        *loading.handlers,
    ],
)
