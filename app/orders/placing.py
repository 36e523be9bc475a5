"""Placing an order: a quote becomes an order that copies all it was made at."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Annotated

import msgspec
from moneyed import Money

from app.accounts.person import Reader
from app.kit.i18n import N_
from app.kit.money import from_minor
from app.kit.refusal import Conflict
from app.orders.order import ORDER_STATES, Order, OrderLine, RateUsed, Terms
from app.orders.terms import TermsRequest
from app.quotes.quote import Quote, QuoteLine
from app.rates.selling import SellingRate


class PaymentTime(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How long goods are held for an order that nobody has paid yet."""

    code: str
    days: Annotated[int, msgspec.Meta(ge=1, le=365)]


class PriceRose(Conflict):
    """The quote's time is over, and the goods cost more now: the buyer has to agree."""

    code = "order.price_rose"
    sentence = N_(
        "The time of the quote is over. The total was %(old)s and is now %(new)s."
        " Nothing was ordered."
    )

    def __init__(self, *, old: Money, new: Money) -> None:
        self.old_total, self.new_total = old, new
        super().__init__(old=old, new=new)


@dataclass(frozen=True, slots=True)
class Placing:
    """A buyer's request to order a quote. The same quote ordered twice is one order."""

    quote_number: str
    terms: TermsRequest
    agreed_minor: int = 0
    """The new total that the buyer has agreed to after the quote's time, in minor units."""


def check_agreed(quote: Quote, now: Money, *, agreed_minor: int) -> None:
    """Raise `PriceRose` if `now` is above what was quoted and what was agreed to.

    A lower price is passed on without asking.
    """
    agreed = from_minor(agreed_minor, now.currency.code)
    if now > max(quote.total, agreed):
        raise PriceRose(old=quote.total, new=now)


def order_number(year: int, count: int) -> str:
    """Return an order's number, such as K-2026-000123."""
    return f"K-{year}-{count:06d}"


def pay_by(placed_on: date, within: PaymentTime) -> date:
    """Return the last day to pay for an order that was placed on the day."""
    return placed_on + timedelta(days=within.days)


@dataclass(frozen=True, slots=True)
class Placed:
    """Who placed the order, when, under which number, and by which codes."""

    number: str
    reader: Reader
    at: datetime
    codes: Mapping[int, Mapping[str, str]]
    """The codes that count for the buyer, by product and tariff."""


def place(quote: Quote, *, terms: Terms, placed: Placed) -> Order:
    """Return the order of a quote. Its id is 0 until it is saved."""
    sums = quote.sums
    return Order(
        id=0,
        number=placed.number,
        state=ORDER_STATES.start,
        buyer_id=placed.reader.company_id,
        placed_by_id=placed.reader.person_id,
        placed_at=placed.at,
        language=quote.language,
        terms=terms,
        currency=sums.currency,
        rate=rate_used(quote.selling),
        breakdown=sums.breakdown,
        lines=tuple(_line(line, placed.codes[line.product_id]) for line in quote.lines),
        quote_id=quote.id,
    )


def rate_used(selling: SellingRate) -> RateUsed:
    """Return a copy of the official rate and the spread, for an order."""
    official = selling.official
    return RateUsed(
        bank=official.bank,
        currency=official.currency,
        nominal=official.nominal,
        value=official.value,
        effective_on=official.effective_on,
        spread_percent=selling.spread_percent,
        official_id=official.id,
        terms_id=selling.terms.id,
    )


def _line(line: QuoteLine, codes: Mapping[str, str]) -> OrderLine:
    price = line.price
    return OrderLine(
        position=line.position,
        product_id=line.product_id,
        sku=price.sku,
        names=line.names,
        sales_unit=line.sales_unit,
        quantity=price.quantity,
        list_price=price.list_price,
        unit=price.unit,
        price_list_id=price.price_list_id,
        codes=codes,
    )
