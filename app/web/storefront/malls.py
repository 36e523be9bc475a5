"""A mall and its goods."""

from litestar import Response, get
from litestar.params import FromPath

from app.kit import clock, i18n
from app.web.guards import visit_of
from app.web.rendering import PageNumber, render
from app.web.requests import WebRequest
from app.web.storefront.addresses import localized
from app.web.storefront.catalog_presenter import (
    card_views,
    count_text,
    mall_view,
    pager_view,
    window_refusal,
)
from app.web.storefront.pages import read_mall_page


@get("/malls/{code:str}")
async def mall_page(
    request: WebRequest, code: FromPath[str], number: PageNumber = 1
) -> Response[str]:
    """Show a page of a mall's goods."""
    shown = await read_mall_page(
        visit_of(request), code, number=number, language=i18n.language(), at=clock.now()
    )
    listed, window = shown.listed, shown.window
    return await render(
        request,
        "storefront/mall.html",
        mall=mall_view(shown.mall, goods=listed.total),
        filters=[],
        found=count_text(listed.total),
        goods=card_views(listed.items, window),
        refusal=window_refusal(window),
        pager=pager_view(listed, path=localized(f"/malls/{code}")),
    )


HANDLERS = (mall_page,)
