"""A price taken apart: named stages in their order, of a unit, of a line or of an order alike."""

from collections.abc import Iterable
from decimal import Decimal
from functools import reduce
from operator import add
from typing import Final, TypedDict

from moneyed import Money
from msgspec import Struct

from app.kit.i18n import N_
from app.kit.money import from_minor, to_minor
from app.kit.refusal import Refusal

GOODS: Final = "goods"
"""The stage of the goods themselves, at the official rate; every price has it."""


class BadBreakdown(Refusal):
    """A price without stages, with one of them twice, or in two currencies."""

    code = "price.bad_breakdown"
    sentence = N_("A price has stages, each of them once and all in one currency.")


class NoSuchStage(Refusal):
    """The price, or the registry of stages, has none of this code."""

    code = "price.stage_not_found"
    sentence = N_("A price has no stage %(stage)s.")


class Stage(Struct, frozen=True):
    """One part of a price; `code` is that of its kind in `app.pricing.stages`."""

    code: str
    amount: Money


class PriceBreakdown(Struct, frozen=True):
    """Stages that add up. A unit's are settled once each; `×` and `+` are exact from there on.

    Raises `BadBreakdown`.
    """

    stages: tuple[Stage, ...]

    def __post_init__(self) -> None:
        codes = {stage.code for stage in self.stages}
        currencies = {stage.amount.currency.code for stage in self.stages}
        if len(codes) != len(self.stages) or len(currencies) != 1:
            raise BadBreakdown

    @property
    def currency(self) -> str:
        """The buyer's currency, ISO 4217."""
        return str(self.stages[0].amount.currency.code)

    @property
    def total(self) -> Money:
        """The sum of the stages."""
        amounts = (stage.amount.amount for stage in self.stages)
        return Money(sum(amounts, Decimal(0)), self.currency)

    def amount(self, code: str) -> Money:
        """Return the amount of one stage; raises `NoSuchStage`."""
        for stage in self.stages:
            if stage.code == code:
                return stage.amount
        raise NoSuchStage(stage=code)

    def __mul__(self, quantity: int) -> "PriceBreakdown":
        """Return the stages of `quantity` units."""
        return PriceBreakdown(
            tuple(Stage(stage.code, stage.amount * quantity) for stage in self.stages)
        )

    def __add__(self, other: "PriceBreakdown") -> "PriceBreakdown":
        """Return both together, stage by stage; a stage that only one has stays as it is."""
        amounts = {stage.code: stage.amount for stage in self.stages}
        for stage in other.stages:
            known = amounts.get(stage.code)
            amounts[stage.code] = stage.amount if known is None else known + stage.amount
        return PriceBreakdown(tuple(Stage(code, amount) for code, amount in amounts.items()))


class Multiplied:
    """Units at one price: what lines of baskets, quotes and orders have in common."""

    __slots__ = ()

    quantity: int
    unit: PriceBreakdown

    @property
    def unit_price(self) -> Money:
        """What the buyer pays for a unit: the sum of its stages."""
        return self.unit.total

    @property
    def breakdown(self) -> PriceBreakdown:
        """The stages of the whole line: each of the unit's × quantity."""
        return self.unit * self.quantity

    @property
    def total(self) -> Money:
        """Unit price × quantity, exactly."""
        return self.unit_price * self.quantity


def add_up(breakdowns: Iterable[PriceBreakdown]) -> PriceBreakdown:
    """Return the stages of several lines together, of at least one."""
    return reduce(add, breakdowns)


class StoredStage(TypedDict):
    """A stage as it is saved, in whole minor units."""

    stage: str
    minor: int


def to_stored(breakdown: PriceBreakdown) -> list[StoredStage]:
    """Return the stages in their order, to be saved; raises `Unsettled`."""
    return [{"stage": each.code, "minor": to_minor(each.amount)} for each in breakdown.stages]


def from_stored(stages: Iterable[StoredStage], currency: str) -> PriceBreakdown:
    """Return the breakdown of what `to_stored` returned; the currency has its own column."""
    return PriceBreakdown(
        tuple(Stage(each["stage"], from_minor(each["minor"], currency)) for each in stages)
    )
