"""The seller's home: what waits, and the company's goods."""

from litestar import Response, get
from litestar.params import FromQuery

from app.kit import clock
from app.web.guards import reader_of
from app.web.rendering import render
from app.web.requests import WebRequest
from app.web.seller.pages import read_home
from app.web.seller.presenter import GoodsSearch, goods_rows, state_chips, waiting_view


@get("/")
async def seller_home(
    request: WebRequest, q: FromQuery[str] = "", goods: FromQuery[str] = ""
) -> Response[str]:
    """Show what waits and the goods; `goods` is a state or `low`, `q` words to look for."""
    home = await read_home(reader_of(request), at=clock.now())
    search = GoodsSearch(q, goods)
    return await render(
        request,
        "seller/home.html",
        waiting=waiting_view(home),
        goods=goods_rows(home, search),
        chips=state_chips(search),
        query=q,
        state=goods,
        has_goods=bool(home.products),
    )


HANDLERS = (seller_home,)
