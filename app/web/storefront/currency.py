"""Choosing the currency of prices."""

from litestar import post
from litestar.response import Redirect

from app.countries.repository import list_buyers_now
from app.kit import forms
from app.shop.currency import VISIT_KEY as CURRENCY
from app.shop.currency import check_choice
from app.web import visits
from app.web.guards import visit_of
from app.web.rendering import safe_path, see_other
from app.web.requests import WebRequest
from app.web.storefront.addresses import localized
from app.web.storefront.forms import CurrencyForm


@post("/currency")
async def choose_currency(request: WebRequest) -> Redirect:
    """Remember the currency that a visitor chose."""
    data = forms.read(CurrencyForm, await request.form()).data
    chosen = check_choice(visit_of(request), data.currency, list_buyers_now())
    await visits.remember(request, **{CURRENCY: chosen})
    return see_other(safe_path(data.next, localized("/")))


HANDLERS = (choose_currency,)
