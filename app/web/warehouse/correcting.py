"""The screen where a lot that was entered wrongly is set right."""

from typing import Final

from litestar import Response, get, post
from litestar.response import Redirect

from app.kit import clock, forms, words
from app.kit.refusal import BadInput, Conflict
from app.kit.words import N_
from app.stock import actions
from app.stock.store import shelf
from app.web import visits
from app.web.guards import reader_of
from app.web.pages import RowId, page, see
from app.web.requests import Web
from app.web.warehouse.forms import CorrectionForm
from app.web.warehouse.lots_presenter import ledger_cells, lot_words
from app.web.warehouse.shared import HOME, status_of

RECEIPTS: Final = f"{HOME}/receipts"
_LATEST: Final = 50
"""Rows of the ledger that the page shows."""


@get("/receipts/{lot_id:int}")
async def lot_page(request: Web, lot_id: RowId) -> Response[str]:
    """Show a lot, its ledger, and the form that sets it right."""
    return await _page(request, lot_id, forms.empty(CorrectionForm), status=200)


@post("/receipts/{lot_id:int}")
async def correct_lot(request: Web, lot_id: RowId) -> Response[str] | Redirect:
    """Set a lot right to what was counted."""
    form = forms.read(CorrectionForm, await request.form())
    try:
        await actions.correct_lot(
            lot_id,
            counted=form.data.counted,
            by=reader_of(request).person_id,
            at=clock.now(),
            why=form.data.why,
        )
    except forms.FormRefused:
        return await _page(request, lot_id, form, status=422)
    except (BadInput, Conflict) as refusal:
        form.refuse("counted", refusal)
        return await _page(request, lot_id, form, status=status_of(refusal))
    await visits.notify(request, "good", words.translate(N_("The batch is corrected.")))
    return see(f"{RECEIPTS}/{lot_id}")


async def _page(
    request: Web, lot_id: int, form: forms.Form[CorrectionForm], *, status: int
) -> Response[str]:
    known = await shelf.get_lot(lot_id)
    return await page(
        request,
        "warehouse/lot.html",
        status=status,
        form=form,
        lot=lot_words(known, home=RECEIPTS),
        ledger=ledger_cells(await shelf.list_ledger(lot_id, most=_LATEST)),
    )


HANDLERS = (lot_page, correct_lot)
