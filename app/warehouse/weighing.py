"""Weights of cartons: reading what was typed, and checking it against the goods."""

from decimal import Decimal
from typing import Annotated, Final

import msgspec

from app.kit.i18n import N_
from app.kit.message import Grams
from app.kit.refusal import BadInput

_GRAMS_A_KILOGRAM: Final = 1000
_MOST_KG: Final = 10_000


class NotAWeight(BadInput):
    """The text is not a weight that a scale can show."""

    code = "warehouse.not_a_weight"
    sentence = N_("Write the weight in kilograms, with at most three digits after the point.")


class GrossNotAboveNet(BadInput):
    """The gross weight is not above the net weight."""

    code = "warehouse.gross_not_above_net"
    sentence = N_("The carton cannot weigh %(gross)s: the goods alone weigh %(net)s.")


class WeightOff(BadInput):
    """The weight does not agree with the count of pieces."""

    code = "warehouse.weight_off"
    sentence = N_(
        "The scale says %(gross)s, but %(expected)s is expected, give or take %(tolerance)s."
        " Count the pieces and weigh again."
    )


def grams(weight_kg: Decimal) -> int:
    """Return a weight in kilograms as whole grams; raises `NotAWeight`."""
    if not weight_kg.is_finite() or not 0 < weight_kg <= _MOST_KG:
        raise NotAWeight(field="gross")
    weight_g = weight_kg * _GRAMS_A_KILOGRAM
    if weight_g != weight_g.to_integral_value():
        raise NotAWeight(field="gross")
    return int(weight_g)


class WeighingTolerance(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How far a weight may be from the expected one: the larger of percent and grams."""

    code: str
    percent: Annotated[int, msgspec.Meta(ge=0, le=100)]
    least_g: Annotated[int, msgspec.Meta(ge=0, le=1_000_000)]

    def grams_of(self, expected_g: int) -> int:
        """Return the tolerance in grams for an expected weight."""
        return max(expected_g * self.percent // 100, self.least_g)


def check_weight(gross_g: int, *, net_g: int, tare_g: int, tolerance: WeighingTolerance) -> None:
    """Check that a gross weight is above net and within tolerance of net and tare.

    Raises `GrossNotAboveNet` or `WeightOff`.
    """
    if gross_g <= net_g:
        raise GrossNotAboveNet(field="gross", gross=Grams(gross_g), net=Grams(net_g))
    expected_g = net_g + tare_g
    if abs(gross_g - expected_g) > tolerance.grams_of(expected_g):
        raise WeightOff(
            field="gross",
            gross=Grams(gross_g),
            expected=Grams(expected_g),
            tolerance=Grams(tolerance.grams_of(expected_g)),
        )
