"""Why a line of an order costs what it costs."""

from litestar import Response, get
from litestar.params import FromPath

from app.orders import store as orders
from app.orders.order import OrderLine
from app.pricing.store import get_why
from app.pricing.why import Why
from app.web.guards import reader_of
from app.web.presenters.why import why_figures
from app.web.requests import Web
from app.web.why import line_why_page


@get("/{number:str}/lines/{position:int}/why")
async def order_line_page(
    request: Web, number: FromPath[str], position: FromPath[int]
) -> Response[str]:
    """Will tell why a line of the reader's order costs what it costs."""
    line, why = await _ordered(request, number, position)
    return await line_why_page(request, line, why, home=f"/{number}")


@get("/{number:str}/lines/{position:int}/why.json")
async def order_line_json(
    request: Web, number: FromPath[str], position: FromPath[int]
) -> dict[str, object]:
    """Will tell the same as figures."""
    _, why = await _ordered(request, number, position)
    return why_figures(why)


async def _ordered(request: Web, number: str, position: int) -> tuple[OrderLine, Why]:
    order = await orders.get_order_for(reader_of(request), number)
    line = order.line(position)
    return line, await get_why(await orders.price_of(order, line))


HANDLERS = (order_line_page, order_line_json)
