"""The loads assigned to the reader's firm."""

from litestar import Response, get

from app.brokers import repository
from app.web.broker.presenter import load_row
from app.web.guards import reader_of
from app.web.pages import page
from app.web.requests import Web


@get("/")
async def desk(request: Web) -> Response[str]:
    """List the loads assigned to the firm."""
    reader = reader_of(request)
    loads = await repository.list_loads_for(reader)
    return await page(
        request, "broker/loads.html", loads=[load_row(load, reader) for load in loads]
    )


HANDLERS = (desk,)
