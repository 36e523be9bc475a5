"""Freight, insurance and other charges in the header (fields 28 to 30), by delivery group.

CIF requires freight and insurance, C&F freight, C&I insurance, EXW freight, FOB neither. A charge
is a rate in percent (without a currency), a price for a tonne (freight only), or a total; the last
two name their currency.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from customs.refusal import N_, CustomsRefusal
from customs.rounding import fits


class ChargeMark(StrEnum):
    """How a charge is stated (费用标记)."""

    RATE = "1"
    UNIT_PRICE = "2"
    TOTAL = "3"


class ChargeKind(StrEnum):
    """The charge of field 28, 29 or 30."""

    FREIGHT = "freight"
    INSURANCE = "insurance"
    OTHER = "other"

    @property
    def name_english(self) -> str:
        """The name as a message of the catalogue."""
        return _NAMES[self]


_NAMES: Final[Mapping[ChargeKind, str]] = {
    ChargeKind.FREIGHT: N_("freight"),
    ChargeKind.INSURANCE: N_("insurance"),
    ChargeKind.OTHER: N_("other charges"),
}


class BadCharge(CustomsRefusal):
    """Raised when mark, figure and currency of a charge do not go together."""

    code = "customs.china.bad_charge"
    sentence = N_("The %(charge)s in the header is not whole: look at its %(part)s.")


_RATE_MOST: Final = Decimal(99)
_DECIMALS: Final = 4
_DIGITS: Final = {ChargeMark.RATE: 2, ChargeMark.UNIT_PRICE: 10, ChargeMark.TOTAL: 12}
"""Digits before the decimal point."""
_ASKED: Final[Mapping[str, frozenset[ChargeKind]]] = {
    "1": frozenset({ChargeKind.FREIGHT, ChargeKind.INSURANCE}),
    "2": frozenset({ChargeKind.FREIGHT}),
    "3": frozenset(),
    "4": frozenset({ChargeKind.INSURANCE}),
    "7": frozenset({ChargeKind.FREIGHT}),
}
"""By 成交方式: 1 CIF, 2 C&F, 3 FOB, 4 C&I, 7 EXW."""


@dataclass(frozen=True, slots=True)
class HeaderCharge:
    """A charge of the header (fields 28 to 30).

    Raises `BadCharge` when its parts do not go together.
    """

    kind: ChargeKind
    mark: ChargeMark
    figure: Decimal
    currency: str = ""
    """ISO 4217; blank with a rate."""

    def __post_init__(self) -> None:
        if self.mark is ChargeMark.UNIT_PRICE and self.kind is not ChargeKind.FREIGHT:
            raise BadCharge(charge=self.kind.name_english, part=N_("mark of a charge"))
        if (self.mark is ChargeMark.RATE) == bool(self.currency):
            raise BadCharge(charge=self.kind.name_english, part=N_("currency"))
        if not self._is_in_bounds():
            raise BadCharge(charge=self.kind.name_english, part=N_("figure"))

    def _is_in_bounds(self) -> bool:
        if not fits(self.figure, _DIGITS[self.mark], _DECIMALS):
            return False
        if self.mark is ChargeMark.RATE:
            return 0 < self.figure <= _RATE_MOST
        return self.figure > 0 or self.kind is ChargeKind.OTHER


def required_charges(delivery_group: str) -> frozenset[ChargeKind]:
    """Return the charges that a delivery group (成交方式) requires."""
    return _ASKED.get(delivery_group, frozenset())
