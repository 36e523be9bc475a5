"""Prices of a product: new ones tried out and agreed, later ones taken back."""

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from app.catalog import actions
from app.kit import clock, forms, i18n
from app.kit.i18n import N_
from app.kit.refusal import Conflict
from app.web import visits
from app.web.guards import reader_of
from app.web.rendering import RowId, render, see_other
from app.web.requests import WebRequest
from app.web.seller.addresses import goods_href
from app.web.seller.forms import PricesForm
from app.web.seller.goods.pages import read_own_prices
from app.web.seller.goods.prices_presenter import first_values, prices_view, trial_view


@get("/goods/{sku:str}/prices")
async def own_prices(request: WebRequest, sku: FromPath[str]) -> Response[str]:
    """Show the prices of today, before and later, and the form of new ones."""
    return await _prices(request, sku, forms.empty(PricesForm))


@get("/goods/{sku:str}/prices/trial")
async def prices_again(request: WebRequest, sku: FromPath[str]) -> Response[str]:
    """Show the form again when the page of a trial is reloaded."""
    return await _prices(request, sku, forms.empty(PricesForm))


@post("/goods/{sku:str}/prices/trial")
async def try_prices(request: WebRequest, sku: FromPath[str]) -> Response[str]:
    """Show what new prices would do in the buyers' money; nothing is saved."""
    form = forms.read(PricesForm, await request.form())
    return await _prices(request, sku, form, is_trial=True)


@post("/goods/{sku:str}/prices")
async def agree_prices(request: WebRequest, sku: FromPath[str]) -> Response[str] | Redirect:
    """Set new prices from today on, or plan them for a later day."""
    form = forms.read(PricesForm, await request.form())
    with form.submitting(beside="from_1"):
        await actions.set_prices(
            sku,
            form.data.ladder(),
            holds_from=form.data.holds_from,
            by=reader_of(request),
            at=clock.now(),
        )
        await visits.notify(request, "good", i18n.translate(N_("The prices are agreed.")))
        return see_other(f"{goods_href(sku)}/prices")
    return await _prices(request, sku, form)


@post("/goods/{sku:str}/prices/{plan_id:int}/withdrawal")
async def take_back_prices(request: WebRequest, sku: FromPath[str], plan_id: RowId) -> Redirect:
    """Take back planned prices before their day."""
    try:
        await actions.take_back_prices(sku, plan_id, by=reader_of(request))
        kind, text = "good", N_("The later prices are taken back.")
    except Conflict as refusal:
        kind, text = "warning", refusal.sentence
    await visits.notify(request, kind, i18n.translate(text))
    return see_other(f"{goods_href(sku)}/prices")


async def _prices(
    request: WebRequest, sku: str, form: forms.Form[PricesForm], *, is_trial: bool = False
) -> Response[str]:
    shown = await read_own_prices(reader_of(request), sku, at=clock.now())
    trial = None
    if is_trial:
        with form.submitting(beside="from_1"):
            trial = trial_view(shown, form.data.ladder(), holds_from=form.data.holds_from)
    elif not any(form.values.values()):
        form = forms.empty(PricesForm, **first_values(shown.product))
    return await render(
        request,
        "seller/prices.html",
        status=form.status,
        prices=prices_view(shown),
        trial=trial,
        form=form,
    )


HANDLERS = (own_prices, prices_again, try_prices, agree_prices, take_back_prices)
