"""A rehearsal's outcome as it is saved and shown: sums by buyer, and lines under cost."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from app.kit.money import to_minor
from app.rehearsals.rehearsal import Effect, OpenKind, Rehearsal

MOST_UNDER_COST: Final = 100
"""How many lines under cost are saved; their count covers all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuyerOutcome:
    """What a draft changes for one buyer, in minor units."""

    kind: OpenKind
    buyer: str
    lines: int
    before: int
    after: int
    under_cost: int


@dataclass(frozen=True, slots=True, kw_only=True)
class UnderCost:
    """A line that would be sold below cost, in minor units."""

    kind: OpenKind
    reference: str
    buyer: str
    sku: str
    after: int
    cost: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a draft changes, amounts in minor units."""

    currency: str
    lines: int
    refused: int
    before: int
    after: int
    buyers: list[BuyerOutcome]
    under_cost: list[UnderCost]
    under_cost_count: int


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """The latest rehearsal of a draft: by whom, when, its seal and its outcome."""

    rehearsed_by: str
    rehearsed_at: datetime
    seal: str
    outcome: Outcome


def outcome_of(rehearsal: Rehearsal) -> Outcome:
    """Return the outcome of a rehearsal."""
    return Outcome(
        currency=rehearsal.currency,
        lines=len(rehearsal.effects),
        refused=len(rehearsal.refused),
        before=to_minor(rehearsal.before),
        after=to_minor(rehearsal.after),
        buyers=[
            BuyerOutcome(
                kind=each.kind,
                buyer=each.buyer,
                lines=each.lines,
                before=to_minor(each.before),
                after=to_minor(each.after),
                under_cost=each.under_cost,
            )
            for each in rehearsal.buyers
        ],
        under_cost=[_under(each) for each in rehearsal.under_cost[:MOST_UNDER_COST]],
        under_cost_count=len(rehearsal.under_cost),
    )


def _under(effect: Effect) -> UnderCost:
    return UnderCost(
        kind=effect.line.kind,
        reference=effect.line.reference,
        buyer=effect.line.buyer,
        sku=effect.line.sku,
        after=to_minor(effect.after),
        cost=to_minor(effect.cost),
    )
