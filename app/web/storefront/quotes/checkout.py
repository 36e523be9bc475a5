"""Quotes: opening one, the checkout, and what an expired one costs now."""

from contextlib import suppress
from dataclasses import asdict
from datetime import datetime

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from app.accounts.company import Company
from app.countries.clocks import say_instant
from app.kit import clock, forms, i18n
from app.kit.i18n import N_
from app.kit.money import to_minor
from app.orders import actions
from app.orders.placing import Placing, PriceRose
from app.orders.terms import TermsRequest
from app.quotes import actions as quoting
from app.quotes.quote import WantedGoods
from app.shop import repository as shop
from app.shop.basket import owner_of
from app.web import visits
from app.web.forms import CheckoutForm
from app.web.guards import reader_of
from app.web.presenters.estimates import estimate_view
from app.web.rendering import render, see_other
from app.web.requests import WebRequest
from app.web.storefront.quotes.pages import (
    Checkout,
    OrderedQuote,
    WithdrawnQuote,
    read_quote_page,
)
from app.web.storefront.quotes.presenter import ExpiredView, checkout_view, expired_view

Fields = forms.Form[CheckoutForm]


def _home(number: str) -> str:
    return f"/{i18n.language()}/quotes/{number}"


@get("/")
async def no_list() -> Redirect:
    """Redirect to the basket when the address that opens a quote is reloaded."""
    return see_other(f"/{i18n.language()}/basket")


@post("/")
async def open_quote(request: WebRequest) -> Redirect:
    """Open a quote of the basket, and show the checkout."""
    reader = reader_of(request)
    basket = await shop.find_basket(owner_of(reader))
    quote = await quoting.open_quote(
        tuple(WantedGoods(line.product_id, line.quantity) for line in basket.lines),
        reader=reader,
        at=clock.now(),
        language=i18n.language(),
        basket_id=basket.id or None,
    )
    return see_other(_home(quote.number))


@get("/{number:str}")
async def quote_page(request: WebRequest, number: FromPath[str]) -> Response[str] | Redirect:
    """Show the checkout; for an expired quote with the current price beside the old one."""
    return await _quote(request, number, None, at=clock.now())


@post("/{number:str}/order")
async def place_order(request: WebRequest, number: FromPath[str]) -> Response[str] | Redirect:
    """Place the order of a quote; a price that rose is shown beside the old one."""
    form = forms.read(CheckoutForm, await request.form())
    at = clock.now()
    with form.submitting(), suppress(PriceRose):
        order = await actions.place_order(
            _placing(number, form.data), reader=reader_of(request), at=at
        )
        text = i18n.translate(N_("Your order is placed and its goods are held for you."))
        await visits.notify(request, "good", text)
        return see_other(f"/{i18n.language()}/orders/{order.number}")
    return await _quote(request, number, form, at=at)


@get("/{number:str}/order")
async def order_form(number: FromPath[str]) -> Redirect:
    """Redirect to the quote when a refused form is reloaded."""
    return see_other(_home(number))


@post("/{number:str}/withdrawal")
async def withdraw_quote(request: WebRequest, number: FromPath[str]) -> Redirect:
    """Withdraw a quote, which releases its goods, and show the basket."""
    await quoting.withdraw_quote(number, reader=reader_of(request), at=clock.now())
    text = i18n.translate(N_("The quote is given up. The goods are still in your basket."))
    await visits.notify(request, "info", text)
    return see_other(f"/{i18n.language()}/basket")


def _placing(number: str, data: CheckoutForm) -> Placing:
    return Placing(
        quote_number=number,
        terms=TermsRequest(
            consignee_name=data.consignee,
            consignee_address=data.consignee_address,
            delivery=data.delivery_term,
            crossing=data.border_crossing,
            broker_id=int(data.broker) if data.broker else None,
        ),
        agreed_minor=data.agreed_total,
    )


async def _quote(
    request: WebRequest, number: str, form: Fields | None, *, at: datetime
) -> Response[str] | Redirect:
    """Show the quote's current state, which may have changed in another tab."""
    shown = await read_quote_page(reader_of(request), number, at=at)
    if isinstance(shown, OrderedQuote):
        return see_other(f"/{i18n.language()}/orders/{shown.order_number}")
    if isinstance(shown, WithdrawnQuote):
        return await _withdrawn(request, shown)
    form = form or _empty(shown.buyer)
    if shown.holds:
        return await _checkout_page(request, shown, form, status=form.status)
    return await _expired_page(request, shown, form)


def _empty(buyer: Company) -> Fields:
    return forms.empty(
        CheckoutForm, consignee=buyer.name, consignee_address=buyer.address, agreed_total="0"
    )


async def _withdrawn(request: WebRequest, withdrawn: WithdrawnQuote) -> Redirect:
    """Notify the reader who withdrew the quote and when, and show the basket."""
    sentence = N_(
        "Quote %(number)s was withdrawn by %(who)s at %(instant)s: nothing was ordered from it."
    )
    quote, move, country = withdrawn.quote, withdrawn.move, reader_of(request).country
    fields: dict[str, object] = {
        "number": quote.number,
        "who": move.who,
        "instant": say_instant(move.at, country),
    }
    await visits.notify(request, "warning", i18n.say(sentence, fields))
    return see_other(f"/{i18n.language()}/basket")


async def _checkout_page(
    request: WebRequest,
    checkout: Checkout,
    form: Fields,
    *,
    status: int,
    expired: ExpiredView | None = None,
) -> Response[str]:
    shown = checkout_view(
        checkout.current, buyer=checkout.buyer, brokers=checkout.brokers, offer=checkout.offer
    )
    return await render(
        request,
        "storefront/checkout.html",
        status=status,
        form=form,
        home=_home(checkout.current.number),
        expired=expired,
        **asdict(shown),
        estimate=estimate_view(checkout.estimated),
    )


async def _expired_page(request: WebRequest, checkout: Checkout, form: Fields) -> Response[str]:
    """Show the current price beside the old one, and ask for consent (409)."""
    quote, current = checkout.quote, checkout.current
    form.values["agreed_total"] = str(to_minor(current.total))
    expired = expired_view(quote, current, country=reader_of(request).country)
    return await _checkout_page(request, checkout, form, status=409, expired=expired)


HANDLERS = (no_list, open_quote, quote_page, place_order, order_form, withdraw_quote)
