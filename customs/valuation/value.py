"""The customs value of each line of a consignment: price, plus and less the shared charges.

Customs Code of the EAEU, articles 39 and 40; boxes 12 + 20 − 24 = 25 of ДТС-1.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from moneyed import Money

from customs.refusal import N_, CustomsRefusal
from customs.sharing import share
from customs.valuation.exchange import Exchange, Exchanges
from customs.valuation.terms import Charge, admit


class SharedBy(StrEnum):
    """What a consignment's charge is shared over its lines by. Chosen once, and kept."""

    VALUE = "value"
    WEIGHT = "weight"


class ValueNotAboveZero(CustomsRefusal):
    """A deduction eats the price, or there is no price: such goods cannot be valued so."""

    sentence = N_("The customs value of line %(line)s would not be above zero.")


class NegativeCharge(CustomsRefusal):
    """A charge below zero."""

    sentence = N_("The %(charge)s cannot be below zero.")


@dataclass(frozen=True, slots=True)
class Priced:
    """One line of the invoice: what is paid for it, and its gross grams."""

    price: Money
    gross_g: int


@dataclass(frozen=True, slots=True)
class Part:
    """What one charge puts on one line, in the own currency; a deduction is below zero."""

    charge: Charge
    amount: Money


@dataclass(frozen=True, slots=True)
class LineValue:
    """A line's customs value and what it is made of, in the own currency."""

    price: Money
    """The price paid or payable, converted (ДТС-1, box 12)."""
    original: Money
    """The price in the currency of the deal."""
    exchange: Exchange | None
    parts: tuple[Part, ...]

    @property
    def total(self) -> Money:
        """Box 25 of ДТС-1, box 45 of the goods declaration."""
        return sum((part.amount for part in self.parts), self.price)


_SIGNS: Final = {Charge.INLAND: -1}


def value_lines(
    lines: Sequence[Priced],
    *,
    charges: Mapping[Charge, Money],
    term: str | None,
    exchanges: Exchanges,
    shared_by: SharedBy = SharedBy.VALUE,
) -> tuple[LineValue, ...]:
    """Will value every line; each charge is shared out to the last coin.

    `term` admits or refuses charges; None when it is not known. Raises `ChargeInPrice`,
    `NothingToDeduct`, `UnknownTerm`, `NegativeCharge`, `NoExchange`, `NothingToShareBy`,
    `ValueNotAboveZero`.
    """
    if term is not None:
        admit(term, charges)
    prices = [exchanges.settled(line.price) for line in lines]
    weights = _weights(lines, prices, shared_by)
    shares = [_share(charge, amount, weights, exchanges) for charge, amount in charges.items()]
    valued = tuple(
        LineValue(price, line.price, exchanges.find(line.price.currency.code), parts)
        for line, price, parts in zip(lines, prices, _turned(shares, len(lines)), strict=True)
    )
    for number, line_value in enumerate(valued, start=1):
        if line_value.total.amount <= 0:
            raise ValueNotAboveZero(line=number)
    return valued


def _weights(lines: Sequence[Priced], prices: Sequence[Money], by: SharedBy) -> list[int]:
    if by is SharedBy.WEIGHT:
        return [line.gross_g for line in lines]
    return [int(price.amount * price.currency.sub_unit) for price in prices]


def _share(
    charge: Charge, amount: Money, weights: Sequence[int], exchanges: Exchanges
) -> list[Part]:
    if amount.amount < 0:
        raise NegativeCharge(charge=charge)
    whole = exchanges.settled(amount)
    return [Part(charge, each * _SIGNS.get(charge, 1)) for each in share(whole, weights)]


def _turned(shares: Sequence[Sequence[Part]], lines: int) -> list[tuple[Part, ...]]:
    """Will turn parts by charge into parts by line."""
    return [tuple(share[line] for share in shares) for line in range(lines)]
