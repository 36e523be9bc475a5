"""A load on the broker's desk: its papers, and the codes of its goods."""

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from app.brokers import actions, store
from app.countries.clocks import say_instant
from app.declarations.due import Audience
from app.documents import store as papers
from app.kit import clock, forms, words
from app.kit.refusal import BadInput
from app.kit.words import N_
from app.web import visits
from app.web.broker.forms import CodeForm
from app.web.broker.presenter import declaration_row, goods_row, load_row
from app.web.guards import reader_of
from app.web.pages import page, see
from app.web.presenters.declarations import paper_words
from app.web.requests import Web


@get("/loads/{number:str}")
async def load_page(request: Web, number: FromPath[str]) -> Response[str]:
    """Will show a load, its declarations and its papers."""
    return await _load_page(request, number, form=None, status=200)


async def _load_page(
    request: Web, number: str, *, form: forms.Form[CodeForm] | None, status: int
) -> Response[str]:
    reader = reader_of(request)
    load = await store.get_load_for(reader, number)
    issued = await papers.papers_of(
        [each.id for each in load.declarations], audience=Audience.BROKER
    )
    taken = await store.last_download(load.id, reader.company_id)
    tariff = actions.tariff_of(load, on=clock.day_at(clock.now()))
    goods = [goods_row(each) for each in await store.list_goods(load, tariff)]
    home = f"/broker/loads/{number}"
    return await page(
        request,
        "broker/load.html",
        status=status,
        form=form or forms.empty(CodeForm),
        goods=goods,
        choices=[(each.sku, each.name) for each in goods],
        codes_action=f"{home}/codes",
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


@post("/loads/{number:str}/codes")
async def confirm_code(request: Web, number: FromPath[str]) -> Response[str] | Redirect:
    """Will confirm a code of goods aboard."""
    form = forms.read(CodeForm, await request.form())
    try:
        data = form.data
        named = actions.Named(data.sku, data.code, data.evidence)
        await actions.confirm_code(number, named, reader=reader_of(request), at=clock.now())
    except (BadInput, forms.FormRefused) as refusal:
        if isinstance(refusal, BadInput):
            form.refuse(str(refusal.fields.get("field", "code")), refusal)
        return await _load_page(request, number, form=form, status=422)
    await visits.notify(request, "good", words.translate(N_("The code is confirmed.")))
    return see(f"/broker/loads/{number}")


@get("/loads/{number:str}/codes")
async def code_form(number: FromPath[str]) -> Redirect:
    """Will show the load to who reloads a form that was refused."""
    return see(f"/broker/loads/{number}")


@get("/loads/{number:str}/dossier.zip")
async def dossier(request: Web, number: FromPath[str]) -> Response[bytes]:
    """Will give the dossier as one zip."""
    body = await actions.take_dossier(number, reader=reader_of(request), at=clock.now())
    return _file(body, f"{number}.zip", "application/zip")


@get("/loads/{number:str}/papers/{file_name:str}")
async def paper(request: Web, number: FromPath[str], file_name: FromPath[str]) -> Response[bytes]:
    """Will give one paper."""
    load = await store.get_load_for(reader_of(request), number)
    found = await papers.get_paper(
        [each.id for each in load.declarations], file_name, audience=Audience.BROKER
    )
    return _file(found.body, found.file_name, found.format.media_type)


def _file(body: bytes, name: str, media_type: str) -> Response[bytes]:
    return Response(
        body,
        media_type=media_type,
        headers={"content-disposition": f'attachment; filename="{name}"'},
    )


HANDLERS = (load_page, confirm_code, code_form, dossier, paper)
