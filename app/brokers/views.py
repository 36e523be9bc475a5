"""The broker's desk."""

from typing import Any

from litestar import Request, Response, Router, get
from litestar.params import FromPath

from app.accounts.guards import only_brokers, reader_of
from app.brokers import actions, store
from app.brokers.desk import declaration_row, load_row
from app.documents import store as papers
from app.documents.desk import paper_words
from app.kit import clock
from app.kit.pages import page, say_instant

Web = Request[Any, Any, Any]


@get("/")
async def desk(request: Web) -> Response[str]:
    """Will list the loads assigned to the firm."""
    reader = reader_of(request)
    loads = await store.list_loads_for(reader)
    return await page(
        request, "pages/brokers/loads.html", loads=[load_row(load, reader) for load in loads]
    )


@get("/loads/{number:str}")
async def load_page(request: Web, number: FromPath[str]) -> Response[str]:
    """Will show a load, its declarations and its papers."""
    reader = reader_of(request)
    load = await store.get_load_for(reader, number)
    issued = await papers.papers_of([each.id for each in load.declarations])
    taken = await store.last_download(load.id, reader.company_id)
    home = f"/broker/loads/{number}"
    return await page(
        request,
        "pages/brokers/load.html",
        load=load_row(load, reader),
        declarations=[declaration_row(each) for each in load.declarations],
        papers=[
            paper_words(each, home=f"/broker/loads/{number}", country=reader.country)
            for each in issued
        ],
        dossier=f"{home}/dossier.zip",
        last_taken=say_instant(taken[0], reader.country) if taken else "",
        has_news=taken is not None and any(each.issued_at > taken[0] for each in issued),
    )


@get("/loads/{number:str}/dossier.zip")
async def dossier(request: Web, number: FromPath[str]) -> Response[bytes]:
    """Will give the dossier as one zip."""
    body = await actions.take_dossier(number, reader=reader_of(request), at=clock.now())
    return _file(body, f"{number}.zip", "application/zip")


@get("/loads/{number:str}/papers/{file_name:str}")
async def paper(request: Web, number: FromPath[str], file_name: FromPath[str]) -> Response[bytes]:
    """Will give one paper."""
    load = await store.get_load_for(reader_of(request), number)
    found = await papers.get_paper([each.id for each in load.declarations], file_name)
    return _file(found.body, found.file_name, "application/pdf")


def _file(body: bytes, name: str, media_type: str) -> Response[bytes]:
    return Response(
        body,
        media_type=media_type,
        headers={"content-disposition": f'attachment; filename="{name}"'},
    )


router = Router(
    path="/broker",
    guards=[only_brokers],
    route_handlers=[desk, load_page, dossier, paper],
)
