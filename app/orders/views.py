"""The buyer's checkout and orders, and the operator's list of all orders."""

from dataclasses import asdict
from typing import Any, Final
from uuid import uuid4

from litestar import Request, Response, Router, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from app.accounts import store as accounts
from app.accounts import visits
from app.accounts.guards import in_our_language, only_importers, only_operators, reader_of
from app.accounts.person import Reader
from app.kit import clock, forms, words
from app.kit.money import to_minor
from app.kit.pages import page, see
from app.kit.refusal import Conflict, Refusal
from app.kit.words import N_
from app.orders import actions, store
from app.orders.checkout_words import checkout_words
from app.orders.forms import CancellationForm, CheckoutForm
from app.orders.order import MOVES, Order, OrderState
from app.orders.placing import Offer, Placing, Wanted
from app.orders.terms import AskedTerms
from app.orders.words import (
    OrderWords,
    line_words,
    move_words,
    order_words,
    stage_words,
    terms_words,
)
from app.shop import store as shop
from app.shop.basket import owner_of

Web = Request[Any, Any, Any]
CheckoutFields = forms.Form[CheckoutForm]
_OFFICE: Final = "/office/orders"
_ONE_PAGE: Final = {"previous": "", "next": "", "text": ""}


@get("/checkout")
async def checkout_page(request: Web) -> Response[str] | Redirect:
    """Will show the checkout of the reader's basket, priced now."""
    reader = reader_of(request)
    buyer = await accounts.get_company(reader.company_id)
    form = forms.empty(CheckoutForm, consignee=buyer.name, consignee_address=buyer.address)
    return await _checkout_page(request, form, status=200)


@post("/orders")
async def place_order(request: Web) -> Response[str] | Redirect:
    """Will place an order of what lies in the basket."""
    form = forms.read(CheckoutForm, await request.form())
    reader = reader_of(request)
    try:
        placing = await _placing(form.data, reader)
        order = await actions.place_order(placing, reader=reader, at=clock.now())
    except forms.FormRefused:
        return await _checkout_page(request, form, status=422)
    except Refusal as refusal:
        form.refuse(_field_of(refusal), refusal)
        status = 409 if isinstance(refusal, Conflict) else 422
        return await _checkout_page(request, form, status=status)
    text = words.translate(N_("Your order is placed and its goods are held for you."))
    await visits.notify(request, "good", text)
    return see(f"/{words.language()}/orders/{order.number}")


def _field_of(refusal: Refusal) -> str:
    name = str(refusal.fields.get("field", ""))
    return name if name in CheckoutForm.__struct_fields__ else ""


async def _placing(data: CheckoutForm, reader: Reader) -> Placing:
    basket_id, wanted = await _basket(reader)
    return Placing(
        request_key=data.request_key,
        wanted=wanted,
        terms=AskedTerms(
            consignee_name=data.consignee,
            consignee_address=data.consignee_address,
            delivery=data.delivery_term,
            crossing=data.border_crossing,
            broker_id=int(data.broker) if data.broker else None,
        ),
        seen_total_minor=data.seen_total,
        language=words.language(),
        basket_id=basket_id,
    )


async def _basket(reader: Reader) -> tuple[int | None, tuple[Wanted, ...]]:
    basket = await shop.find_basket(owner_of(reader))
    return basket.id or None, tuple(Wanted(line.product_id, line.quantity) for line in basket.lines)


async def _checkout_page(
    request: Web, form: CheckoutFields, *, status: int
) -> Response[str] | Redirect:
    """Will show the checkout with what the form holds, and the total as it is now."""
    reader, at = reader_of(request), clock.now()
    _, wanted = await _basket(reader)
    if not wanted:
        return see(f"/{words.language()}/basket")
    offered = await actions.price(wanted, country=reader.country, at=at)
    shown = checkout_words(
        offered,
        buyer=await accounts.get_company(reader.company_id),
        brokers=await actions.list_brokers(reader.country),
        on=clock.day_at(at),
    )
    _renew(form, offered)
    return await page(
        request, "pages/shop/checkout.html", status=status, form=form, **asdict(shown)
    )


def _renew(form: CheckoutFields, offered: Offer) -> None:
    """Will put the total that is shown into the form; its request stays the same one."""
    key = form.values["request_key"]
    is_kept = key and "request_key" not in form.errors
    form.values["request_key"] = key if is_kept else uuid4().hex
    form.values["seen_total"] = str(to_minor(offered.quote.total))


@get("/orders")
async def my_orders(request: Web) -> Response[str]:
    """Will list the orders of the reader's company, newest first."""
    reader = reader_of(request)
    home = f"/{words.language()}/orders"
    orders = [
        order_words(order, href=f"{home}/{order.number}", country=reader.country)
        for order in await store.list_orders_of(reader.company_id)
    ]
    return await page(request, "pages/shop/orders.html", orders=orders, pager=_ONE_PAGE)


@post("/orders/{number:str}/cancellation")
async def cancel_order(request: Web, number: FromPath[str]) -> Redirect:
    """Will give up an order that is not paid yet."""
    form = forms.read(CancellationForm, await request.form())
    await actions.cancel_order(number, reader=reader_of(request), at=clock.now(), why=form.data.why)
    text = words.translate(N_("The order is cancelled."))
    await visits.notify(request, "info", text)
    return see(f"/{words.language()}/orders/{number}")


@get("/")
async def all_orders(request: Web) -> Response[str]:
    """Will list all orders by how far they have come."""
    orders = [_row(order) for order in await store.list_orders_in(OrderState)]
    return await page(request, "pages/orders/office_orders.html", orders=orders[::-1])


@get("/{number:str}")
async def office_order(request: Web, number: FromPath[str]) -> Response[str]:
    """Will show one order with every stage of its price and every move it made."""
    reader = reader_of(request)
    order = await store.get_order_for(reader, number)
    buyer = await accounts.get_company(order.buyer_id)
    terms = terms_words(order, broker=await store.broker_name(order.id))
    return await page(
        request,
        "pages/orders/office_order.html",
        order=_row(order),
        terms=[(words.translate(N_("Buyer")), buyer.name, buyer.number), *terms],
        cancellation=_cancellation(order),
        lines=[line_words(line, href="") for line in order.lines],
        stages=stage_words(order),
        moves=move_words(await store.timeline(order.id), country=reader.country),
    )


@post("/{number:str}/cancellation")
async def cancel_for_buyer(request: Web, number: FromPath[str]) -> Redirect:
    """Will give up an unpaid order on the buyer's word."""
    form = forms.read(CancellationForm, await request.form())
    await actions.cancel_order(number, reader=reader_of(request), at=clock.now(), why=form.data.why)
    return see(f"{_OFFICE}/{number}")


def _row(order: Order) -> OrderWords:
    return order_words(order, href=f"{_OFFICE}/{order.number}")


def _cancellation(order: Order) -> str:
    """Will give the address that cancels the order, or nothing when it is too late for that."""
    can = OrderState.CANCELLED in MOVES[order.state]
    return f"{_OFFICE}/{order.number}/cancellation" if can else ""


shop_router = Router(
    path="/{language:str}",
    guards=[in_our_language, only_importers],
    route_handlers=[checkout_page, place_order, my_orders, cancel_order],
)
office_router = Router(
    path=_OFFICE,
    guards=[only_operators],
    route_handlers=[all_orders, office_order, cancel_for_buyer],
)
