"""The desk itself: what is sold by, the emergency stop, banks' answers, the log."""

from dataclasses import dataclass, field
from typing import Final

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from app.kit import clock, forms, i18n
from app.kit.formats import number as number_words
from app.kit.i18n import N_
from app.rates.actions import importing, terms
from app.rates.banks import BANKS, UnknownBank, get_bank
from app.rates.feeds.feed import LIMIT_BYTES
from app.rates.repository import desk as seen_desk
from app.web import visits
from app.web.guards import reader_of
from app.web.office.rates.forms import BodyForm, ConfirmationForm, LiftForm, StopForm
from app.web.office.rates.pages import read_log_page
from app.web.pages import PageNumber, RowId, page, see
from app.web.presenters.rates import desk_view, imported_text, log_cells
from app.web.requests import Web
from app.web.uploads import read_upload, upload_name

DESK: Final = "/office/rates"


@dataclass(frozen=True)
class Forms:
    """The desk's forms, as they were sent or empty."""

    stop: forms.Form[StopForm] = field(default_factory=lambda: forms.empty(StopForm))
    body: forms.Form[BodyForm] = field(default_factory=lambda: forms.empty(BodyForm))


@get(["/", "/answers", "/stops"])
async def desk(request: Web) -> Response[str]:
    """Show the desk; also where a refused form stood, so that a reload shows it anew."""
    return await _desk(request, Forms())


@get("/log")
async def log(request: Web, number: PageNumber = 1) -> Response[str]:
    """Show a page of the log, newest first."""
    shown = await read_log_page(number)
    at_page = shown.number
    return await page(
        request,
        "office/rates/log.html",
        log=[log_cells(entry, country=reader_of(request).country) for entry in shown.entries],
        pager={
            "previous": f"{DESK}/log?page={at_page - 1}" if at_page > 1 else "",
            "next": f"{DESK}/log?page={at_page + 1}" if shown.has_more else "",
            "text": number_words(at_page),
        },
    )


@post("/stops")
async def stop_selling(request: Web) -> Response[str] | Redirect:
    """Halt selling in a currency at once."""
    form = forms.read(StopForm, await request.form())
    with form.submitting(beside="currency"):
        data = form.data
        await terms.stop_selling(data.currency, by=reader_of(request), at=clock.now(), why=data.why)
        text = N_("Selling in %(currency)s is stopped. A second administrator can lift it.")
        await visits.notify(request, "warning", i18n.say(text, {"currency": data.currency}))
        return see(DESK)
    return await _desk(request, Forms(stop=form))


@post("/stops/{currency:str}/lift")
async def lift_stop(request: Web, currency: FromPath[str]) -> Redirect:
    """Let selling in a currency go on; by somebody else than who stopped it."""
    data = forms.read(LiftForm, await request.form()).data
    await terms.lift_stop(currency, by=reader_of(request), at=clock.now(), why=data.why)
    text = N_("Selling in %(currency)s goes on.")
    await visits.notify(request, "good", i18n.say(text, {"currency": currency}))
    return see(DESK)


@post("/answers")
async def import_answer(request: Web) -> Response[str] | Redirect:
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
        return see(DESK)
    return await _desk(request, Forms(body=form))


@post("/held/{rate_id:int}/confirmation")
async def confirm_rate(request: Web, rate_id: RowId) -> Redirect:
    """Let a rate count that had jumped; by somebody else than who brought it."""
    data = forms.read(ConfirmationForm, await request.form()).data
    await importing.confirm_rate(rate_id, by=reader_of(request), at=clock.now(), reason=data.reason)
    text = i18n.translate(N_("The rate is confirmed. It counts from now on."))
    await visits.notify(request, "good", text)
    return see(DESK)


async def _desk(request: Web, sent: Forms) -> Response[str]:
    seen = await seen_desk.get_desk(at=clock.now())
    return await page(
        request,
        "office/rates/desk.html",
        status=max(sent.stop.status, sent.body.status),
        desk=desk_view(seen, country=reader_of(request).country),
        stop_form=sent.stop,
        body_form=sent.body,
        currencies=[(each.bank.currency, each.bank.currency) for each in seen.currencies],
        banks=[(bank.code, str(bank)) for bank in BANKS.values()],
    )


HANDLERS = (desk, log, stop_selling, lift_stop, import_answer, confirm_rate)
