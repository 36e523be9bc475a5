"""The declarant's desk: freeze a load, enter what customs answers, take the papers. The buyer's.

Its pages show declarations and papers, so they belong to the later of the two stations.
"""

from typing import Any, Final

from litestar import Request, Response, Router, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from app.accounts import visits
from app.accounts.guards import in_our_language, only_declarants, only_importers, reader_of
from app.declarations import actions
from app.declarations import store as declarations
from app.declarations.lodging import Receipt
from app.declarations.store import KeptDeclaration
from app.documents import store
from app.documents.desk import (
    DeclarationWords,
    channel_options,
    declaration_words,
    paper_words,
)
from app.documents.forms import ReceiptForm, ReopeningForm
from app.documents.issuing import KINDS, Issue, broken_rules, issue_of, single_window_draft
from app.documents.store import IssuedPaper, NoSuchPaper
from app.kit import clock, forms, words
from app.kit.pages import page, see
from app.kit.refusal import BadInput, Conflict, Refusal
from app.kit.words import N_
from app.orders import store as orders
from app.orders.order import Order
from app.warehouse import store as warehouse
from app.warehouse.load import LoadState
from app.warehouse.words import load_words

Web = Request[Any, Any, Any]
_DESK: Final = "/office/loads"


@get("/")
async def desk(request: Web) -> Response[str]:
    """Will list the loads, the newest first."""
    loads = await warehouse.list_loads(LoadState)
    totals = await warehouse.totals_of(loads)
    return await page(
        request,
        "pages/documents/loads.html",
        loads=[load_words(load, totals[load.id], desk=_DESK) for load in loads],
    )


@get("/{number:str}")
async def load_page(request: Web, number: FromPath[str]) -> Response[str]:
    """Will show a load, its declarations and its papers."""
    return await _load(request, number)


@post("/{number:str}/snapshot")
async def freeze(request: Web, number: FromPath[str]) -> Response[str] | Redirect:
    """Will freeze the load."""
    try:
        await actions.freeze_load(number, by=reader_of(request), at=clock.now())
    except Conflict as refusal:
        return await _load(request, number, refusal=refusal)
    await _tell(request, N_("Load %(number)s is frozen. Its papers are being made."), number)
    return see(f"{_DESK}/{number}")


@post("/{number:str}/reopening")
async def reopen(request: Web, number: FromPath[str]) -> Response[str] | Redirect:
    """Will open a frozen load again."""
    form = forms.read(ReopeningForm, await request.form())
    try:
        await actions.reopen_load(number, by=reader_of(request), at=clock.now(), why=form.data.why)
    except forms.FormRefused:
        return await _load(request, number, reopening=form)
    except Conflict as refusal:
        return await _load(request, number, refusal=refusal)
    await _tell(request, N_("Load %(number)s is open again."), number)
    return see(f"{_DESK}/{number}")


@post("/{number:str}/receipts")
async def enter_receipt(request: Web, number: FromPath[str]) -> Response[str] | Redirect:
    """Will enter an answer of customs."""
    form = forms.read(ReceiptForm, await request.form())
    try:
        await actions.enter_receipt(
            form.data.declaration, _receipt(form.data), by=reader_of(request), at=clock.now()
        )
    except (BadInput, Conflict) as refusal:
        form.refuse(str(refusal.fields.get("field", "")), refusal)
        return await _load(request, number, receipt=form)
    except forms.FormRefused:
        return await _load(request, number, receipt=form)
    sentence = N_("The answer for declaration %(number)s is entered.")
    await _tell(request, sentence, form.data.declaration)
    return see(f"{_DESK}/{number}")


@get("/{number:str}/papers/{file_name:str}")
async def paper(request: Web, number: FromPath[str], file_name: FromPath[str]) -> Response[bytes]:
    """Will give one paper of the load."""
    reader_of(request)
    drawn = await declarations.declarations_aboard(number)
    return _pdf(await store.get_paper([each.id for each in drawn], file_name))


@get("/{number:str}/declarations/{draft:str}")
async def single_window(
    request: Web, number: FromPath[str], draft: FromPath[str]
) -> Response[bytes]:
    """Will give the draft of a declaration aboard for the Single Window's client."""
    reader_of(request)
    drawn = [
        each
        for each in await declarations.latest_declarations(number)
        if f"{each.number}.xml" == draft
    ]
    if not drawn:
        raise NoSuchPaper(name=draft)
    body = single_window_draft(await _issue(drawn[0]))
    return Response(
        body,
        media_type="application/xml",
        headers={"content-disposition": f'attachment; filename="{draft}"'},
    )


@get("/{number:str}/papers")
async def buyers_papers(request: Web, number: FromPath[str]) -> Response[str]:
    """Will list the papers of an order of the reader's company."""
    reader = reader_of(request)
    order = await orders.get_order_for(reader, number)
    home = f"/{words.language()}/orders/{number}"
    issued = await store.papers_of(await _declared(order))
    return await page(
        request,
        "pages/documents/papers.html",
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
    return _pdf(await store.get_paper(await _declared(order), file_name))


async def _declared(order: Order) -> list[int]:
    found = await declarations.latest_declaration_of(order.id)
    return [found.id] if found else []


def _pdf(found: IssuedPaper) -> Response[bytes]:
    return Response(
        found.body,
        media_type="application/pdf",
        headers={"content-disposition": f'inline; filename="{found.file_name}"'},
    )


def _receipt(data: ReceiptForm) -> Receipt:
    return Receipt(
        channel=data.channel,
        noticed_at=data.noticed_at.replace(tzinfo=clock.WAREHOUSE_ZONE),
        entry_number=data.entry_number,
        note=data.note,
    )


async def _tell(request: Web, sentence: str, number: str) -> None:
    await visits.notify(request, "good", words.say(sentence, {"number": number}))


async def _load(
    request: Web,
    number: str,
    *,
    refusal: Refusal | None = None,
    reopening: forms.Form[ReopeningForm] | None = None,
    receipt: forms.Form[ReceiptForm] | None = None,
) -> Response[str]:
    load = await warehouse.get_load(number)
    totals = await warehouse.totals_of([load])
    drawn = await declarations.latest_declarations(number)
    issued = await store.papers_of([each.id for each in drawn])
    home = f"{_DESK}/{number}"
    country = reader_of(request).country
    return await page(
        request,
        "pages/documents/load.html",
        status=409 if refusal else 422 if reopening or receipt else 200,
        refused=words.say(refusal.sentence, refusal.fields) if refusal else "",
        load=load_words(load, totals[load.id], desk=_DESK),
        is_open=load.state is LoadState.OPEN,
        is_frozen=load.state is LoadState.FROZEN,
        aboard=await warehouse.orders_on(number),
        declarations=[await _declaration(each) for each in drawn],
        receipt=receipt or _empty_receipt(),
        choices=[(each.number, f"{each.number} · {each.order_number}") for each in drawn],
        papers=[paper_words(each, home=home, country=country) for each in issued],
        papers_due=len(drawn) * len(KINDS) - len(issued),
        reopening=reopening or forms.empty(ReopeningForm),
        channels=channel_options(),
    )


async def _declaration(drawn: KeptDeclaration) -> DeclarationWords:
    receipts = await declarations.receipts_of(drawn.id)
    return declaration_words(drawn, receipts, broken=broken_rules(await _issue(drawn)))


async def _issue(drawn: KeptDeclaration) -> Issue:
    frozen = await declarations.get_frozen(drawn.snapshot_id)
    return issue_of(frozen.snapshot, drawn.order_number, declaration_number=drawn.number)


def _empty_receipt() -> forms.Form[ReceiptForm]:
    noticed = clock.now().astimezone(clock.WAREHOUSE_ZONE)
    return forms.empty(ReceiptForm, noticed_at=f"{noticed:%Y-%m-%dT%H:%M}")


shop_router = Router(
    path="/{language:str}/orders",
    guards=[in_our_language, only_importers],
    route_handlers=[buyers_papers, buyers_paper],
)
router = Router(
    path=_DESK,
    guards=[only_declarants],
    route_handlers=[desk, load_page, freeze, reopen, enter_receipt, paper, single_window],
)
