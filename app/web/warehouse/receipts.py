"""The screen where goods come in."""

from litestar import Response, get, post
from litestar.response import Redirect

from app.kit import clock, forms, words
from app.kit.refusal import Refusal
from app.kit.words import N_
from app.stock import actions as stock_actions
from app.stock.lot import Receipt
from app.web import visits
from app.web.guards import reader_of
from app.web.pages import page, see
from app.web.requests import Web
from app.web.warehouse.forms import AgingReceiptForm, ReceiptForm
from app.web.warehouse.shared import HOME, status_of


@get(["/receipts", "/receipts/new"])
async def new_receipt(request: Web) -> Response[str]:
    """Will show the form for a batch that came; also where a refused form stood."""
    return await _receipt(request, forms.empty(ReceiptForm), status=200)


@post("/receipts")
async def receive_lot(request: Web) -> Response[str] | Redirect:
    """Will put a batch on the shelf."""
    sent = await request.form()
    form = forms.read(AgingReceiptForm if sent.get("best_before") else ReceiptForm, sent)
    try:
        await stock_actions.receive_lot(
            _received(form.data), by=reader_of(request).person_id, at=clock.now()
        )
    except forms.FormRefused:
        return await _receipt(request, form, status=422)
    except Refusal as refusal:
        form.refuse(str(refusal.fields.get("field", "sku")), refusal)
        return await _receipt(request, form, status=status_of(refusal))
    text = words.say(N_("Batch %(batch)s is on the shelf."), {"batch": form.data.batch})
    await visits.notify(request, "good", text)
    return see(f"{HOME}/receipts/new")


def _received(data: ReceiptForm) -> Receipt:
    return Receipt(
        sku=data.sku,
        batch=data.batch,
        produced_on=data.produced_on,
        best_before=data.last_day(),
        quantity=data.quantity,
    )


async def _receipt(request: Web, form: forms.Form[ReceiptForm], *, status: int) -> Response[str]:
    today = clock.day_at(clock.now()).isoformat()
    return await page(request, "warehouse/receipt.html", status=status, form=form, today=today)


HANDLERS = (new_receipt, receive_lot)
