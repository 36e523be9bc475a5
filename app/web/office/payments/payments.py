"""Where payments come in."""

from typing import Final

from litestar import Response, get, post
from litestar.params import FromQuery
from litestar.response import Redirect

from app.countries.store import list_currencies_now
from app.kit import clock, forms, words
from app.kit.refusal import Conflict, Refusal
from app.kit.words import N_
from app.payments import actions, store
from app.payments.proforma import Received
from app.web import visits
from app.web.guards import reader_of
from app.web.office.payments.forms import PaymentForm
from app.web.pages import page, see
from app.web.presenters.payments import (
    unpaid_words,
)
from app.web.requests import Web

_DESK: Final = "/office/payments"


@get("/")
async def desk(request: Web, reference: FromQuery[str] = "") -> Response[str]:
    """Will show what is waited for, and the form for a payment that came."""
    today = clock.day_at(clock.now()).isoformat()
    form = forms.empty(PaymentForm, reference=reference, received_on=today)
    return await _desk(request, form, status=200)


@post("/")
async def enter_payment(request: Web) -> Response[str] | Redirect:
    """Will take a payment: its order is paid from now on."""
    form = forms.read(PaymentForm, await request.form())
    try:
        order = await actions.enter_payment(
            _received(form.data), by=reader_of(request), at=clock.now()
        )
    except forms.FormRefused:
        return await _desk(request, form, status=422)
    except Refusal as refusal:
        form.refuse(str(refusal.fields.get("field", "")), refusal)
        return await _desk(request, form, status=409 if isinstance(refusal, Conflict) else 422)
    text = words.say(N_("Order %(number)s is paid."), {"number": order.number})
    await visits.notify(request, "good", text)
    return see(_DESK)


def _received(data: PaymentForm) -> Received:
    return Received(
        reference=data.reference,
        amount=data.amount,
        currency=data.currency,
        received_on=data.received_on,
        bank_reference=data.bank_reference,
    )


async def _desk(request: Web, form: forms.Form[PaymentForm], *, status: int) -> Response[str]:
    return await page(
        request,
        "office/payments/payments.html",
        status=status,
        form=form,
        unpaid=unpaid_words(await store.list_unpaid()),
        currencies=[(code, code) for code in list_currencies_now()],
        today=clock.day_at(clock.now()).isoformat(),
    )


HANDLERS = (desk, enter_payment)
