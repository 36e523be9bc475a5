"""Drafts of goods: begun, looked at, submitted."""

from litestar import Response, get, post
from litestar.response import Redirect

from app.kit import clock, forms, i18n
from app.kit.i18n import N_
from app.kit.texts import refusal_text
from app.listings import actions
from app.listings.draft import ListingLacks
from app.web import visits
from app.web.guards import reader_of
from app.web.rendering import RowId, render, see_other
from app.web.requests import WebRequest
from app.web.seller.addresses import LISTINGS
from app.web.seller.listings.forms import CopyForm
from app.web.seller.listings.pages import read_draft, read_drafts
from app.web.seller.listings.presenter import draft_rows, draft_view


@get("/listings")
async def drafts(request: WebRequest) -> Response[str]:
    """List the company's drafts that are not listed yet."""
    found = await read_drafts(reader_of(request), at=clock.now())
    return await render(request, "seller/listings.html", drafts=draft_rows(found))


@post("/listings")
async def begin_draft(request: WebRequest) -> Redirect:
    """Begin an empty draft."""
    draft_id = await actions.begin_draft(by=reader_of(request), at=clock.now())
    return see_other(f"{LISTINGS}/{draft_id}/steps/words")


@post("/listings/copies")
async def copy_goods(request: WebRequest) -> Redirect:
    """Begin a draft of goods that differ a little from a product of the company."""
    form = forms.read(CopyForm, await request.form())
    draft_id = await actions.copy_product(form.data.sku, by=reader_of(request), at=clock.now())
    return see_other(f"{LISTINGS}/{draft_id}/steps/packing")


@get("/listings/{draft_id:int}")
async def draft(request: WebRequest, draft_id: RowId) -> Response[str]:
    """Show a draft: its steps, what it lacks, and how buyers would see it."""
    return await _draft(request, draft_id, refusal="", status=200)


@post("/listings/{draft_id:int}/submission")
async def submit_draft(request: WebRequest, draft_id: RowId) -> Response[str] | Redirect:
    """Give a draft to the office."""
    try:
        await actions.submit_draft(draft_id, by=reader_of(request), at=clock.now())
    except ListingLacks as lacks:
        return await _draft(request, draft_id, refusal=refusal_text(lacks), status=422)
    await visits.notify(request, "good", i18n.translate(N_("The office has it now.")))
    return see_other(f"{LISTINGS}/{draft_id}")


async def _draft(request: WebRequest, draft_id: int, *, refusal: str, status: int) -> Response[str]:
    shown = await read_draft(reader_of(request), draft_id, at=clock.now())
    return await render(
        request, "seller/listing.html", status=status, draft=draft_view(shown), refusal=refusal
    )


HANDLERS = (drafts, begin_draft, copy_goods, draft, submit_draft)
