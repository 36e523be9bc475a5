"""The declarant's desk: freeze a load, enter what customs answers, take the papers."""

from dataclasses import dataclass
from typing import Final

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from app.declarations import store as declarations
from app.declarations.actions import freezing, receipts
from app.declarations.actions.inbox import Brought, take_message
from app.declarations.due import Audience
from app.declarations.store import KeptDeclaration, inbox
from app.declarations.store.due import list_due
from app.documents import actions, store
from app.documents.issuing import broken_rules, issue_of, kinds_to_ask_for, papers_due
from app.documents.kind import Issue
from app.kit import clock, forms, words
from app.kit.refusal import BadInput, Conflict, NotFound, Refusal
from app.kit.sentences import refusal_words
from app.kit.words import N_
from app.warehouse import store as warehouse
from app.warehouse.load import LoadState
from app.web import visits
from app.web.files import download, paper_file
from app.web.guards import reader_of
from app.web.office.loads.forms import MessageForm, PaperForm, ReceiptForm, ReopeningForm
from app.web.pages import RowId, page, see
from app.web.presenters.declarations import (
    AskLabel,
    DeclarationWords,
    ask_label,
    channel_options,
    declaration_words,
    failed_label,
    message_words,
    paper_words,
)
from app.web.presenters.warehouse import load_words
from app.web.requests import Web
from app.web.uploads import read_upload, upload_name
from customs.china.receipt import CustomsReceipt, UnknownChannel
from customs.refusal import CustomsRefusal

DESK: Final = "/office/loads"
_MESSAGE_BYTES: Final = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A form of the load's page that was refused, to be shown again as it was sent."""

    reopening: forms.Form[ReopeningForm] | None = None
    receipt: forms.Form[ReceiptForm] | None = None
    message: forms.Form[MessageForm] | None = None


_NOTHING: Final = Sent()


@get("/")
async def desk(request: Web) -> Response[str]:
    """Will list the loads, the newest first."""
    loads = await warehouse.list_loads(LoadState)
    totals = await warehouse.totals_of(loads)
    return await page(
        request,
        "office/loads/loads.html",
        loads=[load_words(load, totals[load.id], desk=DESK) for load in loads],
        unread=[message_words(each, desk=DESK) for each in await inbox.unread_messages()],
    )


@get("/{number:str}")
async def load_page(request: Web, number: FromPath[str]) -> Response[str]:
    """Will show a load, its declarations and its papers."""
    return await _load(request, number)


@post("/{number:str}/snapshot")
async def freeze(request: Web, number: FromPath[str]) -> Response[str] | Redirect:
    """Will freeze the load."""
    try:
        await freezing.freeze_load(number, by=reader_of(request), at=clock.now(), due=papers_due)
    except Conflict as refusal:
        return await _load(request, number, refusal=refusal)
    await _tell(request, N_("Load %(number)s is frozen. Its papers are being made."), number)
    return see(f"{DESK}/{number}")


@post("/{number:str}/reopening")
async def reopen(request: Web, number: FromPath[str]) -> Response[str] | Redirect:
    """Will open a frozen load again."""
    form = forms.read(ReopeningForm, await request.form())
    try:
        await freezing.reopen_load(number, by=reader_of(request), at=clock.now(), why=form.data.why)
    except forms.FormRefused:
        return await _load(request, number, sent=Sent(reopening=form))
    except Conflict as refusal:
        return await _load(request, number, refusal=refusal)
    await _tell(request, N_("Load %(number)s is open again."), number)
    return see(f"{DESK}/{number}")


@post("/{number:str}/receipts")
async def enter_receipt(request: Web, number: FromPath[str]) -> Response[str] | Redirect:
    """Will enter an answer of customs."""
    form = forms.read(ReceiptForm, await request.form())
    try:
        await receipts.enter_receipt(
            form.data.declaration, _receipt(form.data), by=reader_of(request), at=clock.now()
        )
    except (BadInput, Conflict) as refusal:
        form.refuse(str(refusal.fields.get("field", "")), refusal)
        return await _load(request, number, sent=Sent(receipt=form))
    except UnknownChannel as refusal:
        form.refuse("channel", refusal_words(refusal))
        return await _load(request, number, sent=Sent(receipt=form))
    except forms.FormRefused:
        return await _load(request, number, sent=Sent(receipt=form))
    sentence = N_("The answer for declaration %(number)s is entered.")
    await _tell(request, sentence, form.data.declaration)
    return see(f"{DESK}/{number}")


@post("/{number:str}/messages")
async def bring_message(request: Web, number: FromPath[str]) -> Response[str] | Redirect:
    """Will keep a file of the Single Window, and let the declaration follow that it answers."""
    sent = await request.form()
    form = forms.read(MessageForm, sent)
    body = await read_upload(sent.get("body"), limit=_MESSAGE_BYTES)
    if not body or len(body) > _MESSAGE_BYTES:
        form.refuse("body", words.translate(N_("Choose the file: not empty, and of 1 MB at most.")))
    try:
        brought = Brought(
            body=body,
            file_name=upload_name(sent.get("body")),
            by=reader_of(request),
            at=clock.now(),
            declaration=form.data.answers,
        )
        answered = await take_message(brought)
    except (BadInput, Conflict, NotFound, CustomsRefusal) as refusal:
        form.refuse("body", refusal_words(refusal))
    except forms.FormRefused:
        pass
    else:
        await _tell(request, N_("The answer for declaration %(number)s is entered."), answered)
        return see(f"{DESK}/{number}")
    return await _load(request, number, sent=Sent(message=form))


@get("/messages/{message_id:int}")
async def message(request: Web, message_id: RowId) -> Response[bytes]:
    """Will give a kept file back as it came."""
    reader_of(request)
    _, body = await inbox.get_message(message_id)
    return download(body, name=f"{message_id}.xml", media_type="application/octet-stream")


@get("/{number:str}/papers/{file_name:str}")
async def paper(request: Web, number: FromPath[str], file_name: FromPath[str]) -> Response[bytes]:
    """Will give one paper of the load."""
    reader_of(request)
    drawn = await declarations.declarations_aboard(number)
    return paper_file(
        await store.get_paper([each.id for each in drawn], file_name, audience=Audience.DECLARANT)
    )


@post("/{number:str}/papers")
async def ask_for_paper(request: Web, number: FromPath[str]) -> Response[str] | Redirect:
    """Let a paper be made now that failed, or that the freeze did not ask for."""
    form = forms.read(PaperForm, await request.form())
    try:
        asked = form.data
        await actions.ask_for_paper(number, asked.declaration, asked.kind, at=clock.now())
    except Conflict as refusal:
        return await _load(request, number, refusal=refusal)
    await _tell(request, N_("The paper of load %(number)s is being made."), number)
    return see(f"{DESK}/{number}")


def _receipt(data: ReceiptForm) -> CustomsReceipt:
    return CustomsReceipt(
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
    sent: Sent = _NOTHING,
) -> Response[str]:
    load = await warehouse.get_load(number)
    totals = await warehouse.totals_of([load])
    drawn = await declarations.latest_declarations(number)
    ids = [each.id for each in drawn]
    issued = await store.papers_of(ids, audience=Audience.DECLARANT)
    lacking = await store.lacking_papers(ids, audience=Audience.DECLARANT)
    by_id = {each.id: each for each in drawn}
    failed = [failed_label(each, by_id[each.due.declaration_id]) for each in lacking]
    home = f"{DESK}/{number}"
    country = reader_of(request).country
    return await page(
        request,
        "office/loads/load.html",
        status=409 if refusal else 200 if sent == _NOTHING else 422,
        refused=refusal_words(refusal) if refusal else "",
        load=load_words(load, totals[load.id], desk=DESK),
        is_open=load.state is LoadState.OPEN,
        is_frozen=load.state is LoadState.FROZEN,
        aboard=await warehouse.orders_on(number),
        declarations=[await _declaration(each) for each in drawn],
        receipt=sent.receipt or _empty_receipt(),
        message=sent.message or forms.empty(MessageForm),
        choices=[(each.number, f"{each.number} · {each.order_number}") for each in drawn],
        papers=[paper_words(each, home=home, country=country) for each in issued],
        papers_due=failed.count(None),
        failed=[each for each in failed if each],
        to_ask_for=[each for one in drawn for each in await _to_ask_for(one)],
        reopening=sent.reopening or forms.empty(ReopeningForm),
        channels=channel_options(),
    )


async def _declaration(drawn: KeptDeclaration) -> DeclarationWords:
    return declaration_words(
        drawn,
        await declarations.receipts_of(drawn.id),
        answer=await inbox.last_answer_to(drawn.id),
        broken=broken_rules(await _issue(drawn)),
    )


async def _to_ask_for(drawn: KeptDeclaration) -> list[AskLabel]:
    recorded = {due.kind for due in await list_due([drawn.id])}
    kinds = kinds_to_ask_for(await _issue(drawn), recorded)
    return [ask_label(kind, drawn) for kind in kinds]


async def _issue(drawn: KeptDeclaration) -> Issue:
    frozen = await declarations.get_frozen(drawn.snapshot_id)
    return issue_of(frozen.snapshot, drawn.order_number, declaration_number=drawn.number)


def _empty_receipt() -> forms.Form[ReceiptForm]:
    noticed = clock.now().astimezone(clock.WAREHOUSE_ZONE)
    return forms.empty(ReceiptForm, noticed_at=f"{noticed:%Y-%m-%dT%H:%M}")


HANDLERS = (
    desk,
    load_page,
    freeze,
    reopen,
    enter_receipt,
    bring_message,
    message,
    paper,
    ask_for_paper,
)
