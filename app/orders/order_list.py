"""Orders as a list shows them, and which of them are looked for."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from moneyed import Money

from app.kit.i18n import N_
from app.kit.refusal import BadInput
from app.orders.order import OrderState


class SumNeedsCurrency(BadInput):
    """Sums of different currencies were to be compared."""

    code = "order.sum_needs_currency"
    sentence = N_("Choose a currency too: sums in different currencies are not compared.")


class DaysReversed(BadInput):
    """The last day lies before the first."""

    code = "order.days_reversed"
    sentence = N_("The last day, %(until)s, lies before the first, %(since)s.")


LARGEST = "largest"
"""The order of the list that compares sums."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedOrders:
    """Which orders are looked for; what is empty or None narrows nothing."""

    words: str = ""
    """Of the number, the buyer's name or number, or the name or article number of goods."""
    state: OrderState | None = None
    currency: str = ""
    least: Decimal | None = None
    most: Decimal | None = None
    since: date | None = None
    """The first day of placing, by the warehouse's clock."""
    until: date | None = None
    buyer_id: int | None = None
    sort: str = ""

    def check(self) -> None:
        """Raise `SumNeedsCurrency` or `DaysReversed`."""
        compares = self.least is not None or self.most is not None or self.sort == LARGEST
        if compares and not self.currency:
            raise SumNeedsCurrency(field="currency")
        if self.since and self.until and self.until < self.since:
            raise DaysReversed(field="until", since=self.since, until=self.until)


@dataclass(frozen=True, slots=True)
class OrderEntry:
    """An order in a list."""

    number: str
    state: OrderState
    placed_at: datetime
    buyer: str
    buyer_number: str
    names: dict[str, str]
    """The name of the goods on its first line, by language."""
    lines: int
    total: Money


@dataclass(frozen=True, slots=True)
class CurrencyTotal:
    """Orders in one currency: how many, and their sum."""

    orders: int
    sum: Money
