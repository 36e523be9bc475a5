"""Placing an order, giving it up, and giving up the ones that nobody paid."""

from datetime import datetime, time

from app.accounts import store as accounts
from app.accounts.company import Company, CompanyKind, currency_of
from app.accounts.person import Reader
from app.catalog import store as catalog
from app.kit import clock
from app.kit.db import transaction
from app.kit.numbering import next_number
from app.orders import store
from app.orders.cancelling import UNPAID, check_may_cancel, unpaid_since
from app.orders.order import Order, OrderState, Terms
from app.orders.placing import (
    Offer,
    Placed,
    Placing,
    Wanted,
    check_seen,
    check_wanted,
    offer,
    order_number,
    place,
)
from app.orders.terms import AskedTerms, agree
from app.rates.store import selling as rates
from app.shop import store as shop
from app.stock import store as stock
from app.stock.lot import Wanted as WantedStock
from app.stock.lot import allocate_all


async def price(wanted: tuple[Wanted, ...], *, country: str, at: datetime) -> Offer:
    """Will price goods for a buyer of the country at this instant, without promising anything.

    Raises what `offer` raises, and `CountryNotServed`, `NoRate` or `NoSpread`.
    """
    check_wanted(wanted)
    selling = await rates.selling_in_force(currency_of(country), at)
    products = await catalog.get_products_for_pricing([each.product_id for each in wanted])
    return offer(wanted, products=products, selling=selling)


async def place_order(request: Placing, *, reader: Reader, at: datetime) -> Order:
    """Will place the order and hold its goods, or do nothing at all.

    The same request sent again gives the order it has placed already. Raises `NothingWanted`,
    `GoodsGone`, `BelowMinimum`, `OffMultiple`, `NoRate`, `NoSpread`, `CountryNotServed`,
    `UnknownDelivery`, `UnknownCrossing`, `UnknownBroker`, `PriceMoved` or `OutOfStock`.
    """
    request_key = _request_key(request, reader)
    async with transaction():
        await store.lock_request(request_key)
        placed = await store.find_order_by_request(request_key)
        if placed is not None:
            return placed
        terms = await _agree(request.terms, country=reader.country, at=at)
        offered = await price(request.wanted, country=reader.country, at=at)
        check_seen(request.seen_total_minor, offered)
        order = await _keep(request, offered=offered, terms=terms, reader=reader, at=at)
        if request.basket_id is not None:
            await shop.empty_basket(request.basket_id)
    return order


async def _agree(asked: AskedTerms, *, country: str, at: datetime) -> Terms:
    return agree(
        asked,
        country=country,
        on=clock.day_at(at),
        broker_ids={broker.id for broker in await list_brokers(country)},
    )


async def list_brokers(country: str) -> list[Company]:
    """Will list the customs brokers that a buyer of the country may name."""
    firms = await accounts.list_companies(CompanyKind.BROKER)
    return [firm for firm in firms if firm.country == country]


async def _keep(
    request: Placing, *, offered: Offer, terms: Terms, reader: Reader, at: datetime
) -> Order:
    """Will promise the goods, then number and keep the order: the counter is held shortest."""
    lots = await stock.lock_lots([product.id for product in offered.products])
    promised = allocate_all(_wanted_stock(request.wanted), lots, on=clock.day_at(at))
    year = clock.day_at(at).year
    number = order_number(year, await next_number(f"K-{year}"))
    placed = Placed(number=number, reader=reader, at=at, language=request.language)
    order = await store.keep_new_order(
        place(offered, terms=terms, placed=placed),
        request_key=_request_key(request, reader),
    )
    await stock.keep_promises(number, promised, at=at, by=reader.person_id)
    return order


def _request_key(request: Placing, reader: Reader) -> str:
    """Will give the key under which a request is known: nobody meets another person's."""
    return f"{reader.person_id}:{request.request_key}"


def _wanted_stock(wanted: tuple[Wanted, ...]) -> tuple[WantedStock, ...]:
    return tuple(
        WantedStock(position=position, product_id=each.product_id, quantity=each.quantity)
        for position, each in enumerate(wanted, start=1)
    )


async def cancel_order(number: str, *, reader: Reader, at: datetime, why: str) -> Order:
    """Will give up an unpaid order of the reader's and let its goods go.

    Raises `NoSuchOrder`, `NotYoursToCancel`, or `OrderCannotMove` once it is paid.
    """
    async with transaction():
        order = await store.lock_order((await store.get_order_for(reader, number)).number)
        check_may_cancel(order, reader)
        return await _give_up(order, by_id=reader.person_id, at=at, why=why)


async def expire_unpaid(*, at: datetime) -> int:
    """Will cancel the orders whose last day to pay is over; gives how many."""
    first_day = unpaid_since(clock.day_at(at))
    since = datetime.combine(first_day, time.min, tzinfo=clock.WAREHOUSE_ZONE)
    numbers = await store.list_numbers_unpaid_since(since)
    return sum([await _expire(number, at=at) for number in numbers])


async def _expire(number: str, *, at: datetime) -> int:
    """Will cancel one order, unless its payment came first."""
    async with transaction():
        order = await store.lock_order(number)
        if order.state is not OrderState.PLACED:
            return 0
        await _give_up(order, by_id=None, at=at, why=UNPAID)
    return 1


async def _give_up(order: Order, *, by_id: int | None, at: datetime, why: str) -> Order:
    cancelled = order.cancelled()
    await store.keep_state(cancelled, was=order.state, at=at, by_id=by_id, why=why)
    await stock.release_promises(order.number, at=at, by=by_id, why=why)
    return cancelled
