"""A draft of terms: its changes, its rehearsal, and its publication."""

from typing import Final

from litestar import Response, get, post
from litestar.response import Redirect

from app.kit import clock, forms, i18n
from app.kit.i18n import N_
from app.rates.actions.terms import withdraw_draft
from app.rehearsals import actions
from app.web import visits
from app.web.guards import reader_of
from app.web.office.rates.draft_forms import PublicationForm, WithdrawalForm
from app.web.office.rates.draft_presenter import draft_view
from app.web.office.rates.pages import read_draft_page
from app.web.rendering import RowId, render, see_other
from app.web.requests import WebRequest

_DRAFTS: Final = "/office/rates/drafts"


@get("/drafts/{draft_id:int}")
async def draft_page(request: WebRequest, draft_id: RowId) -> Response[str]:
    """Show a draft: its figures beside those in force, and the latest rehearsal."""
    return await _page(request, draft_id, forms.empty(PublicationForm))


@get(
    [
        "/drafts/{draft_id:int}/publication",
        "/drafts/{draft_id:int}/rehearsals",
        "/drafts/{draft_id:int}/withdrawal",
    ]
)
async def back_to_draft(draft_id: RowId) -> Redirect:
    """Redirect to the draft when a refused form is reloaded."""
    return see_other(f"{_DRAFTS}/{draft_id}")


@post("/drafts/{draft_id:int}/rehearsals")
async def rehearse(request: WebRequest, draft_id: RowId) -> Response[str] | Redirect:
    """Rehearse what the draft would do to everything open."""
    form = forms.empty(PublicationForm)
    with form.submitting():
        await actions.rehearse_draft(draft_id, by=reader_of(request), at=clock.now())
        return see_other(f"{_DRAFTS}/{draft_id}")
    return await _page(request, draft_id, form)


@post("/drafts/{draft_id:int}/publication")
async def publish(request: WebRequest, draft_id: RowId) -> Response[str] | Redirect:
    """Publish the draft; somebody else than who drafted it must do so."""
    form = forms.read(PublicationForm, await request.form())
    with form.submitting():
        await actions.publish_draft(
            draft_id,
            seal=form.data.seal,
            by=reader_of(request),
            at=clock.now(),
            reason=form.data.reason,
        )
        await visits.notify(request, "good", i18n.translate(N_("The terms are published.")))
        return see_other(f"{_DRAFTS}/{draft_id}")
    return await _page(request, draft_id, form)


@post("/drafts/{draft_id:int}/withdrawal")
async def withdraw(request: WebRequest, draft_id: RowId) -> Redirect:
    """Withdraw the draft."""
    data = forms.read(WithdrawalForm, await request.form()).data
    await withdraw_draft(draft_id, by=reader_of(request), at=clock.now(), why=data.why)
    await visits.notify(request, "info", i18n.translate(N_("The draft is withdrawn.")))
    return see_other("/office/rates")


async def _page(
    request: WebRequest, draft_id: int, form: forms.Form[PublicationForm]
) -> Response[str]:
    reader = reader_of(request)
    shown = draft_view(
        await read_draft_page(draft_id, at=clock.now()), reader=(reader.person_id, reader.country)
    )
    return await render(
        request, "office/rates/draft.html", status=form.status, draft=shown, form=form
    )


HANDLERS = (draft_page, back_to_draft, rehearse, publish, withdraw)
