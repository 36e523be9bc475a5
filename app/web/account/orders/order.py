"""A company's order: what is to be paid, how far it has come, and its proforma."""

from litestar import Response, get
from litestar.params import FromPath

from app.accounts import store as accounts
from app.catalog import store as catalog
from app.countries.country import Country
from app.countries.store import get_country_now
from app.kit import clock, words
from app.orders import store as orders
from app.orders.order import ORDER_STATES, Order, OrderState
from app.payments import actions, store
from app.payments.proforma import Proforma
from app.web.guards import reader_of
from app.web.pages import page
from app.web.presenters.orders import (
    LineWords,
    line_words,
    order_words,
    stage_words,
    terms_words,
    timeline_words,
)
from app.web.presenters.payments import (
    PaymentWords,
    bank_words,
    company_words,
    customs_code,
    paper_words,
    payment_words,
    proforma_words,
)
from app.web.presenters.refunds import refund_facts
from app.web.requests import Web


@get("/{number:str}")
async def order_page(request: Web, number: FromPath[str]) -> Response[str]:
    """Will show an order of the reader's company: what happens now, and how far it has come."""
    reader = reader_of(request)
    order = await orders.get_order_for(reader, number)
    proforma = await _proforma(order)
    home = _home(order)
    return await page(
        request,
        "account/order.html",
        order=order_words(order, href=home, country=reader.country),
        steps=timeline_words(await orders.timeline(order.id), country=reader.country),
        lines=await _lines(order, get_country_now(reader.country)),
        stages=stage_words(order),
        terms=terms_words(order, broker=await orders.broker_name(order.id)),
        payment=await _payment(order, proforma),
        papers=paper_words(order, proforma, home=home),
        refunds=refund_facts(await store.list_refunds(order.id)),
        cancellation=f"{home}/cancellation" if _can_cancel(order) else "",
    )


def _home(order: Order) -> str:
    return f"/{words.language()}/orders/{order.number}"


def _can_cancel(order: Order) -> bool:
    return ORDER_STATES.allows(order.state, OrderState.CANCELLED)


async def _proforma(order: Order) -> Proforma | None:
    """Will give the proforma; a placed order gets it now if the worker was not there yet."""
    if order.state is OrderState.PLACED:
        return await actions.issue_proforma(order.number, at=clock.now())
    return await store.find_proforma(order.id)


async def _payment(order: Order, proforma: Proforma | None) -> PaymentWords | None:
    if proforma is None or order.state is not OrderState.PLACED:
        return None
    operator = await accounts.get_operator()
    return payment_words(proforma, operator=operator, href=f"{_home(order)}/proforma")


async def _lines(order: Order, country: Country) -> list[LineWords]:
    products = await catalog.get_products_for_pricing([line.product_id for line in order.lines])
    home = f"/{words.language()}/goods"
    return [
        line_words(
            line,
            href=f"{home}/{product.slug}",
            code=customs_code(product, country),
            why=f"{_home(order)}/lines/{line.position}/why" if order.quote_id else "",
        )
        for line in order.lines
        for product in (products[line.product_id],)
    ]


@get("/{number:str}/proforma")
async def proforma_page(request: Web, number: FromPath[str]) -> Response[str]:
    """Will show the proforma invoice of an order of the reader's company."""
    reader = reader_of(request)
    order = await orders.get_order_for(reader, number)
    proforma = await actions.issue_proforma(order.number, at=clock.now())
    operator = await accounts.get_operator()
    return await page(
        request,
        "account/proforma.html",
        proforma=proforma_words(proforma, order_href=_home(order)),
        seller=company_words(operator),
        buyer=company_words(await accounts.get_company(order.buyer_id)),
        terms=terms_words(order, broker=await orders.broker_name(order.id)),
        bank=bank_words(proforma, operator=operator),
        lines=await _lines(order, get_country_now(reader.country)),
        sums=stage_words(order),
        in_words="",
    )


HANDLERS = (order_page, proforma_page)
