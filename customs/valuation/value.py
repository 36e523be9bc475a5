"""The customs value of each line of a consignment: price, plus and less allocated charges.

Customs Code of the EAEU, articles 39 and 40; boxes 12 + 20 − 24 = 25 of ДТС-1.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from moneyed import Money

from customs.refusal import N_, CustomsRefusal
from customs.sharing import share
from customs.valuation.boxes import Boxes, sum_up
from customs.valuation.exchange_rates import ExchangeRate, ExchangeRates
from customs.valuation.incoterms import Charge, check_charges


class SharedBy(StrEnum):
    """The key by which charges of a consignment are allocated to its lines."""

    VALUE = "value"
    WEIGHT = "weight"


class ValueNotAboveZero(CustomsRefusal):
    """Raised when there is no price, as of a gift or a sample, or a deduction exceeds it.

    Such goods cannot be valued by the transaction value, whatever charges are added.
    """

    code = "customs.valuation.value_not_above_zero"
    sentence = N_("The customs value of line %(line)s would not be above zero.")


class NegativeCharge(CustomsRefusal):
    code = "customs.valuation.negative_charge"
    sentence = N_("The %(charge)s cannot be below zero.")


@dataclass(frozen=True, slots=True)
class PricedLine:
    """A line of the invoice: its price and its gross weight in grams."""

    price: Money
    gross_g: int


@dataclass(frozen=True, slots=True)
class ChargeShare:
    """A line's share of a charge in the country's currency; negative for a deduction."""

    charge: Charge
    amount: Money
    whole: Money
    """The charge of the whole consignment in its own currency, as its document states it."""
    exchange: ExchangeRate | None
    """The rate by which it was converted; None for the country's currency."""


@dataclass(frozen=True, slots=True)
class LineValue:
    """The customs value of a line and its parts, in the country's currency."""

    price: Money
    """The price paid or payable, converted (ДТС-1, box 12)."""
    original: Money
    """The price in the currency of the contract."""
    exchange: ExchangeRate | None
    parts: tuple[ChargeShare, ...]
    term: str | None = None
    """The Incoterms code; None when it is not known."""
    boxes: Boxes = field(init=False, repr=False, compare=False)
    """Its totals on ДТС-1."""
    total: Money = field(init=False, repr=False, compare=False)
    """Box 25 of ДТС-1, box 45 of the goods declaration."""

    def __post_init__(self) -> None:
        """Add up the boxes once, because every payment of the line needs their total."""
        added = (part.amount for part in self.parts if not part.charge.is_deducted)
        deducted = (-part.amount for part in self.parts if part.charge.is_deducted)
        currency = self.price.currency
        boxes = Boxes(self.price, sum_up(added, currency), sum_up(deducted, currency))
        object.__setattr__(self, "boxes", boxes)
        object.__setattr__(self, "total", boxes.declared)


def value_lines(
    lines: Sequence[PricedLine],
    *,
    charges: Mapping[Charge, Money],
    term: str | None,
    exchanges: ExchangeRates,
    shared_by: SharedBy = SharedBy.VALUE,
) -> tuple[LineValue, ...]:
    """Return the customs value of every line, with charges allocated to them.

    `term` is an Incoterms code under which charges are checked; None when it is not known. Raises
    `ChargeInPrice`, `NothingToDeduct`, `UnknownTerm`, `NegativeCharge`, `NoExchangeRate`,
    `NothingToShareBy` or `ValueNotAboveZero`.
    """
    if term is not None:
        check_charges(term, charges)
    prices = [exchanges.settled(line.price) for line in lines]
    _require_above_zero(prices)
    weights = _weights(lines, prices, shared_by)
    shares = [_share(charge, amount, weights, exchanges) for charge, amount in charges.items()]
    valued = tuple(
        LineValue(price, line.price, exchanges.find(line.price.currency.code), parts, term)
        for line, price, parts in zip(lines, prices, _turned(shares, len(lines)), strict=True)
    )
    _require_above_zero([line_value.total for line_value in valued])
    return valued


def _require_above_zero(sums: Sequence[Money]) -> None:
    for number, each in enumerate(sums, start=1):
        if each.amount <= 0:
            raise ValueNotAboveZero(line=number)


def _weights(lines: Sequence[PricedLine], prices: Sequence[Money], by: SharedBy) -> list[int]:
    if by is SharedBy.WEIGHT:
        return [line.gross_g for line in lines]
    return [int(price.amount * price.currency.sub_unit) for price in prices]


def _share(
    charge: Charge, amount: Money, weights: Sequence[int], exchanges: ExchangeRates
) -> list[ChargeShare]:
    if amount.amount < 0:
        raise NegativeCharge(charge=charge.name_english)
    exchange = exchanges.find(amount.currency.code)
    return [
        ChargeShare(charge, -each if charge.is_deducted else each, amount, exchange)
        for each in share(exchanges.settled(amount), weights)
    ]


def _turned(shares: Sequence[Sequence[ChargeShare]], lines: int) -> list[tuple[ChargeShare, ...]]:
    """Transpose shares by charge into shares by line."""
    return [tuple(share[line] for share in shares) for line in range(lines)]
