"""Placing an order: from what a buyer wants to an order that copies all it was placed at."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from app.accounts.person import Reader
from app.catalog.ladder import check_quantity
from app.catalog.product import Product
from app.kit.formats import money
from app.kit.money import from_minor, to_minor
from app.kit.refusal import BadInput, Conflict
from app.kit.words import N_
from app.orders.order import START, Order, OrderLine, RateUsed, Terms
from app.orders.terms import AskedTerms
from app.pricing.quote import QuoteLine, QuoteTotal, quote_line
from app.rates.selling import SellingRate

PAY_WITHIN_DAYS: Final = 5
"""Days that goods are held for an order nobody has paid yet."""


class NothingWanted(BadInput):
    """An order was asked for without any goods."""

    sentence = N_("There is nothing to order: the basket is empty.")


class GoodsGone(Conflict):
    """Something that is wanted is not sold any more."""

    sentence = N_("Some of these goods are not sold any more. Look at your basket again.")


class PriceMoved(Conflict):
    """The total is no longer the one the buyer saw."""

    sentence = N_("The total was %(old)s and is now %(new)s. Check it and place the order again.")


@dataclass(frozen=True, slots=True)
class Wanted:
    """So many units of one product."""

    product_id: int
    quantity: int


@dataclass(frozen=True, slots=True)
class Placing:
    """A buyer's wish to order. The same `request_key` sent twice is one wish."""

    request_key: str
    wanted: tuple[Wanted, ...]
    terms: AskedTerms
    seen_total_minor: int
    """The total that the buyer saw, in minor units; compared with ours, never used as a price."""
    language: str
    basket_id: int | None
    """The basket to empty, if the goods came out of one."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What the wanted goods cost now: a product and a priced line for each, in one order."""

    products: tuple[Product, ...]
    quote: QuoteTotal


def check_wanted(wanted: tuple[Wanted, ...]) -> None:
    """Will let pass whoever wants anything at all; raises `NothingWanted` else."""
    if not wanted:
        raise NothingWanted


def offer(
    wanted: tuple[Wanted, ...], *, products: Mapping[int, Product], selling: SellingRate
) -> Offer:
    """Will price the wanted goods.

    Raises `NothingWanted`, `GoodsGone`, `BelowMinimum` or `OffMultiple`.
    """
    check_wanted(wanted)
    if any(each.product_id not in products for each in wanted):
        raise GoodsGone
    chosen = tuple(products[each.product_id] for each in wanted)
    pairs = zip(wanted, chosen, strict=True)
    lines = tuple(_priced(each.quantity, product, selling) for each, product in pairs)
    return Offer(chosen, QuoteTotal(lines))


def _priced(quantity: int, product: Product, selling: SellingRate) -> QuoteLine:
    check_quantity(quantity, minimum=product.minimum, multiple=product.multiple)
    return quote_line(product.sku, quantity=quantity, ladder=product.ladder, selling=selling)


def check_seen(seen_total_minor: int, offered: Offer) -> None:
    """Will let the order be placed at the total the buyer saw; raises `PriceMoved` else."""
    quote = offered.quote
    if to_minor(quote.total) != seen_total_minor:
        seen = from_minor(seen_total_minor, quote.currency)
        raise PriceMoved(old=money(seen), new=money(quote.total))


def order_number(year: int, count: int) -> str:
    """Will give the number of the year's so-many-th order: K-2026-000123."""
    return f"K-{year}-{count:06d}"


def pay_by(placed_on: date) -> date:
    """Will give the last day to pay for an order that was placed on the day."""
    return placed_on + timedelta(days=PAY_WITHIN_DAYS)


@dataclass(frozen=True, slots=True)
class Placed:
    """Who placed the order, when, under which number, in which language."""

    number: str
    reader: Reader
    at: datetime
    language: str


def place(offered: Offer, *, terms: Terms, placed: Placed) -> Order:
    """Will make the order. Its id is 0 until it is kept."""
    quote = offered.quote
    lines = zip(offered.products, quote.lines, strict=True)
    return Order(
        id=0,
        number=placed.number,
        state=START,
        buyer_id=placed.reader.company_id,
        placed_by_id=placed.reader.person_id,
        placed_at=placed.at,
        language=placed.language,
        terms=terms,
        currency=quote.currency,
        rate=rate_used(quote.selling),
        goods_total=quote.goods_total,
        spread_total=quote.spread_total,
        total=quote.total,
        lines=tuple(
            _line(position, product, line)
            for position, (product, line) in enumerate(lines, start=1)
        ),
    )


def rate_used(selling: SellingRate) -> RateUsed:
    """Will copy the official rate and the spread for an order to keep."""
    official = selling.official
    return RateUsed(
        bank=official.bank,
        currency=official.currency,
        nominal=official.nominal,
        value=official.value,
        effective_on=official.effective_on,
        spread_percent=selling.spread.percent,
    )


def _line(position: int, product: Product, line: QuoteLine) -> OrderLine:
    return OrderLine(
        position=position,
        product_id=product.id,
        sku=product.sku,
        names=dict(product.names),
        sales_unit=product.sales_unit,
        quantity=line.quantity,
        list_price=line.list_price,
        goods_price=line.goods_price,
        spread_price=line.spread_amount,
        unit_price=line.unit_price,
        goods_total=line.goods_total,
        spread_total=line.spread_total,
        total=line.total,
    )
