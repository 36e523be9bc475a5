"""A product of the company: its stock, and whether it is on sale."""

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from app.catalog import actions
from app.catalog.on_sale import ProductState
from app.kit import clock, forms, i18n
from app.kit.i18n import N_
from app.web import visits
from app.web.guards import reader_of
from app.web.rendering import render, see_other
from app.web.requests import WebRequest
from app.web.seller.addresses import goods_href
from app.web.seller.forms import ProductStateForm
from app.web.seller.goods.pages import read_own_goods
from app.web.seller.goods.presenter import goods_view


@get("/goods/{sku:str}")
async def own_goods(request: WebRequest, sku: FromPath[str]) -> Response[str]:
    """Show a product's stock by lot, its movements, and the orders that hold it."""
    return await _goods(request, sku, forms.empty(ProductStateForm))


@post("/goods/{sku:str}/state")
async def move_goods(request: WebRequest, sku: FromPath[str]) -> Response[str] | Redirect:
    """Pause, retire or bring back a product."""
    form = forms.read(ProductStateForm, await request.form())
    with form.submitting(beside="why"):
        await actions.move_product(
            sku,
            ProductState(form.data.state),
            by=reader_of(request),
            at=clock.now(),
            why=form.data.why,
        )
        await visits.notify(request, "good", i18n.translate(N_("Done. Open orders go on.")))
        return see_other(goods_href(sku))
    return await _goods(request, sku, form)


async def _goods(
    request: WebRequest, sku: str, form: forms.Form[ProductStateForm]
) -> Response[str]:
    shown = await read_own_goods(reader_of(request), sku)
    return await render(
        request, "seller/goods.html", status=form.status, goods=goods_view(shown), form=form
    )


HANDLERS = (own_goods, move_goods)
