"""Deliveries that the seller announces: which batches come, and when."""

from litestar import Response, get, post
from litestar.response import Redirect

from app.kit import clock, forms, i18n
from app.kit.i18n import N_
from app.kit.refusal import Conflict
from app.kit.texts import refusal_text
from app.stock import actions
from app.web import visits
from app.web.guards import reader_of
from app.web.rendering import RowId, render, see_other
from app.web.requests import WebRequest
from app.web.seller.addresses import DELIVERIES
from app.web.seller.forms import AnnouncementForm
from app.web.seller.pages import read_deliveries
from app.web.seller.presenter import announced_rows, product_options


@get("/deliveries")
async def deliveries(request: WebRequest) -> Response[str]:
    """List the announced batches, and show the form of another."""
    return await _deliveries(request, forms.empty(AnnouncementForm))


@post("/deliveries")
async def announce(request: WebRequest) -> Response[str] | Redirect:
    """Announce a batch."""
    form = forms.read(AnnouncementForm, await request.form())
    with form.submitting(beside="batch"):
        await actions.announce_lot(form.data.announcement(), by=reader_of(request), at=clock.now())
        await visits.notify(request, "good", i18n.translate(N_("The warehouse expects it.")))
        return see_other(DELIVERIES)
    return await _deliveries(request, form)


@post("/deliveries/{announcement_id:int}/withdrawal")
async def withdraw(request: WebRequest, announcement_id: RowId) -> Redirect:
    """Withdraw an announced batch of which nothing has come."""
    try:
        await actions.withdraw_announcement(announcement_id, by=reader_of(request))
    except Conflict as refusal:
        await visits.notify(request, "warning", refusal_text(refusal))
    return see_other(DELIVERIES)


async def _deliveries(request: WebRequest, form: forms.Form[AnnouncementForm]) -> Response[str]:
    shown = await read_deliveries(reader_of(request))
    return await render(
        request,
        "seller/deliveries.html",
        status=form.status,
        form=form,
        products=product_options(shown),
        announced=announced_rows(shown),
    )


HANDLERS = (deliveries, announce, withdraw)
