"""The reasons of the price of a line of an order."""

from litestar import Response, get
from litestar.params import FromPath

from app.web.account.orders.pages import read_line_why
from app.web.guards import reader_of
from app.web.presenters.why import why_figures
from app.web.requests import WebRequest
from app.web.why import line_why_page


@get("/{number:str}/lines/{position:int}/why")
async def order_line_page(
    request: WebRequest, number: FromPath[str], position: FromPath[int]
) -> Response[str]:
    """Show the reasons of the price of a line of the reader's order."""
    line, why = await read_line_why(reader_of(request), number, position)
    return await line_why_page(request, line, why, home=f"/orders/{number}")


@get("/{number:str}/lines/{position:int}/why.json")
async def order_line_json(
    request: WebRequest, number: FromPath[str], position: FromPath[int]
) -> dict[str, object]:
    """Return the same as figures."""
    _, why = await read_line_why(reader_of(request), number, position)
    return why_figures(why)


HANDLERS = (order_line_page, order_line_json)
