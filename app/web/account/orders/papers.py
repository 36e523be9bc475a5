"""The papers of an order, for its buyer."""

from litestar import Response, get
from litestar.params import FromPath

from app.kit import i18n
from app.web.account.orders.pages import read_paper, read_papers
from app.web.files import paper_response
from app.web.guards import reader_of
from app.web.presenters.declarations import paper_view
from app.web.rendering import render
from app.web.requests import WebRequest


@get("/{number:str}/papers")
async def papers_page(request: WebRequest, number: FromPath[str]) -> Response[str]:
    """List the papers of an order of the reader's company."""
    reader = reader_of(request)
    home = f"/{i18n.language()}/orders/{number}"
    issued = await read_papers(reader, number)
    return await render(
        request,
        "account/papers.html",
        number=number,
        home=home,
        papers=[paper_view(each, home=home, country=reader.country) for each in issued],
    )


@get("/{number:str}/papers/{file_name:str}")
async def paper(
    request: WebRequest, number: FromPath[str], file_name: FromPath[str]
) -> Response[bytes]:
    """Return one paper of an order of the reader's company."""
    return paper_response(await read_paper(reader_of(request), number, file_name))


HANDLERS = (papers_page, paper)
