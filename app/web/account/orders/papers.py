"""The papers of an order, for its buyer."""

from litestar import Response, get
from litestar.params import FromPath

from app.declarations import store as declarations
from app.declarations.due import Audience
from app.documents import store
from app.kit import words
from app.orders import store as orders
from app.orders.order import Order
from app.web.files import paper_file
from app.web.guards import reader_of
from app.web.pages import page
from app.web.presenters.declarations import paper_words
from app.web.requests import Web


@get("/{number:str}/papers")
async def buyers_papers(request: Web, number: FromPath[str]) -> Response[str]:
    """Will list the papers of an order of the reader's company."""
    reader = reader_of(request)
    order = await orders.get_order_for(reader, number)
    home = f"/{words.language()}/orders/{number}"
    issued = await store.papers_of(await _declared(order), audience=Audience.BUYER)
    return await page(
        request,
        "account/papers.html",
        number=number,
        home=home,
        papers=[paper_words(each, home=home, country=reader.country) for each in issued],
    )


@get("/{number:str}/papers/{file_name:str}")
async def buyers_paper(
    request: Web, number: FromPath[str], file_name: FromPath[str]
) -> Response[bytes]:
    """Will give one paper of an order of the reader's company."""
    order = await orders.get_order_for(reader_of(request), number)
    declared = await _declared(order)
    return paper_file(await store.get_paper(declared, file_name, audience=Audience.BUYER))


async def _declared(order: Order) -> list[int]:
    found = await declarations.latest_declaration_of(order.id)
    return [found.id] if found else []


HANDLERS = (buyers_papers, buyers_paper)
