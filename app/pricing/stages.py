"""The registry of a price's stages: how each is computed, labelled and explained.

A new stage is one more `StageKind` here, with its messages in the catalogues; everything that
saves, adds up, shows, freezes, refunds or rehearses a price goes through the stages it finds.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from moneyed import Money
from msgspec import Struct

from app.kit.i18n import N_
from app.kit.money import settle
from app.pricing.breakdown import GOODS, NoSuchStage, PriceBreakdown, Stage
from app.rates.approval import Approval
from app.rates.official import convert
from app.rates.rounding import round_price
from app.rates.selling import SellingRate

Explained = tuple[str, dict[str, object]]
"""A message of the catalogue and the values of its placeholders.

A value is text, a `Percent`, money, a day, an instant, an official rate, or terms (for their
rule of rounding): `app.web.presenters.prices.explain` formats each in the reader's language.
"""


@dataclass(frozen=True, slots=True)
class Percent:
    """A percentage in an explanation."""

    value: Decimal


class SoldBy(Protocol):
    """What a quote's rate and an order's saved rate both have of the terms of a price."""

    @property
    def spread_percent(self) -> Decimal:
        """Our spread."""


class Costing(Struct, frozen=True):
    """What a stage of one unit is computed from."""

    list_price: Money
    """By the seller's ladder, in CNY."""
    quantity: int
    selling: SellingRate
    before: list[Stage]
    """The stages computed before it."""

    @property
    def goods(self) -> Money:
        """The goods at the official rate: the first stage of all."""
        return self.before[0].amount

    @property
    def price(self) -> Money:
        """The sum of the stages before it."""
        amounts = [stage.amount.amount for stage in self.before]
        return Money(sum(amounts), self.goods.currency)


@dataclass(frozen=True, slots=True)
class StageKind:
    """A kind of stage."""

    code: str
    label: str
    compute: Callable[[Costing], Money]
    """A unit's amount in the buyer's currency, settled: an unsettled one is never saved."""
    note: Callable[[SoldBy], Explained]
    """A short note beside the amount in a column of sums."""
    reason: Callable[[SellingRate, Approval], Explained]
    """The full explanation of the amount."""
    applies: Callable[[SellingRate], bool] = lambda _: True
    """Whether prices by a rate and its terms have the stage, now and when computed again."""
    is_shown_empty: bool = True
    """Whether it is named in sums although it adds nothing."""


# The kinds.


def _goods(costing: Costing) -> Money:
    return convert(costing.list_price, costing.selling.official)


def _goods_reason(selling: SellingRate, _: Approval) -> Explained:
    return (
        N_("%(rate)s, published on %(published)s. Half a coin and more goes up."),
        {"rate": selling.official, "published": selling.official.published_on},
    )


def _spread(costing: Costing) -> Money:
    goods = costing.goods
    return settle(Money(goods.amount * costing.selling.spread_percent / 100, goods.currency))


def _spread_note(by: SoldBy) -> Explained:
    return N_("%(percent)s of the goods"), {"percent": Percent(by.spread_percent)}


def _spread_reason(selling: SellingRate, approval: Approval) -> Explained:
    return (
        N_(
            "%(percent)s of the goods. Drafted by %(drafter)s, published by %(publisher)s,"
            " %(instant)s."
        ),
        {
            "percent": Percent(selling.spread_percent),
            "drafter": approval.drafted_by,
            "publisher": approval.published_by,
            "instant": approval.published_at,
        },
    )


def _rounding(costing: Costing) -> Money:
    price = costing.price
    rounded = round_price(price, costing.selling.terms.rounding)
    return Money(rounded.amount - price.amount, price.currency)


def _rounding_reason(selling: SellingRate, _: Approval) -> Explained:
    return "%(rule)s", {"rule": selling.terms}


STAGES: tuple[StageKind, ...] = (
    StageKind(
        code=GOODS,
        label=N_("Goods at the official rate"),
        compute=_goods,
        note=lambda _: ("", {}),
        reason=_goods_reason,
    ),
    StageKind(
        code="spread",
        label=N_("Spread"),
        compute=_spread,
        note=_spread_note,
        reason=_spread_reason,
    ),
    StageKind(
        code="rounding",
        label=N_("Rounding"),
        compute=_rounding,
        note=lambda _: (N_("to the price tag"), {}),
        reason=_rounding_reason,
        is_shown_empty=False,
    ),
)
"""In the order in which a price is made."""


def get_stage(code: str) -> StageKind:
    """Return the kind of a stage; raises `NoSuchStage`."""
    for kind in STAGES:
        if kind.code == code:
            return kind
    raise NoSuchStage(stage=code)


def break_down(list_price: Money, *, quantity: int, selling: SellingRate) -> PriceBreakdown:
    """Return a unit's stages in the buyer's currency, each settled once.

    Raises `WrongCurrency` when the rate is not for the yuan.
    """
    made: list[Stage] = []
    costing = Costing(list_price, quantity, selling, made)
    for kind in STAGES:
        if kind.applies(selling):
            made.append(Stage(kind.code, kind.compute(costing)))  # noqa: PERF401 -- each reads those before
    return PriceBreakdown(tuple(made))


def shown(breakdown: PriceBreakdown) -> Iterator[tuple[StageKind, Money]]:
    """Yield the stages that are named in sums, each with its amount."""
    for stage in breakdown.stages:
        kind = get_stage(stage.code)
        if stage.amount or kind.is_shown_empty:
            yield kind, stage.amount
