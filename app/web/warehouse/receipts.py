"""Receiving goods, and correcting a lot."""

from typing import Final

from litestar import Response, get, post
from litestar.response import Redirect

from app.kit import clock, forms, i18n
from app.kit.i18n import N_
from app.stock import actions as stock_actions
from app.stock.lot import GoodsReceipt, NoSuchGoods
from app.web import visits
from app.web.guards import reader_of
from app.web.rendering import RowId, render, see_other
from app.web.requests import WebRequest
from app.web.warehouse.addresses import HOME
from app.web.warehouse.forms import AgingReceiptForm, CorrectionForm, GoodsReceiptForm
from app.web.warehouse.lots_presenter import expected_rows, ledger_cells, lot_view
from app.web.warehouse.pages import read_lot_page, read_receiving

RECEIPTS: Final = f"{HOME}/receipts"
_LATEST: Final = 50
"""Number of ledger rows on a lot's page."""
_LAST: Final = 20
"""Number of lots on the page, of which one may need a correction."""


@get(["/receipts", "/receipts/new"])
async def new_receipt(request: WebRequest) -> Response[str]:
    """Show the form of a received batch, also when a refused one is reloaded."""
    return await _receipt(request, forms.empty(GoodsReceiptForm))


@post("/receipts")
async def receive_lot(request: WebRequest) -> Response[str] | Redirect:
    """Put a batch on the shelf."""
    sent = await request.form()
    form = forms.read(AgingReceiptForm if sent.get("best_before") else GoodsReceiptForm, sent)
    with form.submitting(NoSuchGoods, beside="sku"):
        await stock_actions.receive_lot(
            _received(form.data), by=reader_of(request).person_id, at=clock.now()
        )
        text = i18n.say(N_("Batch %(batch)s is on the shelf."), {"batch": form.data.batch})
        await visits.notify(request, "good", text)
        return see_other(f"{HOME}/receipts/new")
    return await _receipt(request, form)


def _received(data: GoodsReceiptForm) -> GoodsReceipt:
    return GoodsReceipt(
        sku=data.sku,
        batch=data.batch,
        produced_on=data.produced_on,
        best_before=data.best_before_day(),
        quantity=data.quantity,
    )


async def _receipt(request: WebRequest, form: forms.Form[GoodsReceiptForm]) -> Response[str]:
    today = clock.day_at(clock.now())
    lots, expected = await read_receiving(most=_LAST, today=today)
    return await render(
        request,
        "warehouse/receipt.html",
        status=form.status,
        form=form,
        today=today.isoformat(),
        lots=[lot_view(each, home=RECEIPTS) for each in lots],
        expected=expected_rows(expected),
    )


@get("/receipts/{lot_id:int}")
async def lot_page(request: WebRequest, lot_id: RowId) -> Response[str]:
    """Show a lot, its ledger, and the form of a correction."""
    return await _lot(request, lot_id, forms.empty(CorrectionForm))


@post("/receipts/{lot_id:int}")
async def correct_lot(request: WebRequest, lot_id: RowId) -> Response[str] | Redirect:
    """Correct a lot to the counted quantity."""
    form = forms.read(CorrectionForm, await request.form())
    with form.submitting(beside="counted"):
        await stock_actions.correct_lot(
            lot_id,
            counted=form.data.counted,
            by=reader_of(request).person_id,
            at=clock.now(),
            why=form.data.why,
        )
        await visits.notify(request, "good", i18n.translate(N_("The batch is corrected.")))
        return see_other(f"{RECEIPTS}/{lot_id}")
    return await _lot(request, lot_id, form)


async def _lot(request: WebRequest, lot_id: int, form: forms.Form[CorrectionForm]) -> Response[str]:
    shown = await read_lot_page(lot_id, most=_LATEST)
    return await render(
        request,
        "warehouse/lot.html",
        status=form.status,
        form=form,
        lot=lot_view(shown.lot, home=RECEIPTS),
        ledger=ledger_cells(shown.ledger),
    )


HANDLERS = (new_receipt, receive_lot, lot_page, correct_lot)
