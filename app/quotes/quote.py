"""A quote: what goods cost a buyer, held with the goods themselves until an instant."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Annotated, Final

import msgspec
from moneyed import Money

from app.accounts.person import Reader
from app.catalog.ladder import check_quantity
from app.catalog.product import Product
from app.kit.i18n import N_
from app.kit.refusal import BadInput, Conflict, NotFound
from app.kit.states import StateMachine
from app.pricing.line import LinePrice, QuoteTotal, price_line
from app.rates.selling import SellingRate


class HoldingTime(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How long a quote holds price and goods.

    Long enough to ask a colleague, and short enough for the risk of the rate.
    """

    code: str
    minutes: Annotated[int, msgspec.Meta(ge=1, le=100_000)]

    @property
    def span(self) -> timedelta:
        return timedelta(minutes=self.minutes)


class QuoteState(StrEnum):
    """How far a quote has come."""

    HELD = "held"
    ORDERED = "ordered"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


class NothingWanted(BadInput):
    """No goods are wanted."""

    code = "quote.nothing_wanted"
    sentence = N_("There is nothing to order: the basket is empty.")


class GoodsGone(Conflict):
    """Some of the wanted goods are not sold any more."""

    code = "quote.goods_gone"
    sentence = N_("Some of these goods are not sold any more. Look at your basket again.")


class NoSuchQuote(NotFound):
    """There is no such quote, or it is not this reader's: both are answered alike."""

    code = "quote.not_found"
    sentence = N_("There is no quote %(number)s.")


class NoSuchLine(NotFound):
    """The quote or the order has no line at this position."""

    code = "quote.line_not_found"
    sentence = N_("%(number)s has no line %(position)s.")


class QuoteCannotMove(Conflict):
    """The quote is not where this step begins."""

    code = "quote.cannot_move"
    sentence = N_("This step is not possible for quote %(number)s now. Its state: %(state)s.")


QUOTE_STATES: Final = StateMachine(
    start=QuoteState.HELD,
    names={
        QuoteState.HELD: N_("Held"),
        QuoteState.ORDERED: N_("Ordered"),
        QuoteState.EXPIRED: N_("Expired"),
        QuoteState.WITHDRAWN: N_("Withdrawn"),
    },
    moves={
        QuoteState.HELD: frozenset({QuoteState.ORDERED, QuoteState.EXPIRED, QuoteState.WITHDRAWN}),
        # After its time a quote is still ordered from, at the price of that moment.
        QuoteState.EXPIRED: frozenset({QuoteState.ORDERED}),
        QuoteState.ORDERED: frozenset(),
        QuoteState.WITHDRAWN: frozenset(),
    },
    refusal=QuoteCannotMove,
)


@dataclass(frozen=True, slots=True)
class WantedGoods:
    """Some units of one product."""

    product_id: int
    quantity: int


@dataclass(frozen=True, slots=True)
class Offer:
    """What the wanted goods cost now: `products` and the lines of `quote`, in the same order."""

    products: tuple[Product, ...]
    quote: QuoteTotal


@dataclass(frozen=True, slots=True)
class QuoteLine:
    """One line of a quote."""

    position: int
    product_id: int
    names: dict[str, str]
    """The product's name by language, as it was when quoted."""
    sales_unit: str
    price: LinePrice


@dataclass(frozen=True, slots=True)
class Quote:
    """A buyer's quote. It copies all it was made at; nothing later changes that."""

    id: int
    number: str
    state: QuoteState
    buyer_id: int
    asked_by_id: int
    quoted_at: datetime
    held_until: datetime
    language: str
    basket_id: int | None
    """The basket that the goods were wanted from."""
    lines: tuple[QuoteLine, ...]

    @property
    def sums(self) -> QuoteTotal:
        """Every stage of the total."""
        return QuoteTotal(tuple(line.price for line in self.lines))

    @property
    def total(self) -> Money:
        """What the buyer pays."""
        return self.sums.total

    @property
    def selling(self) -> SellingRate:
        """The rate and the terms it was priced at."""
        return self.lines[0].price.selling

    @property
    def wanted(self) -> tuple[WantedGoods, ...]:
        """The goods and quantities of its lines."""
        return tuple(WantedGoods(line.product_id, line.price.quantity) for line in self.lines)

    def line(self, position: int) -> QuoteLine:
        """Return the line at a position, from 1; raises `NoSuchLine`."""
        for line in self.lines:
            if line.position == position:
                return line
        raise NoSuchLine(number=self.number, position=position)

    def holds(self, at: datetime) -> bool:
        """Return whether price and goods are still held at the instant, the last one included."""
        return self.state is QuoteState.HELD and at <= self.held_until

    def is_past(self, at: datetime) -> bool:
        """Return whether it is held although its time is over."""
        return self.state is QuoteState.HELD and self.held_until < at

    def priced_anew(self, offered: Offer) -> "Quote":
        """Return the quote with the same goods at the prices of an offer."""
        pairs = zip(self.lines, offered.quote.lines, strict=True)
        return replace(self, lines=tuple(replace(line, price=price) for line, price in pairs))

    def ordered(self) -> "Quote":
        """Return the quote with its order placed."""
        return self._moved(QuoteState.ORDERED)

    def expired(self) -> "Quote":
        """Return the quote after its time."""
        return self._moved(QuoteState.EXPIRED)

    def withdrawn(self) -> "Quote":
        """Return the quote withdrawn by its buyer."""
        return self._moved(QuoteState.WITHDRAWN)

    def _moved(self, to: QuoteState) -> "Quote":
        return replace(self, state=QUOTE_STATES.move(self.state, to, number=self.number))


@dataclass(frozen=True, slots=True)
class QuoteMove:
    """One step of a quote's life; `who` is empty when no person took it."""

    state: QuoteState
    at: datetime
    who: str


def check_wanted(wanted: tuple[WantedGoods, ...]) -> None:
    """Raise `NothingWanted` if no goods are wanted."""
    if not wanted:
        raise NothingWanted


def offer(
    wanted: tuple[WantedGoods, ...], *, products: Mapping[int, Product], selling: SellingRate
) -> Offer:
    """Price the wanted goods.

    Raises `NothingWanted`, `GoodsGone`, `NotOnSale`, `BelowMinimum` or `OffMultiple`.
    """
    check_wanted(wanted)
    if any(each.product_id not in products for each in wanted):
        raise GoodsGone
    chosen = tuple(products[each.product_id] for each in wanted)
    pairs = zip(wanted, chosen, strict=True)
    lines = tuple(_priced(each.quantity, product, selling) for each, product in pairs)
    return Offer(chosen, QuoteTotal(lines))


def _priced(quantity: int, product: Product, selling: SellingRate) -> LinePrice:
    product.check_on_sale()
    check_quantity(quantity, minimum=product.minimum, multiple=product.multiple)
    return price_line(product.sku, quantity=quantity, ladder=product.ladder, selling=selling)


def quote_number(year: int, count: int) -> str:
    """Return a quote's number, such as Q-2026-000123."""
    return f"Q-{year}-{count:06d}"


@dataclass(frozen=True, slots=True)
class QuoteRequest:
    """Who asked for a quote, when, under which number, in which language, from which basket."""

    number: str
    reader: Reader
    at: datetime
    language: str
    basket_id: int | None = None


def hold(offered: Offer, request: QuoteRequest, *, span: timedelta) -> Quote:
    """Return the quote of an offer, held for the span. Its id is 0 until it is saved."""
    pairs = zip(offered.products, offered.quote.lines, strict=True)
    return Quote(
        id=0,
        number=request.number,
        state=QUOTE_STATES.start,
        buyer_id=request.reader.company_id,
        asked_by_id=request.reader.person_id,
        quoted_at=request.at,
        held_until=request.at + span,
        language=request.language,
        basket_id=request.basket_id,
        lines=tuple(
            QuoteLine(position, product.id, dict(product.names), product.sales_unit, line)
            for position, (product, line) in enumerate(pairs, start=1)
        ),
    )
