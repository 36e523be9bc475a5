"""An order: what was bought, at which price and terms, and how far it has come."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Final

from moneyed import Money

from app.kit.i18n import N_
from app.kit.refusal import Conflict, NotFound
from app.kit.states import StateMachine
from app.pricing.breakdown import Multiplied, PriceBreakdown
from app.quotes.quote import NoSuchLine


class OrderState(StrEnum):
    """How far an order has come."""

    PLACED = "placed"
    PAID = "paid"
    PICKED = "picked"
    PACKED = "packed"
    LOADED = "loaded"
    DECLARED = "declared"
    RELEASED = "released"
    DEPARTED = "departed"
    CANCELLED = "cancelled"


DRAWN_UP = frozenset({OrderState.DECLARED, OrderState.RELEASED, OrderState.DEPARTED})
"""The states in which an order's papers exist or are being made."""


class OrderCannotMove(Conflict):
    """The order is not where this step begins."""

    code = "order.cannot_move"
    sentence = N_("This step is not possible for order %(number)s now. Its state: %(state)s.")


ORDER_STATES: Final = StateMachine(
    start=OrderState.PLACED,
    names={
        OrderState.PLACED: N_("Placed"),
        OrderState.PAID: N_("Paid"),
        OrderState.PICKED: N_("Picked"),
        OrderState.PACKED: N_("Packed and weighed"),
        OrderState.LOADED: N_("On the truck"),
        OrderState.DECLARED: N_("Declaration drafted"),
        OrderState.RELEASED: N_("Released by customs"),
        OrderState.DEPARTED: N_("Left the gate"),
        OrderState.CANCELLED: N_("Cancelled"),
    },
    moves={
        OrderState.PLACED: frozenset({OrderState.PAID, OrderState.CANCELLED}),
        OrderState.PAID: frozenset({OrderState.PICKED}),
        OrderState.PICKED: frozenset({OrderState.PACKED}),
        OrderState.PACKED: frozenset({OrderState.LOADED}),
        # A carton may come off the truck again until the load is frozen.
        OrderState.LOADED: frozenset({OrderState.DECLARED, OrderState.PACKED}),
        # Customs may take a release back (a later receipt): the order follows.
        # A frozen load may be opened again until its declaration is lodged.
        OrderState.DECLARED: frozenset({OrderState.RELEASED, OrderState.LOADED}),
        OrderState.RELEASED: frozenset({OrderState.DEPARTED, OrderState.DECLARED}),
        OrderState.DEPARTED: frozenset(),
        OrderState.CANCELLED: frozenset(),
    },
    refusal=OrderCannotMove,
)


class OrderMovedOn(Conflict):
    """The order has moved since it was read."""

    code = "order.moved_on"
    sentence = N_("Order %(number)s has moved on meanwhile. Look at it again.")


class NoSuchOrder(NotFound):
    """There is no such order, or it is not this reader's: both are answered alike."""

    code = "order.not_found"
    sentence = N_("There is no order %(number)s.")


class NoReasons(NotFound):
    """The order is older than quotes: it has figures, but not the rows they came from."""

    code = "order.no_reasons"
    sentence = N_("Order %(number)s is older than the reasons of prices.")


@dataclass(frozen=True, slots=True)
class OrderLine(Multiplied):
    """One line, with every stage of its price, to the coin."""

    position: int
    product_id: int
    sku: str
    names: dict[str, str]
    """The product's name by language, as it was when the order was placed."""
    sales_unit: str
    quantity: int
    list_price: Money
    """The seller's unit price in CNY."""
    unit: PriceBreakdown
    """A unit's stages, in the buyer's currency."""
    price_list_id: int | None = None
    """The seller's price list; None on an order older than price lists."""
    codes: Mapping[str, str] = field(default_factory=dict)
    """The goods' codes by tariff, as they were when the order was placed."""


@dataclass(frozen=True, slots=True)
class RateUsed:
    """The official rate and the spread the order was placed at."""

    bank: str
    currency: str
    """What was converted: always CNY."""
    nominal: int
    value: Decimal
    effective_on: date
    spread_percent: Decimal
    official_id: int | None = None
    """The official rate's row; None on an order older than quotes, as below."""
    terms_id: int | None = None


@dataclass(frozen=True, slots=True)
class Terms:
    """To whom, on which delivery term, through which crossing, and whose broker."""

    consignee_name: str
    consignee_address: str
    delivery_term: str
    delivery_place: str
    crossing: str
    broker_id: int | None


@dataclass(frozen=True, slots=True)
class Order:
    """A buyer's order. It copies all it was placed at; nothing later changes that."""

    id: int
    number: str
    state: OrderState
    buyer_id: int
    placed_by_id: int
    placed_at: datetime
    language: str
    terms: Terms
    currency: str
    rate: RateUsed
    breakdown: PriceBreakdown
    """The stages of all lines together."""
    lines: tuple[OrderLine, ...]
    quote_id: int | None = None
    """The quote it was placed from; None on an order older than quotes."""

    @property
    def total(self) -> Money:
        """What the buyer pays."""
        return self.breakdown.total

    def line(self, position: int) -> OrderLine:
        """Return the line at a position, from 1; raises `NoSuchLine`."""
        for line in self.lines:
            if line.position == position:
                return line
        raise NoSuchLine(number=self.number, position=position)

    def paid(self) -> "Order":
        """Return the order with its proforma settled."""
        return self._moved(OrderState.PAID)

    def cancelled(self) -> "Order":
        """Return the order given up before it was paid."""
        return self._moved(OrderState.CANCELLED)

    def picked(self) -> "Order":
        """Return the order with every piece off the shelf."""
        return self._moved(OrderState.PICKED)

    def packed(self) -> "Order":
        """Return the order with every piece in a weighed carton, or off the truck."""
        return self._moved(OrderState.PACKED)

    def loaded(self) -> "Order":
        """Return the order with every carton on one truck."""
        return self._moved(OrderState.LOADED)

    def declared(self) -> "Order":
        """Return the order with its load frozen, or with its release taken back."""
        return self._moved(OrderState.DECLARED)

    def released(self) -> "Order":
        """Return the order with its declaration released by customs."""
        return self._moved(OrderState.RELEASED)

    def departed(self) -> "Order":
        """Return the order out of the gate."""
        return self._moved(OrderState.DEPARTED)

    def _moved(self, to: OrderState) -> "Order":
        return replace(self, state=ORDER_STATES.move(self.state, to, number=self.number))
