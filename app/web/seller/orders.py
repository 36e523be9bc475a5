"""Orders that hold the company's goods, without the buyers' secrets."""

from litestar import Response, get

from app.web.guards import reader_of
from app.web.rendering import render
from app.web.requests import WebRequest
from app.web.seller.pages import read_held_goods
from app.web.seller.presenter import held_rows


@get("/orders")
async def orders_of_goods(request: WebRequest) -> Response[str]:
    """List which goods are held for orders under way: how many, how far, for which country."""
    held = await read_held_goods(reader_of(request))
    return await render(request, "seller/orders.html", rows=held_rows(held))


HANDLERS = (orders_of_goods,)
