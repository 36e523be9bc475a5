"""The warehouse's tasks."""

from litestar import Response, get

from app.warehouse import repository
from app.web.rendering import render
from app.web.requests import WebRequest


@get("/")
async def tasks(request: WebRequest) -> Response[str]:
    """Show how much work waits, by task."""
    return await render(request, "warehouse/tasks.html", work=await repository.count_work())


HANDLERS = (tasks,)
