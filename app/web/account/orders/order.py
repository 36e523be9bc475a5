"""A company's order: payment, progress, and its proforma invoice."""

from collections.abc import Mapping

from litestar import Response, get
from litestar.params import FromPath

from app.catalog.product import Product
from app.countries.repository import get_country_now
from app.kit import clock, i18n
from app.orders.order import ORDER_STATES, Order, OrderState
from app.payments import actions
from app.payments.proforma import Proforma
from app.web.account.orders.pages import BuyerOrderPage, read_order_page, read_proforma_page
from app.web.guards import reader_of
from app.web.presenters.orders import (
    LineView,
    line_view,
    order_sums,
    order_view,
    terms_facts,
    timeline_steps,
)
from app.web.presenters.payments import (
    PaymentView,
    bank_facts,
    company_facts,
    customs_code,
    paper_links,
    payment_view,
    proforma_view,
)
from app.web.presenters.refunds import refund_facts
from app.web.rendering import render
from app.web.requests import WebRequest


@get("/{number:str}")
async def order_page(request: WebRequest, number: FromPath[str]) -> Response[str]:
    """Show an order of the reader's company.

    Issues the proforma of a placed order if the worker has not done so yet.
    """
    reader = reader_of(request)
    shown = await read_order_page(reader, number)
    order, proforma, home = shown.order, shown.proforma, _home(shown.order)
    if proforma is None and order.state is OrderState.PLACED:
        proforma = await actions.issue_proforma(number, at=clock.now())
    return await render(
        request,
        "account/order.html",
        order=order_view(order, href=home, country=reader.country),
        steps=timeline_steps(shown.steps, country=reader.country),
        lines=_lines(order, shown.products, country=reader.country),
        stages=order_sums(order),
        terms=terms_facts(order, broker=shown.broker),
        payment=_payment(shown, proforma),
        papers=paper_links(order, proforma, home=home),
        refunds=refund_facts(shown.refunds),
        cancellation=f"{home}/cancellation" if _can_cancel(order) else "",
    )


def _home(order: Order) -> str:
    return f"/{i18n.language()}/orders/{order.number}"


def _can_cancel(order: Order) -> bool:
    return ORDER_STATES.allows(order.state, OrderState.CANCELLED)


def _payment(shown: BuyerOrderPage, proforma: Proforma | None) -> PaymentView | None:
    if proforma is None or shown.payee is None:
        return None
    return payment_view(proforma, operator=shown.payee, href=f"{_home(shown.order)}/proforma")


def _lines(order: Order, products: Mapping[int, Product], *, country: str) -> list[LineView]:
    home = f"/{i18n.language()}/goods"
    buyers = get_country_now(country)
    return [
        line_view(
            line,
            href=f"{home}/{product.slug}",
            code=customs_code(line.codes, buyers),
            why=f"{_home(order)}/lines/{line.position}/why" if order.quote_id else "",
        )
        for line in order.lines
        for product in (products[line.product_id],)
    ]


@get("/{number:str}/proforma")
async def proforma_page(request: WebRequest, number: FromPath[str]) -> Response[str]:
    """Show the proforma invoice of an order of the reader's company; raises `NothingToPay`."""
    reader = reader_of(request)
    shown = await read_proforma_page(reader, number)
    order = shown.order
    proforma = shown.proforma or await actions.issue_proforma(number, at=clock.now())
    return await render(
        request,
        "account/proforma.html",
        proforma=proforma_view(proforma, order_href=_home(order)),
        seller=company_facts(shown.seller),
        buyer=company_facts(shown.buyer),
        terms=terms_facts(order, broker=shown.broker),
        bank=bank_facts(proforma, operator=shown.seller),
        lines=_lines(order, shown.products, country=reader.country),
        sums=order_sums(order),
        in_words="",
    )


HANDLERS = (order_page, proforma_page)
