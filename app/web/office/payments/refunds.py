"""Refunds: entered under the bank's number of the transfer, listed with their FX difference."""

from typing import Final

from litestar import Response, get, post
from litestar.response import Redirect

from app.kit import clock, forms, i18n
from app.kit.formats import money
from app.kit.i18n import N_
from app.kit.listing import KeyPage, ListForm
from app.kit.refusal import NotFound
from app.payments import actions, repository
from app.payments.refund import RefundEntry
from app.web import visits
from app.web.guards import reader_of
from app.web.listing import asked, list_view
from app.web.office.payments.forms import RefundForm
from app.web.presenters.refunds import refund_cells
from app.web.rendering import render, see_other
from app.web.requests import WebRequest

Fields = forms.Form[RefundForm]
_DESK: Final = "/office/payments/refunds"


@get("/refunds")
async def desk(request: WebRequest) -> Response[str]:
    """Show refunds and the form of another."""
    return await _page(request, forms.empty(RefundForm))


@post("/refunds")
async def refund(request: WebRequest) -> Response[str] | Redirect:
    """Book a refund."""
    form = forms.read(RefundForm, await request.form())
    with form.submitting(NotFound):
        booked = await actions.refund(_requested(form.data), by=reader_of(request), at=clock.now())
        text = N_("%(amount)s of order %(number)s is refunded; FX difference %(difference)s.")
        fields: dict[str, object] = {
            "amount": money(booked.amount),
            "number": booked.order_number,
            "difference": money(booked.fx_difference),
        }
        await visits.notify(request, "good", i18n.say(text, fields))
        return see_other(_DESK)
    return await _page(request, form)


def _requested(data: RefundForm) -> actions.RefundRequest:
    return actions.RefundRequest(
        order_number=data.order,
        position=data.position,
        quantity=data.quantity,
        bank_reference=data.bank_reference,
        why=data.why,
    )


async def _page(request: WebRequest, form: Fields) -> Response[str]:
    chosen = forms.read(ListForm, request.query_params)
    page: KeyPage[RefundEntry] = KeyPage()
    with chosen.submitting():
        page = await repository.refund_page(asked(chosen.data))
    return await render(
        request,
        "office/payments/refunds.html",
        status=max(form.status, chosen.status),
        form=form,
        refused=chosen.sentences,
        listing=list_view(_DESK, chosen.values, page),
        refunds=[refund_cells(each) for each in page.items],
    )


HANDLERS = (desk, refund)
