"""The rates desk: rates and terms in force, stops, banks' answers, the log."""

from dataclasses import dataclass, field
from typing import Final

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from app.kit import clock, forms, i18n
from app.kit.i18n import N_, text_of
from app.kit.listing import KeyPage, ListForm
from app.rates.actions import importing, terms
from app.rates.banks import BANKS, UnknownBank, get_bank
from app.rates.feeds.feed import LIMIT_BYTES
from app.rates.log import LogEntry
from app.rates.repository import desk as repository
from app.rates.repository.drafts import log_page
from app.web import visits
from app.web.guards import reader_of
from app.web.listing import asked, list_view
from app.web.office.rates.forms import BodyForm, ConfirmationForm, LiftForm, StopForm
from app.web.presenters.rates import desk_view, imported_text, log_cells
from app.web.rendering import RowId, render, see_other
from app.web.requests import WebRequest
from app.web.uploads import read_upload, upload_name

DESK: Final = "/office/rates"


@dataclass(frozen=True)
class DeskForms:
    """The desk's forms, as submitted or empty."""

    stop: forms.Form[StopForm] = field(default_factory=lambda: forms.empty(StopForm))
    body: forms.Form[BodyForm] = field(default_factory=lambda: forms.empty(BodyForm))


@get(["/", "/answers", "/stops"])
async def desk(request: WebRequest) -> Response[str]:
    """Show the desk, also when a refused form is reloaded."""
    return await _desk(request, DeskForms())


@get("/log")
async def log(request: WebRequest) -> Response[str]:
    """Show a page of the log, newest first."""
    form = forms.read(ListForm, request.query_params)
    page: KeyPage[LogEntry] = KeyPage()
    with form.submitting():
        page = await log_page(asked(form.data))
    return await render(
        request,
        "office/rates/log.html",
        status=form.status,
        refused=form.sentences,
        log=[log_cells(entry, country=reader_of(request).country) for entry in page.items],
        listing=list_view(f"{DESK}/log", form.values, page),
    )


@post("/stops")
async def stop_selling(request: WebRequest) -> Response[str] | Redirect:
    """Stop selling in a currency at once."""
    form = forms.read(StopForm, await request.form())
    with form.submitting(beside="currency"):
        data = form.data
        await terms.stop_selling(data.currency, by=reader_of(request), at=clock.now(), why=data.why)
        text = N_("Selling in %(currency)s is stopped. A second administrator can lift it.")
        await visits.notify(request, "warning", i18n.say(text, {"currency": data.currency}))
        return see_other(DESK)
    return await _desk(request, DeskForms(stop=form))


@post("/stops/{currency:str}/lift")
async def lift_stop(request: WebRequest, currency: FromPath[str]) -> Redirect:
    """Lift a stop; somebody else than who set it must do so."""
    data = forms.read(LiftForm, await request.form()).data
    await terms.lift_stop(currency, by=reader_of(request), at=clock.now(), why=data.why)
    text = N_("Selling in %(currency)s goes on.")
    await visits.notify(request, "good", i18n.say(text, {"currency": currency}))
    return see_other(DESK)


@post("/answers")
async def import_answer(request: WebRequest) -> Response[str] | Redirect:
    """Import a bank's answer from a file."""
    sent = await request.form()
    form = forms.read(BodyForm, sent)
    body = await read_upload(sent.get("body"), limit=LIMIT_BYTES)
    if not body:
        form.refuse("body", i18n.translate(N_("Choose the file with the bank's answer.")))
    with form.submitting(UnknownBank, beside="body"):
        brought = importing.RateSubmission(
            source=upload_name(sent.get("body")),
            at=clock.now(),
            by=reader_of(request),
            missing_because=form.data.missing_because,
        )
        imported = await importing.take(get_bank(form.data.bank), body, brought)
        await visits.notify(request, "good", imported_text(imported))
        return see_other(DESK)
    return await _desk(request, DeskForms(body=form))


@post("/held/{rate_id:int}/confirmation")
async def confirm_rate(request: WebRequest, rate_id: RowId) -> Redirect:
    """Confirm a rate that jumped; somebody else than who imported it must do so."""
    data = forms.read(ConfirmationForm, await request.form()).data
    await importing.confirm_rate(rate_id, by=reader_of(request), at=clock.now(), reason=data.reason)
    text = i18n.translate(N_("The rate is confirmed. It counts from now on."))
    await visits.notify(request, "good", text)
    return see_other(DESK)


async def _desk(request: WebRequest, page_forms: DeskForms) -> Response[str]:
    shown = await repository.get_desk(at=clock.now())
    return await render(
        request,
        "office/rates/desk.html",
        status=max(page_forms.stop.status, page_forms.body.status),
        desk=desk_view(shown, country=reader_of(request).country),
        stop_form=page_forms.stop,
        body_form=page_forms.body,
        currencies=[(each.bank.currency, each.bank.currency) for each in shown.currencies],
        banks=[(bank.code, text_of(bank.names)) for bank in BANKS.values()],
    )


HANDLERS = (desk, log, stop_selling, lift_stop, import_answer, confirm_rate)
