"""A product and its price."""

from litestar import Response, get
from litestar.params import FromPath, FromQuery

from app.kit import clock, forms, i18n
from app.kit.texts import refusal_text
from app.shop.window import least
from app.web.guards import visit_of
from app.web.presenters.estimates import estimate_view
from app.web.rendering import render
from app.web.requests import WebRequest
from app.web.storefront.addresses import localized
from app.web.storefront.forms import QuantityForm
from app.web.storefront.goods.pages import ProductPage, read_product_page
from app.web.storefront.product_presenter import price_view, product_view, quantity_view


@get("/goods/{slug:str}")
async def product_page(
    request: WebRequest, slug: FromPath[str], quantity: FromQuery[str] = ""
) -> Response[str]:
    """Show a product with the price of a quantity, by default the least."""
    form = forms.read(QuantityForm, {"quantity": quantity})
    requested = None if form.errors else form.data.quantity
    shown = await read_product_page(
        visit_of(request), slug, requested=requested, language=i18n.language(), at=clock.now()
    )
    if not quantity:
        form = forms.empty(QuantityForm, quantity=str(least(shown.product)))
    elif shown.unorderable:
        form.refuse("quantity", shown.unorderable)
    return await render_product(request, shown, form)


async def render_product(
    request: WebRequest, shown: ProductPage, form: forms.AnyForm
) -> Response[str]:
    """Return a product's page with the form as submitted."""
    product, window, line, estimated = shown.product, shown.window, shown.line, shown.estimated
    return await render(
        request,
        "storefront/product.html",
        status=form.status,
        product=product_view(product, shown.mall, window),
        price=price_view(product, line, window) if line else None,
        estimate=estimate_view(estimated) if estimated else None,
        refusal=refusal_text(shown.unpriced) if shown.unpriced else "",
        form=form,
        quantity=quantity_view(product, window),
        basket_action=localized("/basket"),
        is_live="hx-request" in request.headers,
    )


HANDLERS = (product_page,)
