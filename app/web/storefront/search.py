"""Search of goods."""

from typing import Final

from litestar import Response, get
from litestar.params import FromQuery

from app.kit import clock
from app.web.guards import visit_of
from app.web.rendering import PageNumber, render
from app.web.requests import WebRequest
from app.web.storefront.addresses import localized
from app.web.storefront.catalog_presenter import (
    card_views,
    found_text,
    pager_view,
    suggestion_chips,
    window_refusal,
)
from app.web.storefront.pages import read_search_page

_QUERY_LENGTH: Final = 100
"""Characters of a query that are read."""


@get("/search")
async def search_page(
    request: WebRequest, q: FromQuery[str] = "", number: PageNumber = 1
) -> Response[str]:
    """Show the goods that fit a query."""
    query = " ".join(q[:_QUERY_LENGTH].split())
    shown = await read_search_page(visit_of(request), query, number=number, at=clock.now())
    listed, window = shown.listed, shown.window
    return await render(
        request,
        "storefront/search.html",
        query=query,
        search_query=query,
        found=found_text(query, goods=listed.total),
        goods=card_views(listed.items, window),
        refusal=window_refusal(window) if listed.items else "",
        pager=pager_view(listed, path=localized("/search"), q=query),
        suggestions=suggestion_chips(),
    )


HANDLERS = (search_page,)
