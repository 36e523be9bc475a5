"""Goods to be assessed: code, customs value, rates and quantities."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from customs.refusal import N_, CustomsRefusal
from customs.tariff.rate import Rate
from customs.tariff.unit import TariffUnit
from customs.valuation.value import LineValue


class MissingQuantity(CustomsRefusal):
    """Raised when goods have no quantity in the unit of the rate."""

    code = "customs.duties.missing_quantity"
    sentence = N_("A rate on %(code)s is by %(unit)s, and the quantity in %(unit)s is not given.")


class QuantityNotAboveZero(CustomsRefusal):
    """Raised when a quantity is zero or below."""

    code = "customs.duties.quantity_not_above_zero"
    sentence = N_("The quantity of %(code)s in %(unit)s must be above zero.")


@dataclass(frozen=True, slots=True)
class StatedRate:
    """A rate with the text and the source that reasons quote."""

    rate: Rate
    text: str
    """As printed in the tariff, without footnote marks."""
    source: str


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that a broker must check, because it cannot be computed."""

    sentence: str
    """A message of the catalogue with named places."""
    fields: Mapping[str, object]
    """Values of the places: as of a reason, or days, or several English names."""
    source: str


@dataclass(frozen=True, slots=True)
class DutiableGoods:
    """A line to be assessed. Raises `QuantityNotAboveZero`."""

    code: str
    """The code of the importing country's tariff."""
    value: LineValue
    duty: StatedRate
    quantities: Mapping[TariffUnit, Decimal] = field(default_factory=dict)
    """Kilograms are net with inseparable packing (box 38); others are supplementary units."""
    excise: StatedRate | None = None
    notices: tuple[Notice, ...] = ()

    def __post_init__(self) -> None:
        for unit, quantity in self.quantities.items():
            if quantity <= 0:
                raise QuantityNotAboveZero(code=self.code, unit=unit.name_english)

    def quantity(self, unit: TariffUnit) -> Decimal:
        """Return the quantity in a unit; raises `MissingQuantity`."""
        if unit not in self.quantities:
            raise MissingQuantity(code=self.code, unit=unit.name_english)
        return self.quantities[unit]
