"""The loads assigned to the reader's firm."""

from litestar import Response, get

from app.brokers import repository
from app.web.broker.presenter import assigned_load_view
from app.web.guards import reader_of
from app.web.rendering import render
from app.web.requests import WebRequest


@get("/")
async def desk(request: WebRequest) -> Response[str]:
    """List the loads assigned to the firm."""
    reader = reader_of(request)
    loads = await repository.list_loads_for(reader)
    return await render(
        request, "broker/loads.html", loads=[assigned_load_view(load, reader) for load in loads]
    )


HANDLERS = (desk,)
