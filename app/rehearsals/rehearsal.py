"""What new terms would do to every open basket, quote and unpaid proforma in one currency."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from moneyed import Money

from app.catalog.ladder import Ladder
from app.kit.i18n import N_
from app.kit.money import settle, to_minor
from app.kit.refusal import Conflict, Refusal
from app.pricing.breakdown import PriceBreakdown
from app.pricing.line import price_line
from app.rates.draft import Draft
from app.rates.figures import terms_figures
from app.rates.official import convert
from app.rates.selling import SellingRate


class DataMoved(Conflict):
    """Something changed since the rehearsal, so that its prediction may not hold."""

    code = "rehearsal.data_moved"
    sentence = N_(
        "Baskets, quotes, orders or rates have moved since the rehearsal."
        " Rehearse the draft again; nothing was published."
    )


class OpenKind(StrEnum):
    """What is open: a basket follows the rate, a quote and a proforma have their own price."""

    BASKET = "basket"
    QUOTE = "quote"
    PROFORMA = "proforma"


KIND_NAMES = {
    OpenKind.BASKET: N_("Basket"),
    OpenKind.QUOTE: N_("Quote"),
    OpenKind.PROFORMA: N_("Unpaid proforma"),
}


@dataclass(frozen=True, slots=True)
class OpenLine:
    """One open line. A basket's has a ladder and no price; the others have both fixed."""

    kind: OpenKind
    reference: str
    """The number of the quote or order, or of the basket."""
    buyer: str
    """The company; empty for a visitor."""
    sku: str
    quantity: int
    ladder: Ladder
    """For a held line: one step, the price it was quoted at."""
    held: PriceBreakdown | None = None
    """The price of a quote's or a proforma's line, whatever the rate; None in a basket."""


@dataclass(frozen=True, slots=True)
class Effect:
    """A line before and after; `refusals` are why it has no price."""

    line: OpenLine
    before: Money
    after: Money
    cost: Money
    """What its goods cost us afterwards: the list price at the official rate."""
    refusals: tuple[Refusal, ...] = ()

    @property
    def is_under_cost(self) -> bool:
        """Whether the buyer would pay less than the goods cost us."""
        return not self.refusals and self.after < self.cost


@dataclass(frozen=True, slots=True)
class BuyerEffect:
    """One buyer's open lines of one kind, added up."""

    kind: OpenKind
    buyer: str
    lines: int
    before: Money
    after: Money
    under_cost: int

    @property
    def difference(self) -> Money:
        """After less before."""
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """Every effect of a draft, and a seal over the data it was computed from."""

    currency: str
    effects: tuple[Effect, ...]
    seal: str
    """SHA-256 in hexadecimal: two rehearsals of the same data have the same."""

    @property
    def buyers(self) -> tuple[BuyerEffect, ...]:
        """The effects by kind and buyer, in the order they were met."""
        keys = dict.fromkeys((effect.line.kind, effect.line.buyer) for effect in self.effects)
        return tuple(self._buyer(kind, buyer) for kind, buyer in keys)

    def _buyer(self, kind: OpenKind, buyer: str) -> BuyerEffect:
        mine = [each for each in self.effects if (each.line.kind, each.line.buyer) == (kind, buyer)]
        return BuyerEffect(
            kind=kind,
            buyer=buyer,
            lines=len(mine),
            before=self._sum(each.before for each in mine),
            after=self._sum(each.after for each in mine),
            under_cost=sum(each.is_under_cost for each in mine),
        )

    @property
    def before(self) -> Money:
        """The total of everything open, as it is now."""
        return self._sum(each.before for each in self.effects)

    @property
    def after(self) -> Money:
        """The total of everything open, as it would be."""
        return self._sum(each.after for each in self.effects)

    @property
    def under_cost(self) -> tuple[Effect, ...]:
        """The lines that would be sold below what their goods cost us."""
        return tuple(each for each in self.effects if each.is_under_cost)

    @property
    def refused(self) -> tuple[Effect, ...]:
        """The lines of baskets that have no price."""
        return tuple(each for each in self.effects if each.refusals)

    def _sum(self, amounts: Iterable[Money]) -> Money:
        return sum(amounts, Money(0, self.currency))


def rehearse(
    draft: Draft, lines: Iterable[OpenLine], *, before: SellingRate | None, after: SellingRate
) -> Rehearsal:
    """Predict what every open line would cost by `after`; `before` is None before first terms."""
    open_lines = tuple(lines)
    return Rehearsal(
        currency=draft.currency,
        effects=tuple(_effect(line, before, after) for line in open_lines),
        seal=_seal(draft, open_lines, before, after),
    )


def _effect(line: OpenLine, before: SellingRate | None, after: SellingRate) -> Effect:
    nothing = Money(0, after.currency)
    if line.held is not None:
        held = line.held.total
        return Effect(line, held, held, _cost(line, after))
    try:
        was = _price(line, before) if before is not None else nothing
        return Effect(line, was, _price(line, after), _cost(line, after))
    except Refusal as refusal:
        return Effect(line, nothing, nothing, nothing, (refusal,))


def _price(line: OpenLine, selling: SellingRate) -> Money:
    priced = price_line(line.sku, quantity=line.quantity, ladder=line.ladder, selling=selling)
    return priced.total


def _cost(line: OpenLine, after: SellingRate) -> Money:
    priced = [step for step in line.ladder.steps if step.minimum <= line.quantity]
    return convert(settle(priced[-1].unit_price * line.quantity), after.official)


def _seal(
    draft: Draft, lines: Iterable[OpenLine], before: SellingRate | None, after: SellingRate
) -> str:
    digest = sha256(f"{draft.id} {sorted(terms_figures(draft).items())}\n".encode())
    rates = [selling for selling in (before, after) if selling is not None]
    for selling in rates:
        official = selling.official
        figures = (official.id, official.value, official.nominal, official.effective_on)
        digest.update(f"{figures} {selling.terms.id}\n".encode())
    for line in lines:
        digest.update(f"{_trace(line)}\n".encode())
    return digest.hexdigest()


def _trace(line: OpenLine) -> tuple[object, ...]:
    steps = tuple((step.minimum, to_minor(step.unit_price)) for step in line.ladder.steps)
    held = to_minor(line.held.total) if line.held is not None else ""
    return (line.kind.value, line.reference, line.buyer, line.sku, line.quantity, steps, held)
