"""The currency that prices are shown in."""

from litestar import post
from litestar.response import Redirect

from app.countries.repository import list_buyers_now
from app.kit import forms
from app.shop.currency import VISIT_KEY as CURRENCY
from app.shop.currency import check_choice
from app.web import visits
from app.web.guards import visit_of
from app.web.pages import local_path, see
from app.web.requests import Web
from app.web.storefront.forms import CurrencyForm
from app.web.storefront.shared import home_of


@post("/currency")
async def choose_currency(request: Web) -> Redirect:
    """Show a visitor prices in another currency from now on."""
    data = forms.read(CurrencyForm, await request.form()).data
    chosen = check_choice(visit_of(request), data.currency, list_buyers_now())
    await visits.remember(request, **{CURRENCY: chosen})
    return see(local_path(data.next, home_of("/")))


HANDLERS = (choose_currency,)
