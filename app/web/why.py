"""The page of the reasons of a line's price, for quotes and orders."""

from litestar import Response

from app.kit import i18n
from app.kit.i18n import N_
from app.orders.order import OrderLine
from app.pricing.why import Why
from app.quotes.quote import QuoteLine
from app.web.guards import reader_of
from app.web.presenters.orders import name_in
from app.web.presenters.why import why_view
from app.web.rendering import render
from app.web.requests import WebRequest


async def line_why_page(
    request: WebRequest, line: QuoteLine | OrderLine, why: Why, *, home: str
) -> Response[str]:
    """Return the page; `home` is the address of the quote or order without the language."""
    shown = why_view(
        why,
        name=name_in(line.names),
        sales_unit=line.sales_unit,
        country=reader_of(request).country,
    )
    home = f"/{i18n.language()}{home}"
    return await render(
        request,
        "storefront/why.html",
        why=shown,
        trail=[(home.rsplit("/", 1)[1], home), (i18n.translate(N_("Why this price?")), "")],
        figures=f"{home}/lines/{line.position}/why.json",
    )
