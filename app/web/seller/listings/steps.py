"""The steps of a listing: each a small page that is kept by itself."""

import msgspec
from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from app.kit import clock, forms
from app.listings import actions
from app.listings.questions import get_step, step_after
from app.tariff.china_line import UnknownCode
from app.web.guards import reader_of
from app.web.rendering import RowId, render, see_other
from app.web.requests import WebRequest
from app.web.seller.addresses import LISTINGS
from app.web.seller.listings.answers import answers_in, first_values
from app.web.seller.listings.forms import (
    ChinaCodeForm,
    DraftPricesForm,
    ElementsForm,
    MallChoiceForm,
    OriginForm,
    PackingForm,
    WordsForm,
)
from app.web.seller.listings.pages import StepPage, read_step
from app.web.seller.listings.presenter import step_view


@get("/listings/{draft_id:int}/steps/{step:str}")
async def step_page(request: WebRequest, draft_id: RowId, step: FromPath[str]) -> Response[str]:
    """Show a step with what is answered so far."""
    shown = await read_step(reader_of(request), draft_id, step, at=clock.now())
    return await _step(request, shown, forms.empty(_shape(step), **first_values(shown)))


@post("/listings/{draft_id:int}/steps/{step:str}")
async def save_step(
    request: WebRequest, draft_id: RowId, step: FromPath[str]
) -> Response[str] | Redirect:
    """Save a step, and go on to the next; what is refused stays as it was typed."""
    shown = await read_step(reader_of(request), draft_id, step, at=clock.now())
    form: forms.AnyForm = forms.read(_shape(step), await request.form())
    with form.submitting(UnknownCode, beside=_first_field(step)):
        await actions.save_step(
            draft_id,
            answers_in(shown, form.data),
            version=form.data.version,
            by=reader_of(request),
            at=clock.now(),
        )
        following = step_after(step)
        place = f"/steps/{following.code}" if following else ""
        return see_other(f"{LISTINGS}/{draft_id}{place}")
    # Whoever has read what changed, and saves again, means it.
    form.values["version"] = str(shown.draft.version)
    return await _step(request, shown, form)


def _shape(step: str) -> type[msgspec.Struct]:
    """Return the form of a step; raises `NoSuchStep`."""
    shapes: dict[str, type[msgspec.Struct]] = {
        "words": WordsForm,
        "packing": PackingForm,
        "prices": DraftPricesForm,
        "origin": OriginForm,
        "code": ChinaCodeForm,
        "elements": ElementsForm,
        "malls": MallChoiceForm,
    }
    return shapes[get_step(step).code]


def _first_field(step: str) -> str:
    return next(name for name in _shape(step).__struct_fields__ if name != "version")


async def _step(request: WebRequest, shown: StepPage, form: forms.AnyForm) -> Response[str]:
    return await render(
        request, "seller/step.html", status=form.status, step=step_view(shown), form=form
    )


HANDLERS = (step_page, save_step)
