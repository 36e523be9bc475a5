"""Placing orders, cancelling them, and cancelling unpaid ones."""

from datetime import date, datetime, time

from app.accounts import repository as accounts
from app.accounts.company import Company, CompanyKind
from app.accounts.person import Reader, check_confirmed
from app.catalog.repository import codes as catalog
from app.countries.repository import get_buyer
from app.kit import clock, once
from app.kit.db import transaction
from app.kit.numbering import next_number
from app.orders import repository
from app.orders.cancelling import UNPAID, check_may_cancel, unpaid_since
from app.orders.lists import DELIVERIES, PAYMENT
from app.orders.order import Order, OrderState, Terms
from app.orders.placing import Placed, Placing, check_agreed, order_number, pay_by, place
from app.orders.terms import Delivery, TermsOffered, TermsRequest, agree, offer_terms
from app.quotes import repository as quotes
from app.quotes.actions import price, wanted_stock
from app.quotes.quote import Quote
from app.reference import current
from app.shop import repository as shop
from app.stock import repository as stock
from app.stock.lot import Allocation, allocate_all


async def place_order(request: Placing, *, reader: Reader, at: datetime) -> Order:
    """Place the order of a quote, all or nothing.

    While the quote holds, at its price and with its goods; after its time at the current price,
    when that is no higher than was quoted or agreed to. The same quote ordered again returns
    the order placed before. Raises `NoSuchQuote`, `QuoteCannotMove`, `UnknownDelivery`,
    `UnknownCrossing`, `TermsDisagree`, `UnknownBroker`, `EmailNotConfirmed`; after the quote's
    time also `PriceRose`, `OutOfStock`, and what `quotes.actions.price` raises.
    """
    check_confirmed(reader)
    async with transaction():
        await quotes.get_quote_for(reader, request.quote_number)
        quote = await quotes.lock_quote(request.quote_number)
        placed = await repository.find_order_of(quote.id)
        if placed is not None:
            return placed
        terms = await _agree(request.terms, country=reader.country, at=at)
        current = await _current(quote, request, reader=reader, at=at)
        return await _save(quote, current, terms=terms, reader=reader, at=at)


async def _current(quote: Quote, request: Placing, *, reader: Reader, at: datetime) -> Quote:
    """Return the quote as it is ordered: itself while it holds, priced anew after its time."""
    if quote.holds(at):
        return quote
    offered = await price(quote.wanted, country=reader.country, at=at)
    check_agreed(quote, offered.quote.total, agreed_minor=request.agreed_minor)
    return quote.priced_anew(offered)


async def _agree(request: TermsRequest, *, country: str, at: datetime) -> Terms:
    on = clock.day_at(at)
    return agree(
        request,
        country=get_buyer(country, on=on),
        deliveries=list_deliveries(on=on),
        on=on,
        broker_ids={broker.id for broker in await list_brokers(country)},
    )


def list_deliveries(*, on: date) -> dict[str, Delivery]:
    """Return the deliveries offered on the day, by code."""
    return current.edition().on(DELIVERIES, on)


def offered_terms(country: str, *, on: date) -> TermsOffered:
    """Return what a buyer of the country may choose from; raise `CountryNotServed`."""
    return offer_terms(list_deliveries(on=on), get_buyer(country, on=on), on=on)


async def list_brokers(country: str) -> list[Company]:
    """List the customs brokers that a buyer of the country may name."""
    firms = await accounts.list_companies(CompanyKind.BROKER)
    return [firm for firm in firms if firm.country == country]


async def _save(
    quote: Quote, current: Quote, *, terms: Terms, reader: Reader, at: datetime
) -> Order:
    """Reserve the goods, then number and save the order, so that the counter is locked last."""
    await stock.lock_shelf([each.product_id for each in quote.wanted])
    allocations = await _reserve_anew(quote, reader=reader, at=at)
    await quotes.save_state(quote.ordered(), was=quote.state, at=at, by_id=reader.person_id)
    year = clock.day_at(at).year
    number = order_number(year, await next_number(f"K-{year}"))
    codes = await _codes(quote, broker_id=terms.broker_id)
    placed = Placed(number=number, reader=reader, at=at, codes=codes)
    order = await repository.save_new_order(place(current, terms=terms, placed=placed))
    if allocations:
        await stock.save_reservations(number, allocations, at=at, by=reader.person_id)
    else:
        await stock.pass_reservations(quote.number, number, at=at, by=reader.person_id)
    await _empty_basket(quote)
    return order


async def _codes(quote: Quote, *, broker_id: int | None) -> dict[int, dict[str, str]]:
    """Return the goods' codes by product and tariff: the broker's own word before others'."""
    found = await catalog.codes_for([each.product_id for each in quote.wanted], firm_id=broker_id)
    return {
        product_id: {tariff: each.code for tariff, each in codes.items()}
        for product_id, codes in found.items()
    }


async def _reserve_anew(quote: Quote, *, reader: Reader, at: datetime) -> tuple[Allocation, ...]:
    """Allocate pieces for a quote whose time is over; none for one that still holds its own."""
    if quote.holds(at):
        return ()
    await stock.release_reservations(quote.number, at=at, by=reader.person_id, why="")
    lots = await stock.lock_lots([each.product_id for each in quote.wanted])
    return allocate_all(wanted_stock(quote.wanted), lots, on=clock.day_at(at))


async def _empty_basket(quote: Quote) -> None:
    """Take what was ordered out of the basket; other lines stay."""
    if quote.basket_id is not None:
        for each in quote.wanted:
            await shop.drop_line(quote.basket_id, each.product_id)


async def cancel_order(number: str, *, reader: Reader, at: datetime, why: str) -> Order:
    """Cancel an unpaid order of the reader's and release its goods.

    Raises `NoSuchOrder`, `NotYoursToCancel`, or `OrderCannotMove` once it is paid.
    """
    async with transaction():
        await once.claim()
        order = await repository.lock_order((await repository.get_order_for(reader, number)).number)
        check_may_cancel(order, reader)
        return await _cancel(order, by_id=reader.person_id, at=at, why=why)


async def expire_unpaid(*, at: datetime) -> int:
    """Cancel the orders whose last day to pay is over; return how many."""
    rows = current.edition().rows(PAYMENT)
    shortest = min([row.thing for row in rows if row.thing], key=lambda each: each.days)
    first_day = unpaid_since(clock.day_at(at), shortest)
    since = datetime.combine(first_day, time.min, tzinfo=clock.WAREHOUSE_ZONE)
    numbers = await repository.list_numbers_unpaid_since(since)
    return sum([await _expire(number, at=at) for number in numbers])


def last_day_to_pay(order: Order) -> date:
    """Return the last day to pay, by the rule of the day it was placed on; raise `NoRow`."""
    placed_on = clock.day_at(order.placed_at)
    return pay_by(placed_on, current.edition().get(PAYMENT, "order", on=placed_on))


async def _expire(number: str, *, at: datetime) -> int:
    """Cancel one order, unless it was paid first; return 1 or 0."""
    async with transaction():
        order = await repository.lock_order(number)
        if order.state is not OrderState.PLACED or clock.day_at(at) <= last_day_to_pay(order):
            return 0
        await _cancel(order, by_id=None, at=at, why=UNPAID)
    return 1


async def _cancel(order: Order, *, by_id: int | None, at: datetime, why: str) -> Order:
    cancelled = order.cancelled()
    await repository.save_state(cancelled, was=order.state, at=at, by_id=by_id, why=why)
    await stock.release_reservations(order.number, at=at, by=by_id, why=why)
    return cancelled
