"""The rates administrator's desk: one page, two forms."""

from typing import Any

from litestar import Request, Response, Router, get, post
from litestar.datastructures import UploadFile
from litestar.response import Redirect

from app.accounts import visits
from app.accounts.guards import only_rates, reader_of
from app.kit import clock, forms, words
from app.kit.pages import page, see
from app.kit.refusal import BadInput, Conflict
from app.kit.words import N_
from app.rates.actions import bringing, spreads
from app.rates.banks import BANKS, NoBank, UnknownBank
from app.rates.feeds.feed import LIMIT_BYTES
from app.rates.forms import BodyForm, SpreadForm
from app.rates.store import desk as seen_desk
from app.rates.words import desk_words, imported_words

Web = Request[Any, Any, Any]
_DESK = "/office/rates"
_NAME_LENGTH = 100


@get(["/", "/spreads", "/answers"])
async def desk(request: Web) -> Response[str]:
    """Will show the desk; also where a refused form stood, so that a reload shows it anew."""
    return await _desk(request, forms.empty(SpreadForm), forms.empty(BodyForm), status=200)


@post("/spreads")
async def set_spread(request: Web) -> Response[str] | Redirect:
    """Will set a spread from this instant on."""
    form = forms.read(SpreadForm, await request.form())
    reader = reader_of(request)
    try:
        data = form.data
        await spreads.set_spread(
            data.currency, data.percent, by=reader, at=clock.now(), reason=data.reason
        )
    except BadInput as refusal:
        form.refuse(str(refusal.fields["field"]), refusal)
    except NoBank as refusal:
        form.refuse("currency", refusal)
    except forms.FormRefused:
        pass
    else:
        text = words.translate(N_("The spread is set. It holds from now on."))
        await visits.notify(request, "good", text)
        return see(_DESK)
    return await _desk(request, form, forms.empty(BodyForm), status=422)


@post("/answers")
async def import_answer(request: Web) -> Response[str] | Redirect:
    """Will import a bank's answer from a file."""
    sent = await request.form()
    form = forms.read(BodyForm, sent)
    body = await _sent_file(sent.get("body"))
    if not body:
        form.refuse("body", words.translate(N_("Choose the file with the bank's answer.")))
    try:
        imported = await bringing.import_body(
            form.data.bank,
            body,
            source=_file_name(sent.get("body")),
            at=clock.now(),
            by=reader_of(request),
        )
    except (BadInput, Conflict) as refusal:
        form.refuse("body", refusal)
    except UnknownBank as refusal:
        form.refuse("bank", refusal)
    except forms.FormRefused:
        pass
    else:
        await visits.notify(request, "good", imported_words(imported))
        return see(_DESK)
    return await _desk(request, forms.empty(SpreadForm), form, status=422)


async def _sent_file(sent: object) -> bytes:
    """Will read the file no further than is needed to refuse one that is too large."""
    return await sent.read(LIMIT_BYTES + 1) if isinstance(sent, UploadFile) else b""


def _file_name(sent: object) -> str:
    """Will give the name as the browser sent it, without what cannot be shown or kept."""
    name = sent.filename if isinstance(sent, UploadFile) else ""
    return "".join(letter for letter in name if letter.isprintable())[:_NAME_LENGTH]


async def _desk(
    request: Web,
    spread_form: forms.Form[SpreadForm],
    body_form: forms.Form[BodyForm],
    *,
    status: int,
) -> Response[str]:
    seen = await seen_desk.get_desk(at=clock.now())
    return await page(
        request,
        "pages/rates/desk.html",
        status=status,
        desk=desk_words(seen, country=reader_of(request).country),
        spread_form=spread_form,
        body_form=body_form,
        currencies=[(bank.currency, bank.currency) for bank in BANKS.values()],
        banks=[(bank.code, str(bank)) for bank in BANKS.values()],
    )


router = Router(
    path=_DESK,
    guards=[only_rates],
    route_handlers=[desk, set_spread, import_answer],
)
