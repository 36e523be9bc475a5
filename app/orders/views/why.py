"""Why a line of a quote or of an order costs what it costs."""

from typing import Any

from litestar import Request, Response, get
from litestar.params import FromPath

from app.accounts.guards import reader_of
from app.kit import words
from app.kit.pages import page
from app.kit.words import N_
from app.orders import store as orders
from app.orders.order import OrderLine
from app.orders.words import name_in
from app.pricing.store import get_why
from app.pricing.why import Why
from app.pricing.why_words import why_figures, why_words
from app.quotes import store as quotes
from app.quotes.quote import QuoteLine

Web = Request[Any, Any, Any]


@get("/quotes/{number:str}/lines/{position:int}/why")
async def quote_line_page(
    request: Web, number: FromPath[str], position: FromPath[int]
) -> Response[str]:
    """Will tell why a line of the reader's quote costs what it costs."""
    line = await _quoted(request, number, position)
    return await _page(request, line, await get_why(line.price), home=f"/quotes/{number}")


@get("/quotes/{number:str}/lines/{position:int}/why.json")
async def quote_line_json(
    request: Web, number: FromPath[str], position: FromPath[int]
) -> dict[str, object]:
    """Will tell the same as figures."""
    return why_figures(await get_why((await _quoted(request, number, position)).price))


async def _quoted(request: Web, number: str, position: int) -> QuoteLine:
    quote = await quotes.get_quote_for(reader_of(request), number)
    return quote.line(position)


@get("/orders/{number:str}/lines/{position:int}/why")
async def order_line_page(
    request: Web, number: FromPath[str], position: FromPath[int]
) -> Response[str]:
    """Will tell why a line of the reader's order costs what it costs."""
    line, why = await _ordered(request, number, position)
    return await _page(request, line, why, home=f"/orders/{number}")


@get("/orders/{number:str}/lines/{position:int}/why.json")
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


async def _page(request: Web, line: QuoteLine | OrderLine, why: Why, *, home: str) -> Response[str]:
    shown = why_words(
        why,
        name=name_in(line.names),
        sales_unit=line.sales_unit,
        country=reader_of(request).country,
    )
    home = f"/{words.language()}{home}"
    return await page(
        request,
        "pages/shop/why.html",
        why=shown,
        trail=[(home.rsplit("/", 1)[1], home), (words.translate(N_("Why this price?")), "")],
        figures=f"{home}/lines/{line.position}/why.json",
    )


HANDLERS = (quote_line_page, quote_line_json, order_line_page, order_line_json)
