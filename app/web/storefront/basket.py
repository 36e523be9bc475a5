"""The basket on its page."""

from collections.abc import Mapping

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from app.catalog import store as catalog
from app.countries.store import list_buyers_now
from app.kit import clock, forms, words
from app.kit.once import SentAlready
from app.kit.refusal import BadInput, Refusal
from app.kit.words import N_
from app.landed.estimate import Bought
from app.landed.store import estimate
from app.shop import actions
from app.shop.basket import KEPT_AS, owner_in
from app.shop.currency import currency_for
from app.shop.window import Viewed
from app.web import visits
from app.web.guards import visit_of
from app.web.pages import page, see
from app.web.presenters.estimates import EstimateWords, estimate_words
from app.web.requests import Web
from app.web.storefront.basket_presenter import basket_words, field_of
from app.web.storefront.forms import PutForm, QuantityForm
from app.web.storefront.goods.goods import product_answer
from app.web.storefront.shared import home_of, look_at


@post("/basket")
async def put_in_basket(request: Web) -> Response[str] | Redirect:
    """Will put a product into the basket, and show the basket."""
    form = forms.read(PutForm, await request.form())
    visit = visit_of(request)
    try:
        data = form.data
        key = await actions.put_in_basket(
            owner_in(visit), data.product, quantity=data.quantity, at=clock.now()
        )
    except SentAlready as sent:
        if visit.reader is None:
            await visits.remember(request, **{KEPT_AS: sent.reference})
        raise
    except (BadInput, forms.FormRefused) as refusal:
        return await _refused(request, form, refusal)
    if visit.reader is None and visit.data.get(KEPT_AS) != key:
        await visits.remember(request, **{KEPT_AS: key})
    await visits.notify(request, "good", words.translate(N_("It is in your basket.")))
    return see(home_of("/basket"))


async def _refused(request: Web, form: forms.AnyForm, refusal: Refusal) -> Response[str]:
    """Will show the product again with what is wrong beside the quantity."""
    product = await catalog.get_product(form.values["product"])
    if isinstance(refusal, BadInput):
        form.refuse("quantity", refusal)
    window = await look_at(request, [product])
    return await product_answer(request, product, form=form, window=window)


@get("/basket")
async def basket_page(request: Web) -> Response[str]:
    """Will show the basket, priced now."""
    return await _basket_page(request, refused={}, status=200)


async def _basket_page(
    request: Web, *, refused: Mapping[str, forms.AnyForm], status: int
) -> Response[str]:
    visit = visit_of(request)
    viewed, window = await actions.view_basket(
        owner_in(visit), currency=currency_for(visit, list_buyers_now()), at=clock.now()
    )
    shown = basket_words(viewed, window, reader=visit.reader, refused=refused)
    return await page(
        request,
        "storefront/basket.html",
        status=status,
        lines=shown.lines,
        sums=shown.sums,
        rate=shown.rate,
        estimate=await _estimate(viewed) if shown.sums else None,
        obstacle=shown.obstacle,
        can_order=shown.can_order,
    )


async def _estimate(viewed: tuple[Viewed, ...]) -> EstimateWords:
    """Will estimate the whole basket as one declaration; every line of it has a price."""
    bought = [
        Bought(each.product, each.quantity, quote.total) for each in viewed for quote in each.quotes
    ]
    return estimate_words(await estimate(bought, on=clock.day_at(clock.now())))


@get("/basket/lines/{slug:str}")
async def line_page(slug: FromPath[str]) -> Redirect:
    """Will show the basket to who reloads a form that was refused."""
    return see(home_of(f"/basket#{field_of(slug)}"))


@post("/basket/lines/{slug:str}")
async def change_line(request: Web, slug: FromPath[str]) -> Response[str] | Redirect:
    """Will set how many units of a product lie in the basket."""
    sent = await request.form()
    form = forms.read(QuantityForm, {"quantity": sent.get(field_of(slug), "")})
    owner = owner_in(visit_of(request))
    try:
        await actions.change_line(owner, slug, quantity=form.data.quantity, at=clock.now())
    except (BadInput, forms.FormRefused) as refusal:
        if isinstance(refusal, BadInput):
            form.refuse("quantity", refusal)
        return await _basket_page(request, refused={slug: _named(form, slug)}, status=422)
    return see(home_of("/basket"))


def _named(form: forms.AnyForm, slug: str) -> forms.AnyForm:
    """Will give the form under the name that the basket's page has for its field."""
    name = field_of(slug)
    return forms.Form(
        values={name: form.values["quantity"]}, errors={name: form.errors["quantity"]}
    )


@post("/basket/lines/{slug:str}/removal")
async def remove_line(request: Web, slug: FromPath[str]) -> Redirect:
    """Will take a product out of the basket."""
    await actions.remove_line(owner_in(visit_of(request)), slug, at=clock.now())
    return see(home_of("/basket"))


HANDLERS = (put_in_basket, basket_page, line_page, change_line, remove_line)
