"""The desk itself: what is sold by, the emergency stop, banks' answers, the log."""

from dataclasses import dataclass, field
from typing import Final

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from app.kit import clock, forms, words
from app.kit.formats import number as number_words
from app.kit.refusal import BadInput, Conflict
from app.kit.words import N_
from app.rates.actions import bringing, terms
from app.rates.banks import BANKS, NoBank, UnknownBank, get_bank
from app.rates.feeds.feed import LIMIT_BYTES
from app.rates.stop import StoppedAlready
from app.rates.store import desk as seen_desk
from app.rates.store import drafts
from app.web import visits
from app.web.guards import reader_of
from app.web.office.rates.forms import BodyForm, ConfirmationForm, LiftForm, StopForm
from app.web.pages import PageNumber, RowId, page, see
from app.web.presenters.rates import desk_words, imported_words, log_cells
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
    """Will show the desk; also where a refused form stood, so that a reload shows it anew."""
    return await _desk(request, Forms(), status=200)


@get("/log")
async def log(request: Web, number: PageNumber = 1) -> Response[str]:
    """Will show a page of the log, newest first."""
    at_page = max(number, 1)
    entries = await drafts.list_log(page=at_page)
    more = await drafts.count_log() > at_page * drafts.LOG_PAGE
    return await page(
        request,
        "office/rates/log.html",
        log=[log_cells(entry, country=reader_of(request).country) for entry in entries],
        pager={
            "previous": f"{DESK}/log?page={at_page - 1}" if at_page > 1 else "",
            "next": f"{DESK}/log?page={at_page + 1}" if more else "",
            "text": number_words(at_page),
        },
    )


@post("/stops")
async def stop_selling(request: Web) -> Response[str] | Redirect:
    """Will halt selling in a currency at once."""
    form = forms.read(StopForm, await request.form())
    try:
        data = form.data
        await terms.stop_selling(data.currency, by=reader_of(request), at=clock.now(), why=data.why)
    except (NoBank, StoppedAlready) as refusal:
        form.refuse("currency", refusal)
    except forms.FormRefused:
        pass
    else:
        text = N_("Selling in %(currency)s is stopped. A second administrator can lift it.")
        await visits.notify(request, "warning", words.say(text, {"currency": data.currency}))
        return see(DESK)
    return await _desk(request, Forms(stop=form), status=422)


@post("/stops/{currency:str}/lift")
async def lift_stop(request: Web, currency: FromPath[str]) -> Redirect:
    """Will let selling in a currency go on; by somebody else than who stopped it."""
    data = forms.read(LiftForm, await request.form()).data
    await terms.lift_stop(currency, by=reader_of(request), at=clock.now(), why=data.why)
    text = N_("Selling in %(currency)s goes on.")
    await visits.notify(request, "good", words.say(text, {"currency": currency}))
    return see(DESK)


@post("/answers")
async def import_answer(request: Web) -> Response[str] | Redirect:
    """Will import a bank's answer from a file."""
    sent = await request.form()
    form = forms.read(BodyForm, sent)
    body = await read_upload(sent.get("body"), limit=LIMIT_BYTES)
    if not body:
        form.refuse("body", words.translate(N_("Choose the file with the bank's answer.")))
    try:
        brought = bringing.Brought(
            source=upload_name(sent.get("body")),
            at=clock.now(),
            by=reader_of(request),
            missing_because=form.data.missing_because,
        )
        imported = await bringing.take(get_bank(form.data.bank), body, brought)
    except (BadInput, Conflict) as refusal:
        form.refuse("body", refusal)
    except UnknownBank as refusal:
        form.refuse("bank", refusal)
    except forms.FormRefused:
        pass
    else:
        await visits.notify(request, "good", imported_words(imported))
        return see(DESK)
    return await _desk(request, Forms(body=form), status=422)


@post("/held/{rate_id:int}/confirmation")
async def confirm_rate(request: Web, rate_id: RowId) -> Redirect:
    """Will let a rate count that had jumped; by somebody else than who brought it."""
    data = forms.read(ConfirmationForm, await request.form()).data
    await bringing.confirm_rate(rate_id, by=reader_of(request), at=clock.now(), reason=data.reason)
    text = words.translate(N_("The rate is confirmed. It counts from now on."))
    await visits.notify(request, "good", text)
    return see(DESK)


async def _desk(request: Web, sent: Forms, *, status: int) -> Response[str]:
    seen = await seen_desk.get_desk(at=clock.now())
    return await page(
        request,
        "office/rates/desk.html",
        status=status,
        desk=desk_words(seen, country=reader_of(request).country),
        stop_form=sent.stop,
        body_form=sent.body,
        currencies=[(each.bank.currency, each.bank.currency) for each in seen.currencies],
        banks=[(bank.code, str(bank)) for bank in BANKS.values()],
    )


HANDLERS = (desk, log, stop_selling, lift_stop, import_answer, confirm_rate)
