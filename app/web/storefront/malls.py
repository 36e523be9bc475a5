"""A mall, page by page."""

from litestar import Response, get
from litestar.params import FromPath

from app.catalog import store as catalog
from app.kit import words
from app.web.pages import PageNumber, page
from app.web.requests import Web
from app.web.storefront.shared import home_of, look_at
from app.web.storefront.shelf_presenter import (
    card_words,
    count_words,
    mall_words,
    pager_words,
    window_refusal,
)


@get("/malls/{code:str}")
async def mall_page(request: Web, code: FromPath[str], number: PageNumber = 1) -> Response[str]:
    """Will show a page of a mall's goods."""
    mall = await catalog.get_mall(code, words.language())
    listed = await catalog.list_products(mall, page=number)
    window = await look_at(request, listed.items)
    return await page(
        request,
        "storefront/mall.html",
        mall=mall_words(mall, goods=listed.total),
        filters=[],
        found=count_words(listed.total),
        goods=card_words(listed.items, window),
        refusal=window_refusal(window),
        pager=pager_words(listed, path=home_of(f"/malls/{code}")),
    )


HANDLERS = (mall_page,)
