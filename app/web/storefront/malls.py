"""A mall, page by page."""

from litestar import Response, get
from litestar.params import FromPath

from app.kit import clock, i18n
from app.web.guards import visit_of
from app.web.pages import PageNumber, page
from app.web.requests import Web
from app.web.storefront.pages import read_mall_page
from app.web.storefront.shared import home_of
from app.web.storefront.shelf_presenter import (
    card_view,
    count_text,
    mall_view,
    pager_view,
    window_refusal,
)


@get("/malls/{code:str}")
async def mall_page(request: Web, code: FromPath[str], number: PageNumber = 1) -> Response[str]:
    """Show a page of a mall's goods."""
    shown = await read_mall_page(
        visit_of(request), code, number=number, language=i18n.language(), at=clock.now()
    )
    listed, window = shown.listed, shown.window
    return await page(
        request,
        "storefront/mall.html",
        mall=mall_view(shown.mall, goods=listed.total),
        filters=[],
        found=count_text(listed.total),
        goods=card_view(listed.items, window),
        refusal=window_refusal(window),
        pager=pager_view(listed, path=home_of(f"/malls/{code}")),
    )


HANDLERS = (mall_page,)
