"""Box 47 and box B: how each payment is computed, and what is paid."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from moneyed import Money


class RateKind(StrEnum):
    """What a rate is counted by (`RateTypeCode`)."""

    PERCENT = "%"
    SPECIFIC = "*"


@dataclass(frozen=True, slots=True)
class BoxRate:
    """A rate as box 47 writes it: 5 %, or 0.05 EUR for 1 kg."""

    kind: RateKind
    value: Decimal
    currency: str = ""
    """Of a specific rate, ISO 4217 letters."""
    unit: str = ""
    """Of a specific rate: code of the unit, such as 166."""
    factor: Decimal | None = None
    """For how many units, when not one."""


@dataclass(frozen=True, slots=True)
class PaymentRow:
    """One row of box 47."""

    kind: str
    """Code of the payment, such as 1010 or 2010; blank when the country's is not known."""
    base: Money | Decimal
    """The sum, or the quantity, that the rate is laid on."""
    base_unit: str
    """Code of the unit when the base is a quantity."""
    rate: BoxRate | None
    """None for a sum that no rate makes, such as the fee."""
    amount: Money
    rated_on: date
    feature: str = "ИУ"
    """СП: ИУ is computed and paid."""
    second: BoxRate | None = None
    """Of "not less than" and "plus": the other rate."""
    is_sum: bool = False
    """Whether both rates are added; else the larger counts."""


@dataclass(frozen=True, slots=True)
class PaymentTotal:
    """A line of box B."""

    kind: str
    amount: Money
