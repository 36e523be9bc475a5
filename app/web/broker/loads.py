"""The broker's page of a load: its papers, and the codes of its goods."""

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from app.brokers import actions
from app.countries.clocks import say_instant
from app.kit import clock, forms, i18n
from app.kit.i18n import N_
from app.tariff.edition import LineGone, UnknownLine
from app.web import visits
from app.web.broker.forms import CodeForm, TakeBackForm
from app.web.broker.pages import read_load_page, read_paper, read_word_page
from app.web.broker.presenter import (
    assigned_declaration_view,
    assigned_goods_view,
    assigned_load_view,
)
from app.web.guards import reader_of
from app.web.presenters.codes import decision_view, proposal_view
from app.web.presenters.declarations import paper_view
from app.web.rendering import RowId, render, see_other
from app.web.requests import WebRequest


@get("/loads/{number:str}")
async def load_page(request: WebRequest, number: FromPath[str]) -> Response[str]:
    """Show a load, its declarations and its papers."""
    return await _load_page(request, number, forms.empty(CodeForm))


async def _load_page(request: WebRequest, number: str, form: forms.Form[CodeForm]) -> Response[str]:
    reader = reader_of(request)
    shown = await read_load_page(reader, number, at=clock.now())
    load, issued, taken_at = shown.load, shown.issued, shown.taken_at
    goods = [assigned_goods_view(each) for each in shown.goods]
    home = f"/broker/loads/{number}"
    return await render(
        request,
        "broker/load.html",
        status=form.status,
        form=form,
        goods=goods,
        words=[
            (f"{home}/codes/{each.id}", proposal_view(each, reader.country)) for each in shown.words
        ],
        choices=[(each.sku, each.name) for each in goods],
        codes_action=f"{home}/codes",
        load=assigned_load_view(load, reader),
        declarations=[assigned_declaration_view(each) for each in load.declarations],
        papers=[
            paper_view(each, home=f"/broker/loads/{number}", country=reader.country)
            for each in issued
        ],
        dossier=f"{home}/dossier.zip",
        last_taken=say_instant(taken_at, reader.country) if taken_at else "",
        has_news=shown.has_news,
    )


@post("/loads/{number:str}/codes")
async def name_code(request: WebRequest, number: FromPath[str]) -> Response[str] | Redirect:
    """Name a code of goods aboard."""
    form = forms.read(CodeForm, await request.form())
    with form.submitting(UnknownLine, LineGone, beside="code"):
        data = form.data
        named = actions.BrokersCode(data.sku, data.code, data.evidence, data.reason)
        await actions.name_code(number, named, reader=reader_of(request), at=clock.now())
        await visits.notify(
            request,
            "good",
            i18n.translate(N_("The code counts for your clients. The operator checks it.")),
        )
        return see_other(f"/broker/loads/{number}")
    return await _load_page(request, number, form)


@get("/loads/{number:str}/codes/{proposal_id:int}")
async def word_page(
    request: WebRequest, number: FromPath[str], proposal_id: RowId
) -> Response[str]:
    """Show what became of a code that the firm named, and the form that takes it back."""
    return await _word_page(request, number, proposal_id, forms.empty(TakeBackForm))


@post("/loads/{number:str}/codes/{proposal_id:int}")
async def take_back_code(
    request: WebRequest, number: FromPath[str], proposal_id: RowId
) -> Response[str] | Redirect:
    """Take back a code that the firm named."""
    form = forms.read(TakeBackForm, await request.form())
    with form.submitting(beside="why"):
        await actions.take_back_code(
            number, proposal_id, why=form.data.why, reader=reader_of(request), at=clock.now()
        )
        await visits.notify(request, "good", i18n.translate(N_("The code is taken back.")))
        return see_other(f"/broker/loads/{number}")
    return await _word_page(request, number, proposal_id, form)


async def _word_page(
    request: WebRequest, number: str, proposal_id: int, form: forms.Form[TakeBackForm]
) -> Response[str]:
    reader = reader_of(request)
    shown = await read_word_page(reader, number, proposal_id)
    return await render(
        request,
        "broker/code.html",
        status=form.status,
        form=form,
        load=number,
        home=f"/broker/loads/{number}",
        word=proposal_view(shown.word, reader.country),
        steps=[decision_view(each, reader.country) for each in shown.decisions],
        action=f"/broker/loads/{number}/codes/{proposal_id}",
    )


@get("/loads/{number:str}/codes")
async def code_form(number: FromPath[str]) -> Redirect:
    """Redirect to the load when a refused form is reloaded."""
    return see_other(f"/broker/loads/{number}")


@get("/loads/{number:str}/dossier.zip")
async def dossier(request: WebRequest, number: FromPath[str]) -> Response[bytes]:
    """Return the dossier as one zip."""
    body = await actions.take_dossier(number, reader=reader_of(request), at=clock.now())
    return _file(body, f"{number}.zip", "application/zip")


@get("/loads/{number:str}/papers/{file_name:str}")
async def paper(
    request: WebRequest, number: FromPath[str], file_name: FromPath[str]
) -> Response[bytes]:
    """Return one paper."""
    found = await read_paper(reader_of(request), number, file_name)
    return _file(found.body, found.file_name, found.format.media_type)


def _file(body: bytes, name: str, media_type: str) -> Response[bytes]:
    return Response(
        body,
        media_type=media_type,
        headers={"content-disposition": f'attachment; filename="{name}"'},
    )


HANDLERS = (load_page, name_code, code_form, word_page, take_back_code, dossier, paper)
