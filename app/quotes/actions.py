"""Opening quotes, withdrawing them, and expiring those whose time is over."""

from datetime import datetime, timedelta
from typing import Final

from app.accounts.person import Reader
from app.catalog import repository as catalog
from app.countries import repository as countries
from app.kit import clock, once
from app.kit.db import transaction
from app.kit.numbering import next_number
from app.quotes import repository
from app.quotes.lists import HOLDING
from app.quotes.quote import (
    Offer,
    Quote,
    QuoteRequest,
    WantedGoods,
    check_wanted,
    hold,
    offer,
    quote_number,
)
from app.rates.repository import selling as rates
from app.reference import current
from app.stock import repository as stock
from app.stock.lot import WantedPieces as WantedStock
from app.stock.lot import allocate_all

_MOST_AT_ONCE: Final = 20


async def price(wanted: tuple[WantedGoods, ...], *, country: str, at: datetime) -> Offer:
    """Price goods for a buyer of the country at this instant, without reserving anything.

    Raises what `offer` raises, `CountryNotServed`, and what `selling_in_force` raises.
    """
    check_wanted(wanted)
    currency = countries.get_buyer(country, on=clock.day_at(at)).currency.code
    selling = await rates.selling_in_force(currency, at)
    products = await catalog.get_products_for_pricing([each.product_id for each in wanted])
    return offer(wanted, products=products, selling=selling)


async def open_quote(
    wanted: tuple[WantedGoods, ...],
    *,
    reader: Reader,
    at: datetime,
    language: str,
    basket_id: int | None = None,
) -> Quote:
    """Hold price, rate and goods for the reader; the reader's earlier quote is withdrawn.

    Raises what `price` raises, and `OutOfStock`; the earlier quote then stays.
    """
    check_wanted(wanted)
    async with transaction():
        await once.claim()
        await repository.lock_person(reader.person_id)
        await _withdraw_earlier(wanted, reader=reader, at=at)
        offered = await price(wanted, country=reader.country, at=at)
        lots = await stock.lock_lots([product.id for product in offered.products])
        reserved = allocate_all(wanted_stock(wanted), lots, on=clock.day_at(at))
        year = clock.day_at(at).year
        number = quote_number(year, await next_number(f"Q-{year}"))
        request = QuoteRequest(number, reader, at=at, language=language, basket_id=basket_id)
        quote = await repository.save_new_quote(hold(offered, request, span=holding_span(at)))
        await stock.save_reservations(number, reserved, at=at, by=reader.person_id)
    return quote


def holding_span(at: datetime) -> timedelta:
    """Return how long a quote opened at the instant holds; raises `NoRow`."""
    return current.edition().get(HOLDING, "quote", on=clock.day_at(at)).span


async def _withdraw_earlier(
    wanted: tuple[WantedGoods, ...], *, reader: Reader, at: datetime
) -> None:
    numbers = await repository.list_numbers_held_by(reader.person_id)
    earlier = [await repository.lock_quote(number) for number in numbers]
    all_wanted = [*wanted, *(each for quote in earlier for each in quote.wanted)]
    await stock.lock_shelf([each.product_id for each in all_wanted])
    for quote in earlier:
        await _withdraw(quote, reader=reader, at=at)


def wanted_stock(wanted: tuple[WantedGoods, ...]) -> tuple[WantedStock, ...]:
    """Return the pieces wanted from the shelf, line by line."""
    return tuple(
        WantedStock(position=position, product_id=each.product_id, quantity=each.quantity)
        for position, each in enumerate(wanted, start=1)
    )


async def withdraw_quote(number: str, *, reader: Reader, at: datetime) -> Quote:
    """Withdraw the reader's quote; raises `NoSuchQuote` or `QuoteCannotMove`."""
    async with transaction():
        await once.claim()
        await repository.get_quote_for(reader, number)
        return await _withdraw(await repository.lock_quote(number), reader=reader, at=at)


async def _withdraw(quote: Quote, *, reader: Reader, at: datetime) -> Quote:
    withdrawn = quote.withdrawn()
    await repository.save_state(withdrawn, was=quote.state, at=at, by_id=reader.person_id)
    await stock.release_reservations(quote.number, at=at, by=reader.person_id, why="")
    return withdrawn


async def expire_quotes(*, at: datetime) -> int:
    """Expire the quotes whose time is over; return how many."""
    numbers = await repository.list_numbers_past(at, most=_MOST_AT_ONCE)
    return sum([await _expire(number, at=at) for number in numbers])


async def _expire(number: str, *, at: datetime) -> int:
    """Expire one quote, unless it was ordered or withdrawn first; return 1 or 0."""
    async with transaction():
        quote = await repository.lock_quote(number)
        if not quote.is_past(at):
            return 0
        await repository.save_state(quote.expired(), was=quote.state, at=at, by_id=None)
        await stock.release_reservations(number, at=at, by=None, why="")
    return 1
