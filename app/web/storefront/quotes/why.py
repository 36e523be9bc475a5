"""Why a line of a quote costs what it costs."""

from litestar import Response, get
from litestar.params import FromPath

from app.pricing.store import get_why
from app.quotes import store as quotes
from app.quotes.quote import QuoteLine
from app.web.guards import reader_of
from app.web.presenters.why import why_figures
from app.web.requests import Web
from app.web.why import line_why_page


@get("/{number:str}/lines/{position:int}/why")
async def quote_line_page(
    request: Web, number: FromPath[str], position: FromPath[int]
) -> Response[str]:
    """Will tell why a line of the reader's quote costs what it costs."""
    line = await _quoted(request, number, position)
    return await line_why_page(request, line, await get_why(line.price), home=f"/{number}")


@get("/{number:str}/lines/{position:int}/why.json")
async def quote_line_json(
    request: Web, number: FromPath[str], position: FromPath[int]
) -> dict[str, object]:
    """Will tell the same as figures."""
    return why_figures(await get_why((await _quoted(request, number, position)).price))


async def _quoted(request: Web, number: str, position: int) -> QuoteLine:
    quote = await quotes.get_quote_for(reader_of(request), number)
    return quote.line(position)


HANDLERS = (quote_line_page, quote_line_json)
