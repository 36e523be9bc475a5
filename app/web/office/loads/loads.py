"""The declarant's pages: freezing loads, customs' answers, papers."""

from dataclasses import dataclass, field
from typing import Final

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from app.declarations.actions import freezing, receipts
from app.declarations.actions.inbox import IncomingMessage, take_message
from app.declarations.repository import inbox
from app.documents import actions
from app.documents.issuing import papers_due
from app.kit import clock, forms, i18n
from app.kit.i18n import N_
from app.kit.refusal import NotFound
from app.warehouse.load import LOAD_STATES, LoadState
from app.web import visits
from app.web.files import download, paper_response
from app.web.guards import reader_of
from app.web.listing import asked, list_view
from app.web.office.loads.forms import (
    CustomsReceiptForm,
    LoadListForm,
    MessageForm,
    PaperForm,
    ReopeningForm,
)
from app.web.office.loads.pages import (
    LoadsPage,
    read_declarants_paper,
    read_load_page,
    read_loads_page,
)
from app.web.office.loads.presenter import declaration_option, paper_request_views, section_view
from app.web.presenters.declarations import (
    channel_options,
    failed_paper_view,
    message_view,
    paper_view,
)
from app.web.presenters.warehouse import load_view
from app.web.rendering import RowId, render, see_other
from app.web.requests import WebRequest
from app.web.uploads import read_upload, upload_name
from customs.china.receipt import CustomsReceipt

DESK: Final = "/office/loads"
_MESSAGE_BYTES: Final = 1_000_000
_ENTERED: Final = N_("The answer for declaration %(number)s is entered.")


def _empty_receipt() -> forms.Form[CustomsReceiptForm]:
    noticed = clock.now().astimezone(clock.WAREHOUSE_ZONE)
    return forms.empty(CustomsReceiptForm, noticed_at=f"{noticed:%Y-%m-%dT%H:%M}")


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadForms:
    """The forms of the load's page: empty, but for the one that was submitted."""

    button: forms.AnyForm = field(default_factory=forms.AnyForm)
    """Of a button, which shows no fields."""
    reopening: forms.Form[ReopeningForm] = field(default_factory=lambda: forms.empty(ReopeningForm))
    receipt: forms.Form[CustomsReceiptForm] = field(default_factory=_empty_receipt)
    message: forms.Form[MessageForm] = field(default_factory=lambda: forms.empty(MessageForm))

    @property
    def status(self) -> int:
        """The status of the page: that of the submitted form."""
        sent = (self.button, self.reopening, self.receipt, self.message)
        return max(form.status for form in sent)

    @property
    def above(self) -> list[str]:
        """Errors shown above the page, whose form may be gone with the load's new state."""
        return [*self.button.sentences, *self.reopening.errors.get("", [])]


@get("/")
async def desk(request: WebRequest) -> Response[str]:
    """List the loads that are looked for, newest first, a page at a time."""
    form, shown = forms.read(LoadListForm, request.query_params), LoadsPage()
    with form.submitting():
        shown = await read_loads_page(form.data.q, form.data.state, asked(form.data))
    return await render(
        request,
        "office/loads/loads.html",
        status=form.status,
        form=form,
        listing=list_view(DESK, form.values, shown.page),
        states=[(each.value, i18n.translate(name)) for each, name in LOAD_STATES.names.items()],
        loads=[load_view(each, shown.totals[each.id], desk=DESK) for each in shown.page.items],
        unread=[message_view(each, desk=DESK) for each in shown.unread],
    )


@get("/{number:str}")
async def load_page(request: WebRequest, number: FromPath[str]) -> Response[str]:
    """Show a load, its declarations and its papers."""
    return await _load(request, number, LoadForms())


@post("/{number:str}/snapshot")
async def freeze(request: WebRequest, number: FromPath[str]) -> Response[str] | Redirect:
    """Freeze the load."""
    page_forms = LoadForms()
    with page_forms.button.submitting():
        await freezing.freeze_load(number, by=reader_of(request), at=clock.now(), due=papers_due)
        text = N_("Load %(number)s is frozen. Its papers are being made.")
        return await _done(request, number, text)
    return await _load(request, number, page_forms)


@post("/{number:str}/reopening")
async def reopen(request: WebRequest, number: FromPath[str]) -> Response[str] | Redirect:
    """Open a frozen load again."""
    form = forms.read(ReopeningForm, await request.form())
    with form.submitting():
        await freezing.reopen_load(number, by=reader_of(request), at=clock.now(), why=form.data.why)
        return await _done(request, number, N_("Load %(number)s is open again."))
    return await _load(request, number, LoadForms(reopening=form))


@post("/{number:str}/receipts")
async def enter_receipt(request: WebRequest, number: FromPath[str]) -> Response[str] | Redirect:
    """Enter an answer of customs."""
    form = forms.read(CustomsReceiptForm, await request.form())
    with form.submitting():
        answered = form.data.declaration
        await receipts.enter_receipt(
            answered, _receipt(form.data), by=reader_of(request), at=clock.now()
        )
        return await _done(request, number, _ENTERED, declaration=answered)
    return await _load(request, number, LoadForms(receipt=form))


@post("/{number:str}/messages")
async def bring_message(request: WebRequest, number: FromPath[str]) -> Response[str] | Redirect:
    """Save a file of the Single Window, and move the declaration that it answers."""
    sent = await request.form()
    form = forms.read(MessageForm, sent)
    body = await read_upload(sent.get("body"), limit=_MESSAGE_BYTES)
    if not body or len(body) > _MESSAGE_BYTES:
        form.refuse("body", i18n.translate(N_("Choose the file: not empty, and of 1 MB at most.")))
    with form.submitting(NotFound, beside="body"):
        brought = IncomingMessage(
            body=body,
            file_name=upload_name(sent.get("body")),
            by=reader_of(request),
            at=clock.now(),
            declaration=form.data.answers,
        )
        return await _done(request, number, _ENTERED, declaration=await take_message(brought))
    return await _load(request, number, LoadForms(message=form))


@get("/messages/{message_id:int}")
async def message(request: WebRequest, message_id: RowId) -> Response[bytes]:
    """Return a saved file as it came."""
    reader_of(request)
    _, body = await inbox.get_message(message_id)
    return download(body, name=f"{message_id}.xml", media_type="application/octet-stream")


@get("/{number:str}/papers/{file_name:str}")
async def paper(
    request: WebRequest, number: FromPath[str], file_name: FromPath[str]
) -> Response[bytes]:
    """Return one paper of the load."""
    reader_of(request)
    return paper_response(await read_declarants_paper(number, file_name))


@post("/{number:str}/papers")
async def ask_for_paper(request: WebRequest, number: FromPath[str]) -> Response[str] | Redirect:
    """Have a paper made now that failed, or that was not due at the freeze."""
    form = forms.read(PaperForm, await request.form())
    with form.submitting():
        data = form.data
        await actions.ask_for_paper(number, data.declaration, data.kind, at=clock.now())
        return await _done(request, number, N_("The paper of load %(number)s is being made."))
    return await _load(request, number, LoadForms(button=form))


def _receipt(data: CustomsReceiptForm) -> CustomsReceipt:
    return CustomsReceipt(
        channel=data.channel,
        noticed_at=data.noticed_at.replace(tzinfo=clock.WAREHOUSE_ZONE),
        entry_number=data.entry_number,
        note=data.note,
    )


async def _done(
    request: WebRequest, number: str, sentence: str, *, declaration: str = ""
) -> Redirect:
    """Notify the reader of what was done, and show the load."""
    text = i18n.say(sentence, {"number": declaration or number})
    await visits.notify(request, "good", text)
    return see_other(f"{DESK}/{number}")


async def _load(request: WebRequest, number: str, page_forms: LoadForms) -> Response[str]:
    shown = await read_load_page(number)
    failed = [failed_paper_view(*each) for each in shown.lacking]
    home = f"{DESK}/{number}"
    country = reader_of(request).country
    return await render(
        request,
        "office/loads/load.html",
        status=page_forms.status,
        refused=page_forms.above,
        load=load_view(shown.load, shown.totals, desk=DESK),
        is_open=shown.load.state is LoadState.OPEN,
        is_frozen=shown.load.state is LoadState.FROZEN,
        aboard=shown.aboard,
        declarations=[section_view(each) for each in shown.declarations],
        receipt=page_forms.receipt,
        message=page_forms.message,
        choices=[declaration_option(each) for each in shown.declarations],
        papers=[paper_view(each, home=home, country=country) for each in shown.issued],
        papers_due=failed.count(None),
        failed=[each for each in failed if each],
        to_ask_for=[label for each in shown.declarations for label in paper_request_views(each)],
        reopening=page_forms.reopening,
        channels=channel_options(),
    )


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
