"""The basket: putting goods in, changing and removing them."""

from collections.abc import Mapping

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from app.kit import clock, forms, i18n
from app.kit.i18n import N_
from app.kit.once import SentAlready
from app.shop import actions
from app.shop.basket import VISIT_KEY, owner_in
from app.web import visits
from app.web.guards import visit_of
from app.web.presenters.estimates import estimate_view
from app.web.rendering import render, see_other
from app.web.requests import WebRequest
from app.web.storefront.addresses import localized
from app.web.storefront.basket_presenter import basket_view, field_of
from app.web.storefront.forms import PutForm, QuantityForm
from app.web.storefront.goods.goods import render_product
from app.web.storefront.goods.pages import read_product_page
from app.web.storefront.pages import read_basket_page


@post("/basket")
async def put_in_basket(request: WebRequest) -> Response[str] | Redirect:
    """Put a product into the basket, and show the basket."""
    form = forms.read(PutForm, await request.form())
    visit = visit_of(request)
    with form.submitting(beside="quantity"):
        data = form.data
        try:
            key = await actions.put_in_basket(
                owner_in(visit), data.product, quantity=data.quantity, at=clock.now()
            )
        except SentAlready as sent:
            await _remember(request, sent.reference)
            raise
        await _remember(request, key)
        await visits.notify(request, "good", i18n.translate(N_("It is in your basket.")))
        return see_other(localized("/basket"))
    shown = await read_product_page(
        visit, form.values["product"], requested=None, language=i18n.language(), at=clock.now()
    )
    return await render_product(request, shown, form)


async def _remember(request: WebRequest, key: str) -> None:
    """Remember the basket's key in a visitor's visit."""
    visit = visit_of(request)
    if visit.reader is None and visit.data.get(VISIT_KEY) != key:
        await visits.remember(request, **{VISIT_KEY: key})


@get("/basket")
async def basket_page(request: WebRequest) -> Response[str]:
    """Show the basket, priced now."""
    return await _basket_page(request, refused={}, status=200)


async def _basket_page(
    request: WebRequest, *, refused: Mapping[str, forms.AnyForm], status: int
) -> Response[str]:
    visit = visit_of(request)
    read = await read_basket_page(visit, at=clock.now())
    shown = basket_view(read.viewed, read.window, reader=visit.reader, refused=refused)
    return await render(
        request,
        "storefront/basket.html",
        status=status,
        lines=shown.lines,
        sums=shown.sums,
        rate=shown.rate,
        estimate=estimate_view(read.estimated) if read.estimated else None,
        obstacle=shown.obstacle,
        can_order=shown.can_order,
    )


@get("/basket/lines/{slug:str}")
async def line_page(slug: FromPath[str]) -> Redirect:
    """Redirect to the basket when a refused form is reloaded."""
    return see_other(localized(f"/basket#{field_of(slug)}"))


@post("/basket/lines/{slug:str}")
async def change_line(request: WebRequest, slug: FromPath[str]) -> Response[str] | Redirect:
    """Set the quantity of a product in the basket."""
    sent = await request.form()
    form = forms.read(QuantityForm, {"quantity": sent.get(field_of(slug), "")})
    owner = owner_in(visit_of(request))
    with form.submitting(beside="quantity"):
        await actions.change_line(owner, slug, quantity=form.data.quantity, at=clock.now())
        return see_other(localized("/basket"))
    return await _basket_page(request, refused={slug: _renamed(form, slug)}, status=form.status)


def _renamed(form: forms.AnyForm, slug: str) -> forms.AnyForm:
    """Return the form with the field named as on the basket's page."""
    name = field_of(slug)
    return forms.Form(
        values={name: form.values["quantity"]}, errors={name: form.errors["quantity"]}
    )


@post("/basket/lines/{slug:str}/removal")
async def remove_line(request: WebRequest, slug: FromPath[str]) -> Redirect:
    """Take a product out of the basket."""
    await actions.remove_line(owner_in(visit_of(request)), slug, at=clock.now())
    return see_other(localized("/basket"))


HANDLERS = (put_in_basket, basket_page, line_page, change_line, remove_line)
