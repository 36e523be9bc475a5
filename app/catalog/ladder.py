"""Price ladders in CNY, and which quantities may be ordered."""

from dataclasses import dataclass, field

from moneyed import Money

from app.kit.i18n import N_
from app.kit.money import CNY, to_minor
from app.kit.refusal import BadInput, NotFound


class BelowMinimum(BadInput):
    """The quantity is below the seller's minimum."""

    code = "catalog.below_minimum"
    sentence = N_("The smallest quantity that can be ordered is %(minimum)s.")


class OffMultiple(BadInput):
    """The quantity does not fill whole packings; `below` and `above` are the nearest that do."""

    code = "catalog.off_multiple"
    sentence = N_("Sold in multiples of %(multiple)s: order %(below)s or %(above)s.")


class BadLadder(BadInput):
    """The steps do not rise from one quantity to the next, or a price is no price in yuan."""

    code = "catalog.bad_ladder"
    sentence = N_("The price ladder must have rising quantities and prices in yuan above zero.")


class NoSuchPriceList(NotFound):
    """No price list goes by this number."""

    code = "catalog.price_list_not_found"
    sentence = N_("There is no such price list.")


@dataclass(frozen=True, slots=True)
class LadderStep:
    """From `minimum` units on, one unit costs `unit_price` in CNY."""

    minimum: int
    unit_price: Money


@dataclass(frozen=True, slots=True)
class Ladder:
    """The seller's list price: steps that rise in quantity. Raises `BadLadder` or `Unsettled`."""

    steps: tuple[LadderStep, ...]
    id: int = field(default=0, compare=False)
    """The id of its price list; 0 before it is saved."""

    def __post_init__(self) -> None:
        minimums = [step.minimum for step in self.steps]
        rising = all(low < high for low, high in zip([0, *minimums], minimums, strict=False))
        priced = all(
            step.unit_price.currency == CNY and to_minor(step.unit_price) > 0 for step in self.steps
        )
        if not (self.steps and rising and priced):
            raise BadLadder(field="ladder")


def price_for(ladder: Ladder, quantity: int) -> Money:
    """Return the CNY price of a unit at the quantity; raises `BelowMinimum`."""
    reached = [step for step in ladder.steps if step.minimum <= quantity]
    if not reached:
        raise BelowMinimum(field="quantity", minimum=ladder.steps[0].minimum)
    return reached[-1].unit_price


def smallest_quantity(*, minimum: int, multiple: int) -> int:
    """Return the smallest quantity that reaches the minimum and fills whole packings."""
    return -(-max(minimum, 1) // multiple) * multiple


def check_quantity(quantity: int, *, minimum: int, multiple: int) -> int:
    """Return the quantity; raises `BelowMinimum` or `OffMultiple`."""
    smallest = smallest_quantity(minimum=minimum, multiple=multiple)
    if quantity < smallest:
        raise BelowMinimum(field="quantity", minimum=smallest)
    below = quantity // multiple * multiple
    if below != quantity:
        above = below + multiple
        raise OffMultiple(field="quantity", multiple=multiple, below=below, above=above)
    return quantity
