"""Prices of lines and their totals, from the seller's yuan to the buyer's currency."""

from dataclasses import dataclass

from moneyed import Money

from app.catalog.ladder import Ladder, price_for
from app.kit.i18n import N_
from app.kit.refusal import Refusal
from app.pricing.breakdown import GOODS, Multiplied, PriceBreakdown, add_up
from app.pricing.stages import break_down
from app.rates.selling import SellingRate


class NothingToQuote(Refusal):
    """A total needs at least one line."""

    code = "price.nothing_to_quote"
    sentence = N_("There is nothing to price.")


class MixedRates(Refusal):
    """The lines were priced at more than one rate or spread."""

    code = "price.mixed_rates"
    sentence = N_("One order is priced at one rate: the lines have different ones.")


class PriceTooSmall(Refusal):
    """A unit costs less than half the smallest coin, and would be rounded to nothing."""

    code = "price.too_small"
    sentence = N_("The price of %(sku)s is below the smallest coin of %(currency)s.")


@dataclass(frozen=True, slots=True)
class LinePrice(Multiplied):
    """The price of units of one product, with what it was made from."""

    sku: str
    quantity: int
    list_price: Money
    """The price of a unit by the seller's ladder, in CNY."""
    unit: PriceBreakdown
    """A unit's stages, in the buyer's currency."""
    selling: SellingRate
    """The official rate and the terms that the line was priced with."""
    price_list_id: int = 0
    """The id of the seller's price list."""


@dataclass(frozen=True, slots=True)
class QuoteTotal:
    """The sums of all lines, priced at one rate. Raises `NothingToQuote` or `MixedRates`."""

    lines: tuple[LinePrice, ...]

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
    def breakdown(self) -> PriceBreakdown:
        """The stages of all lines together."""
        return add_up(line.breakdown for line in self.lines)

    @property
    def total(self) -> Money:
        """What the buyer pays: the sum of the lines' totals."""
        return self.breakdown.total


def price_line(sku: str, *, quantity: int, ladder: Ladder, selling: SellingRate) -> LinePrice:
    """Return the price of one line: the list price by the ladder, and the stages after it.

    Raises `BelowMinimum` when the quantity does not reach the ladder, `WrongCurrency` when the
    rate is not for the yuan, and `PriceTooSmall`. Minimum and multiple are `check_quantity`'s.
    """
    list_price = price_for(ladder, quantity)
    unit = break_down(list_price, quantity=quantity, selling=selling)
    if not unit.amount(GOODS):
        raise PriceTooSmall(sku=sku, currency=selling.currency)
    return LinePrice(
        sku=sku,
        quantity=quantity,
        list_price=list_price,
        unit=unit,
        selling=selling,
        price_list_id=ladder.id,
    )
