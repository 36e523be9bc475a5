"""Commercial rounding of prices. Rounding for customs is in `customs`."""

from dataclasses import dataclass
from enum import StrEnum

from moneyed import Money

from app.kit.i18n import N_
from app.kit.money import from_minor, to_minor
from app.kit.refusal import BadInput


class BadRounding(BadInput):
    """The step is below 1, or the ending does not fit into it."""

    code = "rate.bad_rounding"
    sentence = N_(
        "A rounding step is at least the smallest coin, and its ending is below the step."
    )


class Direction(StrEnum):
    """Which way a price between two price tags is rounded."""

    NEAREST = "nearest"
    UP = "up"
    DOWN = "down"


DIRECTION_NAMES = {
    Direction.NEAREST: N_("to the nearest"),
    Direction.UP: N_("up"),
    Direction.DOWN: N_("down"),
}


@dataclass(frozen=True, slots=True)
class RoundingRule:
    """Price tags are whole steps plus an ending: step 100 and ending 90 give 90, 190, 290.

    In minor units of the currency. Step 1 and ending 0 leave every price as it is.
    Raises `BadRounding`.
    """

    step_minor: int = 1
    ending_minor: int = 0
    direction: Direction = Direction.NEAREST

    def __post_init__(self) -> None:
        if not 0 <= self.ending_minor < self.step_minor:
            raise BadRounding(field="step")


def round_price(price: Money, rule: RoundingRule) -> Money:
    """Return the price tag of a settled price: after conversion, never before.

    Halfway goes up. What would round to zero gets the lowest price tag above zero.
    Raises `Unsettled`.
    """
    steps, rest = divmod(to_minor(price) - rule.ending_minor, rule.step_minor)
    steps += _step_up(rest, rule)
    lowest = 0 if rule.ending_minor else 1
    minor = max(steps, lowest) * rule.step_minor + rule.ending_minor
    return from_minor(minor, price.currency.code)


def _step_up(rest: int, rule: RoundingRule) -> int:
    if rule.direction is Direction.UP:
        return int(rest > 0)
    if rule.direction is Direction.DOWN:
        return 0
    return int(2 * rest >= rule.step_minor)
