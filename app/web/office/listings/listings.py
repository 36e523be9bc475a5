"""Goods that sellers have submitted: looked at, listed, or sent back."""

from litestar import Response, get, post
from litestar.response import Redirect
from msgspec.structs import asdict

from app.kit import clock, forms, i18n
from app.kit.i18n import N_
from app.listings import actions
from app.tariff.china_line import UnknownCode
from app.web import visits
from app.web.guards import reader_of
from app.web.office.listings.forms import ListingReturnForm, ListingWordsForm
from app.web.office.listings.pages import read_submitted, read_submitted_draft
from app.web.office.listings.presenter import (
    LISTINGS,
    submitted_rows,
    submitted_view,
    words_of,
)
from app.web.rendering import RowId, render, see_other
from app.web.requests import WebRequest


@get("/")
async def submitted(request: WebRequest) -> Response[str]:
    """List what waits for the office."""
    found = await read_submitted()
    return await render(request, "office/listings/listings.html", drafts=submitted_rows(found))


@get("/{draft_id:int}")
async def submitted_draft(request: WebRequest, draft_id: RowId) -> Response[str]:
    """Show what a seller says of goods, with the words to list them with."""
    return await _draft(request, draft_id)


@post("/{draft_id:int}/product")
async def list_goods(request: WebRequest, draft_id: RowId) -> Response[str] | Redirect:
    """List the goods with the words as the office leaves them."""
    form = forms.read(ListingWordsForm, await request.form())
    with form.submitting(UnknownCode):
        await actions.list_draft(draft_id, asdict(form.data), by=reader_of(request), at=clock.now())
        await visits.notify(request, "good", i18n.translate(N_("The goods are on sale.")))
        return see_other(LISTINGS)
    return await _draft(request, draft_id, words=form)


@post("/{draft_id:int}/return")
async def send_back(request: WebRequest, draft_id: RowId) -> Response[str] | Redirect:
    """Send the goods back to the seller with what must be put right."""
    form = forms.read(ListingReturnForm, await request.form())
    with form.submitting(beside="why"):
        await actions.send_back(draft_id, why=form.data.why, by=reader_of(request), at=clock.now())
        await visits.notify(request, "good", i18n.translate(N_("The seller gets a letter.")))
        return see_other(LISTINGS)
    return await _draft(request, draft_id, back=form)


async def _draft(
    request: WebRequest,
    draft_id: int,
    *,
    words: forms.Form[ListingWordsForm] | None = None,
    back: forms.Form[ListingReturnForm] | None = None,
) -> Response[str]:
    shown = await read_submitted_draft(reader_of(request), draft_id, at=clock.now())
    return await render(
        request,
        "office/listings/listing.html",
        status=(words or back or forms.empty(ListingReturnForm)).status,
        draft=submitted_view(shown),
        words=words or forms.empty(ListingWordsForm, **words_of(shown.draft)),
        back=back or forms.empty(ListingReturnForm),
    )


HANDLERS = (submitted, submitted_draft, list_goods, send_back)
