"""An order's timeline: the steps it took, and the ones still ahead."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from app.orders.order import OrderState

WALK: Final = (
    OrderState.PLACED,
    OrderState.PAID,
    OrderState.PICKED,
    OrderState.PACKED,
    OrderState.LOADED,
    OrderState.DECLARED,
    OrderState.RELEASED,
    OrderState.DEPARTED,
)
"""The states in their order, when nothing goes back."""


@dataclass(frozen=True, slots=True)
class OrderStep:
    """One move that was made. `who` is empty when no person moved the order."""

    state: OrderState
    at: datetime
    who: str
    why: str


@dataclass(frozen=True, slots=True)
class Milestone:
    """One state of the walk: with the step that reached it, or ahead (`step` is None)."""

    state: OrderState
    step: OrderStep | None


def milestones(steps: Iterable[OrderStep]) -> tuple[Milestone, ...]:
    """Return the states of the walk with the steps that reached them.

    A state that was left backwards (a carton off the truck, a release taken back) lies ahead
    again. A cancelled order has only the states it reached.
    """
    reached: dict[OrderState, OrderStep] = {}
    for step in steps:
        reached = {state: had for state, had in reached.items() if _before(state, step.state)}
        reached[step.state] = step
    if OrderState.CANCELLED in reached:
        return tuple(Milestone(state, step) for state, step in reached.items())
    return tuple(Milestone(state, reached.get(state)) for state in WALK)


def _before(state: OrderState, other: OrderState) -> bool:
    return other not in WALK or WALK.index(state) < WALK.index(other)
