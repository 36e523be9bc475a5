"""A price from the seller's yuan to the buyer's total: every stage has a name and is kept."""

from collections.abc import Callable
from dataclasses import dataclass

from moneyed import Money

from app.catalog.ladder import Ladder, price_for
from app.kit.money import settle
from app.kit.refusal import Refusal
from app.kit.words import N_
from app.rates.official import convert
from app.rates.rounding import round_price
from app.rates.selling import SellingRate


class NothingToQuote(Refusal):
    """A total was asked for without one line."""

    sentence = N_("There is nothing to price.")


class MixedRates(Refusal):
    """The lines were priced at more than one rate or spread."""

    sentence = N_("One order is priced at one rate: the lines have different ones.")


class PriceTooSmall(Refusal):
    """A unit costs less than half the smallest coin: nothing is given away by rounding."""

    sentence = N_("The price of %(sku)s is below the smallest coin of %(currency)s.")


@dataclass(frozen=True, slots=True)
class QuoteLine:
    """One line. The stages of a unit are settled once each; whole totals follow without a rest."""

    sku: str
    quantity: int
    list_price: Money
    """A unit, in CNY, by the seller's ladder."""
    goods_price: Money
    """A unit, in the buyer's currency, at the official rate."""
    spread_amount: Money
    """A unit: our spread on the goods price, its own line."""
    rounding_amount: Money
    """A unit: what commercial rounding adds, or takes off when it is below zero."""
    selling: SellingRate
    """The official rate and the terms that the line was priced with."""
    price_list_id: int = 0
    """Which of the seller's price lists the list price stands in."""

    @property
    def unit_price(self) -> Money:
        """What the buyer pays for a unit: goods, spread and rounding."""
        return self.goods_price + self.spread_amount + self.rounding_amount

    @property
    def goods_total(self) -> Money:
        """Goods price × quantity."""
        return self.goods_price * self.quantity

    @property
    def spread_total(self) -> Money:
        """Spread × quantity."""
        return self.spread_amount * self.quantity

    @property
    def rounding_total(self) -> Money:
        """Rounding × quantity."""
        return self.rounding_amount * self.quantity

    @property
    def total(self) -> Money:
        """Unit price × quantity: exactly what the buyer can multiply."""
        return self.unit_price * self.quantity


@dataclass(frozen=True, slots=True)
class QuoteTotal:
    """The sums of all lines, priced at one rate. Raises `NothingToQuote` or `MixedRates`."""

    lines: tuple[QuoteLine, ...]

    def __post_init__(self) -> None:
        if not self.lines:
            raise NothingToQuote
        if any(line.selling != self.selling for line in self.lines):
            raise MixedRates

    @property
    def selling(self) -> SellingRate:
        """The one official rate and spread of all lines."""
        return self.lines[0].selling

    @property
    def currency(self) -> str:
        """The buyer's currency, ISO 4217."""
        return self.selling.currency

    @property
    def goods_total(self) -> Money:
        """The goods of all lines at the official rate."""
        return self._sum(lambda line: line.goods_total)

    @property
    def spread_total(self) -> Money:
        """The spread of all lines."""
        return self._sum(lambda line: line.spread_total)

    @property
    def rounding_total(self) -> Money:
        """The rounding of all lines."""
        return self._sum(lambda line: line.rounding_total)

    @property
    def total(self) -> Money:
        """What the buyer pays: the sum of the lines' totals."""
        return self._sum(lambda line: line.total)

    def _sum(self, stage: Callable[[QuoteLine], Money]) -> Money:
        return sum((stage(line) for line in self.lines), Money(0, self.currency))


def quote_line(sku: str, *, quantity: int, ladder: Ladder, selling: SellingRate) -> QuoteLine:
    """Will price one line: ladder, conversion, spread, and then the price tag; each settled once.

    Raises `BelowMinimum` when the quantity does not reach the ladder, `WrongCurrency` when the
    rate is not for the yuan, and `PriceTooSmall`. Minimum and multiple are `check_quantity`'s.
    """
    list_price = price_for(ladder, quantity)
    goods_price = convert(list_price, selling.official)
    if not goods_price:
        raise PriceTooSmall(sku=sku, currency=selling.currency)
    spread = Money(goods_price.amount * selling.spread_percent / 100, goods_price.currency)
    exact_price = goods_price + settle(spread)
    return QuoteLine(
        sku=sku,
        quantity=quantity,
        list_price=list_price,
        goods_price=goods_price,
        spread_amount=settle(spread),
        rounding_amount=round_price(exact_price, selling.terms.rounding) - exact_price,
        selling=selling,
        price_list_id=ladder.id,
    )
