"""Read models of a quote's pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.accounts import repository as accounts
from app.accounts.company import Company
from app.accounts.person import Reader
from app.catalog import repository as catalog
from app.kit import clock
from app.landed.estimate import Bought, Estimated
from app.landed.repository import estimate
from app.orders import actions as ordering
from app.orders import repository as orders
from app.orders.terms import TermsOffered
from app.pricing.repository import get_why
from app.pricing.why import Why
from app.quotes import actions as quoting
from app.quotes import repository
from app.quotes.quote import Quote, QuoteLine, QuoteMove, QuoteState


@dataclass(frozen=True, slots=True)
class OrderedQuote:
    """A quote that an order was placed from."""

    order_number: str


@dataclass(frozen=True, slots=True)
class WithdrawnQuote:
    """A quote that was withdrawn."""

    quote: Quote
    move: QuoteMove


@dataclass(frozen=True, slots=True)
class Checkout:
    """A quote to order from, and what the buyer may choose."""

    quote: Quote
    holds: bool
    current: Quote
    """The quote itself while it holds; then the same goods at current prices."""
    buyer: Company
    brokers: Sequence[Company]
    offer: TermsOffered
    estimated: Estimated


async def read_quote_page(
    reader: Reader, number: str, *, at: datetime
) -> OrderedQuote | WithdrawnQuote | Checkout:
    """Read the current state of a quote of the reader's company; raises `NoSuchQuote`.

    For an expired quote also raises what pricing raises.
    """
    quote = await repository.get_quote_for(reader, number)
    if quote.state is QuoteState.ORDERED:
        order = await orders.get_order_of(quote.id)
        return OrderedQuote(order.number)
    if quote.state is QuoteState.WITHDRAWN:
        return WithdrawnQuote(quote, await repository.last_move(quote.id))
    return await _checkout(quote, reader, at=at)


async def _priced_anew(quote: Quote, reader: Reader, *, at: datetime) -> Quote:
    return quote.priced_anew(await quoting.price(quote.wanted, country=reader.country, at=at))


async def _checkout(quote: Quote, reader: Reader, *, at: datetime) -> Checkout:
    on, holds = clock.day_at(at), quote.holds(at)
    current = quote if holds else await _priced_anew(quote, reader, at=at)
    products = await catalog.get_products_for_pricing([line.product_id for line in current.lines])
    bought = [
        Bought(products[line.product_id], line.price.quantity, line.price.total)
        for line in current.lines
    ]
    return Checkout(
        quote=quote,
        holds=holds,
        current=current,
        buyer=await accounts.get_company(reader.company_id),
        brokers=await ordering.list_brokers(reader.country),
        offer=ordering.offered_terms(reader.country, on=on),
        estimated=await estimate(bought, on=on),
    )


async def read_line_why(reader: Reader, number: str, position: int) -> tuple[QuoteLine, Why]:
    """Read a line of the reader's quote with the reasons of its price.

    Raises `NoSuchQuote` or `NoSuchLine`.
    """
    line = (await repository.get_quote_for(reader, number)).line(position)
    return line, await get_why(line.price)
