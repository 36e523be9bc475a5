"""A draft's page: what it changes, what it would do, and the second person's word."""

from typing import Final

from litestar import Response, get, post
from litestar.response import Redirect

from app.kit import clock, forms, words
from app.kit.refusal import BadInput, Conflict, Refusal
from app.kit.words import N_
from app.rates.actions.terms import find_terms, withdraw_draft
from app.rates.draft import Draft, DraftState
from app.rates.objections import Objection
from app.rates.store import drafts
from app.rehearsals import actions, store
from app.web import visits
from app.web.guards import reader_of
from app.web.office.rates.draft_forms import PublicationForm, WithdrawalForm
from app.web.office.rates.draft_presenter import draft_words
from app.web.pages import RowId, page, see
from app.web.requests import Web

_DRAFTS: Final = "/office/rates/drafts"
_OPEN: Final = frozenset({DraftState.DRAFTED, DraftState.REHEARSED})


@get("/drafts/{draft_id:int}")
async def draft_page(request: Web, draft_id: RowId) -> Response[str]:
    """Will show a draft: its figures beside those in force, and the latest rehearsal."""
    return await _page(request, draft_id, forms.empty(PublicationForm), status=200)


@get(
    [
        "/drafts/{draft_id:int}/publication",
        "/drafts/{draft_id:int}/rehearsals",
        "/drafts/{draft_id:int}/withdrawal",
    ]
)
async def back_to_draft(draft_id: RowId) -> Redirect:
    """Will show the draft to who reloads a form that was refused."""
    return see(f"{_DRAFTS}/{draft_id}")


@post("/drafts/{draft_id:int}/rehearsals")
async def rehearse(request: Web, draft_id: RowId) -> Response[str] | Redirect:
    """Will foretell what the draft would do to everything open."""
    form = forms.empty(PublicationForm)
    try:
        await actions.rehearse_draft(draft_id, by=reader_of(request), at=clock.now())
    except BadInput as refusal:
        form.refuse("", refusal)
        return await _page(request, draft_id, form, status=422)
    return see(f"{_DRAFTS}/{draft_id}")


@post("/drafts/{draft_id:int}/publication")
async def publish(request: Web, draft_id: RowId) -> Response[str] | Redirect:
    """Will put the draft in force, by somebody else than its maker."""
    form = forms.read(PublicationForm, await request.form())
    try:
        await actions.publish_draft(
            draft_id,
            seal=form.data.seal,
            by=reader_of(request),
            at=clock.now(),
            reason=form.data.reason,
        )
    except forms.FormRefused:
        return await _page(request, draft_id, form, status=422)
    except (BadInput, Conflict) as refusal:
        form.refuse(_field_of(refusal), refusal)
        status = 409 if isinstance(refusal, Conflict) else 422
        return await _page(request, draft_id, form, status=status)
    await visits.notify(request, "good", words.translate(N_("The terms are published.")))
    return see(f"{_DRAFTS}/{draft_id}")


def _field_of(refusal: Refusal) -> str:
    return "reason" if refusal.fields.get("field") == "reason" else ""


@post("/drafts/{draft_id:int}/withdrawal")
async def withdraw(request: Web, draft_id: RowId) -> Redirect:
    """Will give the draft up."""
    data = forms.read(WithdrawalForm, await request.form()).data
    await withdraw_draft(draft_id, by=reader_of(request), at=clock.now(), why=data.why)
    await visits.notify(request, "info", words.translate(N_("The draft is withdrawn.")))
    return see("/office/rates")


async def _page(
    request: Web, draft_id: int, form: forms.Form[PublicationForm], *, status: int
) -> Response[str]:
    reader, at = reader_of(request), clock.now()
    draft = await drafts.get_draft(draft_id)
    shown = draft_words(
        draft,
        await find_terms(draft.currency, at),
        objections=await _objections(draft),
        rehearsed=await store.list_rehearsals(draft.id),
        reader=(reader.person_id, reader.country),
    )
    return await page(request, "office/rates/draft.html", status=status, draft=shown, form=form)


async def _objections(draft: Draft) -> tuple[Objection, ...]:
    """Will name what stands against a draft that is still open, as far as it can be known."""
    if draft.state not in _OPEN:
        return ()
    try:
        return await actions.get_objections(draft, at=clock.now())
    except Refusal as refusal:
        return (Objection(refusal.sentence, refusal.fields),)


HANDLERS = (draft_page, back_to_draft, rehearse, publish, withdraw)
