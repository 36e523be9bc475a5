"""What waits for hands."""

from litestar import Response, get

from app.warehouse import repository
from app.web.pages import page
from app.web.requests import Web


@get("/")
async def tasks(request: Web) -> Response[str]:
    """Show what waits for hands."""
    return await page(request, "warehouse/tasks.html", work=await repository.count_work())


HANDLERS = (tasks,)
