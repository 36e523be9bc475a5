"""Unpaid proformas, and entering payments."""

from typing import Final

from litestar import Response, get, post
from litestar.params import FromQuery
from litestar.response import Redirect

from app.countries.repository import list_currencies_now
from app.kit import clock, forms, i18n
from app.kit.i18n import N_
from app.kit.listing import KeyPage, ListForm
from app.payments import actions, repository
from app.payments.proforma import NoSuchReference, Proforma, Received
from app.web import visits
from app.web.guards import reader_of
from app.web.listing import asked, list_view
from app.web.office.payments.forms import PaymentForm
from app.web.presenters.payments import unpaid_rows
from app.web.rendering import render, see_other
from app.web.requests import WebRequest

_DESK: Final = "/office/payments"


@get("/")
async def desk(request: WebRequest, reference: FromQuery[str] = "") -> Response[str]:
    """Show unpaid proformas and the form of a payment."""
    today = clock.day_at(clock.now()).isoformat()
    form = forms.empty(PaymentForm, reference=reference, received_on=today)
    return await _desk(request, form)


@post("/")
async def enter_payment(request: WebRequest) -> Response[str] | Redirect:
    """Enter a payment, which makes its order paid."""
    form = forms.read(PaymentForm, await request.form())
    with form.submitting(NoSuchReference):
        order = await actions.enter_payment(
            _received(form.data), by=reader_of(request), at=clock.now()
        )
        text = i18n.say(N_("Order %(number)s is paid."), {"number": order.number})
        await visits.notify(request, "good", text)
        return see_other(_DESK)
    return await _desk(request, form)


def _received(data: PaymentForm) -> Received:
    return Received(
        reference=data.reference,
        amount=data.amount,
        currency=data.currency,
        received_on=data.received_on,
        bank_reference=data.bank_reference,
    )


async def _desk(request: WebRequest, form: forms.Form[PaymentForm]) -> Response[str]:
    chosen = forms.read(ListForm, request.query_params)
    page: KeyPage[Proforma] = KeyPage()
    with chosen.submitting():
        page = await repository.list_unpaid(chosen.data.q, asked(chosen.data))
    return await render(
        request,
        "office/payments/payments.html",
        status=max(form.status, chosen.status),
        form=form,
        chosen=chosen,
        listing=list_view(_DESK, chosen.values, page),
        unpaid=unpaid_rows(page.items),
        currencies=[(code, code) for code in list_currencies_now()],
        today=clock.day_at(clock.now()).isoformat(),
    )


HANDLERS = (desk, enter_payment)
