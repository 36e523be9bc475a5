"""Quotes on their pages: held, ordered from, and after their time with the new price beside."""

from dataclasses import asdict
from datetime import datetime

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from app.accounts import store as accounts
from app.accounts.person import Reader
from app.catalog import store as catalog
from app.countries.clocks import say_instant
from app.kit import clock, forms, words
from app.kit.money import to_minor
from app.kit.refusal import Conflict, Refusal
from app.kit.words import N_
from app.landed.estimate import Bought
from app.landed.store import estimate
from app.orders import actions
from app.orders import store as orders
from app.orders.placing import Placing, PriceRose
from app.orders.terms import AskedTerms
from app.quotes import actions as quoting
from app.quotes import store as quotes
from app.quotes.quote import Quote, QuoteState, Wanted
from app.shop import store as shop
from app.shop.basket import owner_of
from app.web import visits
from app.web.forms import CheckoutForm
from app.web.guards import reader_of
from app.web.pages import page, see
from app.web.presenters.estimates import EstimateWords, estimate_words
from app.web.requests import Web
from app.web.storefront.quotes.presenter import checkout_words, expired_words

Fields = forms.Form[CheckoutForm]


def _home(number: str) -> str:
    return f"/{words.language()}/quotes/{number}"


@get("/")
async def no_list() -> Redirect:
    """Will show the basket to who reloads the address that opens a quote."""
    return see(f"/{words.language()}/basket")


@post("/")
async def open_quote(request: Web) -> Redirect:
    """Will hold price and goods of what lies in the basket, and show the checkout."""
    reader = reader_of(request)
    basket = await shop.find_basket(owner_of(reader))
    quote = await quoting.open_quote(
        tuple(Wanted(line.product_id, line.quantity) for line in basket.lines),
        reader=reader,
        at=clock.now(),
        language=words.language(),
        basket_id=basket.id or None,
    )
    return see(_home(quote.number))


@get("/{number:str}")
async def quote_page(request: Web, number: FromPath[str]) -> Response[str] | Redirect:
    """Will show the checkout while the quote holds; after its time the price of now beside it."""
    reader, at = reader_of(request), clock.now()
    quote = await quotes.get_quote_for(reader, number)
    if quote.state is QuoteState.ORDERED:
        return await _ordered(quote)
    if quote.state is QuoteState.WITHDRAWN:
        return await _withdrawn(request, quote)
    buyer = await accounts.get_company(reader.company_id)
    form = forms.empty(
        CheckoutForm, consignee=buyer.name, consignee_address=buyer.address, agreed_total="0"
    )
    if not quote.holds(at):
        return await _expired_page(request, quote, form, at=at)
    return await _checkout_page(request, quote, form, status=200)


@post("/{number:str}/order")
async def place_order(request: Web, number: FromPath[str]) -> Response[str] | Redirect:
    """Will place the order that a quote holds."""
    form = forms.read(CheckoutForm, await request.form())
    reader, at = reader_of(request), clock.now()
    quote = await quotes.get_quote_for(reader, number)
    try:
        order = await actions.place_order(_placing(number, form.data), reader=reader, at=at)
    except forms.FormRefused:
        return await _again(request, quote, form, status=422, at=at)
    except PriceRose:
        return await _expired_page(request, quote, form, at=at)
    except Refusal as refusal:
        form.refuse(_field_of(refusal), refusal)
        status = 409 if isinstance(refusal, Conflict) else 422
        return await _again(request, quote, form, status=status, at=at)
    text = words.translate(N_("Your order is placed and its goods are held for you."))
    await visits.notify(request, "good", text)
    return see(f"/{words.language()}/orders/{order.number}")


@get("/{number:str}/order")
async def order_form(number: FromPath[str]) -> Redirect:
    """Will show the quote to who reloads a form that was refused."""
    return see(_home(number))


@post("/{number:str}/withdrawal")
async def withdraw_quote(request: Web, number: FromPath[str]) -> Redirect:
    """Will let the goods of a quote go, and show the basket they were wanted from."""
    await quoting.withdraw_quote(number, reader=reader_of(request), at=clock.now())
    text = words.translate(N_("The quote is given up. The goods are still in your basket."))
    await visits.notify(request, "info", text)
    return see(f"/{words.language()}/basket")


def _placing(number: str, data: CheckoutForm) -> Placing:
    return Placing(
        quote_number=number,
        terms=AskedTerms(
            consignee_name=data.consignee,
            consignee_address=data.consignee_address,
            delivery=data.delivery_term,
            crossing=data.border_crossing,
            broker_id=int(data.broker) if data.broker else None,
        ),
        agreed_minor=data.agreed_total,
    )


def _field_of(refusal: Refusal) -> str:
    name = str(refusal.fields.get("field", ""))
    return name if name in CheckoutForm.__struct_fields__ else ""


async def _ordered(quote: Quote) -> Redirect:
    order = await orders.get_order_of(quote.id)
    return see(f"/{words.language()}/orders/{order.number}")


async def _withdrawn(request: Web, quote: Quote) -> Redirect:
    """Say who gave the quote up and when, above the basket that it was wanted from."""
    move = await quotes.last_move(quote.id)
    sentence = N_(
        "Quote %(number)s was withdrawn by %(who)s at %(instant)s: nothing was ordered from it."
    )
    country = reader_of(request).country
    said = {"number": quote.number, "who": move.who, "instant": say_instant(move.at, country)}
    await visits.notify(request, "warning", words.say(sentence, {**said}))
    return see(f"/{words.language()}/basket")


async def _again(
    request: Web, quote: Quote, form: Fields, *, status: int, at: datetime
) -> Response[str] | Redirect:
    """Show what the quote is now: it may have gone on in another tab since the page was made."""
    quote = await quotes.get_quote_for(reader_of(request), quote.number)
    if quote.state is QuoteState.WITHDRAWN:
        return await _withdrawn(request, quote)
    if quote.state is QuoteState.ORDERED:
        return await _ordered(quote)
    if not quote.holds(at):
        return await _expired_page(request, quote, form, at=at)
    return await _checkout_page(request, quote, form, status=status)


async def _choices(quote: Quote, reader: Reader) -> dict[str, object]:
    shown = checkout_words(
        quote,
        buyer=await accounts.get_company(reader.company_id),
        brokers=await actions.list_brokers(reader.country),
        offer=actions.offered_terms(reader.country, on=clock.day_at(clock.now())),
    )
    return {**asdict(shown), "estimate": await _estimate(quote)}


async def _estimate(quote: Quote) -> EstimateWords:
    """Will estimate what customs would ask today for what is quoted."""
    products = await catalog.get_products_for_pricing([line.product_id for line in quote.lines])
    bought = [
        Bought(products[line.product_id], line.price.quantity, line.price.total)
        for line in quote.lines
    ]
    return estimate_words(await estimate(bought, on=clock.day_at(clock.now())))


async def _checkout_page(request: Web, quote: Quote, form: Fields, *, status: int) -> Response[str]:
    return await page(
        request,
        "storefront/checkout.html",
        status=status,
        form=form,
        home=_home(quote.number),
        expired=None,
        **await _choices(quote, reader_of(request)),
    )


async def _expired_page(request: Web, quote: Quote, form: Fields, *, at: datetime) -> Response[str]:
    """Will show the price of now beside the old one, and ask again (409)."""
    reader = reader_of(request)
    offered = await quoting.price(quote.wanted, country=reader.country, at=at)
    current = quote.priced_anew(offered)
    form.values["agreed_total"] = str(to_minor(current.total))
    return await page(
        request,
        "storefront/checkout.html",
        status=409,
        form=form,
        home=_home(quote.number),
        expired=expired_words(quote, current, country=reader.country),
        **await _choices(current, reader),
    )


HANDLERS = (no_list, open_quote, quote_page, place_order, order_form, withdraw_quote)
