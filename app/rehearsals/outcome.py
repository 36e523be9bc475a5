"""A rehearsal's outcome as it is kept and shown: sums by buyer, and who falls under cost."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from app.kit.money import to_minor
from app.rehearsals.rehearsal import Effect, Rehearsal

MOST_UNDER_COST: Final = 100
"""Lines under cost that are kept by name; the count is always whole."""


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """The latest rehearsal of a draft: by whom, when, its seal and its outcome."""

    rehearsed_by: str
    rehearsed_at: datetime
    seal: str
    outcome: dict[str, Any]


def outcome_of(rehearsal: Rehearsal) -> dict[str, Any]:
    """Will give the outcome in plain figures, amounts in minor units."""
    return {
        "currency": rehearsal.currency,
        "lines": len(rehearsal.effects),
        "refused": len(rehearsal.refused),
        "before": to_minor(rehearsal.before),
        "after": to_minor(rehearsal.after),
        "buyers": [
            {
                "kind": each.kind.value,
                "buyer": each.buyer,
                "lines": each.lines,
                "before": to_minor(each.before),
                "after": to_minor(each.after),
                "under_cost": each.under_cost,
            }
            for each in rehearsal.buyers
        ],
        "under_cost": [_under(each) for each in rehearsal.under_cost[:MOST_UNDER_COST]],
        "under_cost_count": len(rehearsal.under_cost),
    }


def _under(effect: Effect) -> dict[str, Any]:
    return {
        "kind": effect.line.kind.value,
        "reference": effect.line.reference,
        "buyer": effect.line.buyer,
        "sku": effect.line.sku,
        "after": to_minor(effect.after),
        "cost": to_minor(effect.cost),
    }
