"""Box 47 (computation of payments) and box B (payments)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from moneyed import Money

from customs.eaeu.party import TradeParty


class RateKind(StrEnum):
    """What a rate is counted by (`RateTypeCode`)."""

    PERCENT = "%"
    SPECIFIC = "*"
    FEE = "S"
    """A fee of Kazakhstan."""


@dataclass(frozen=True, slots=True)
class BoxRate:
    """A rate as box 47 states it: 5 %, or 0.05 EUR for 1 kg."""

    kind: RateKind
    value: Decimal
    currency: str = ""
    """Of a specific rate, ISO 4217 letters."""
    unit: str = ""
    """Of a specific rate: code of the unit, such as 166."""
    factor: Decimal | None = None
    """For how many units, when not one."""


class Combined(StrEnum):
    """How a second rate is combined with the first."""

    NOT_LESS = "not less"
    """The larger counts."""
    NOT_MORE = "not more"
    """The smaller counts."""
    PLUS = "plus"
    """Both are added."""


@dataclass(frozen=True, slots=True)
class SecondRate:
    """The second rate of a combined one."""

    how: Combined
    rate: BoxRate
    counts: bool = False
    """Whether this rate made the amount, of two that are compared."""


@dataclass(frozen=True, slots=True)
class PaymentRow:
    """A row of box 47."""

    kind: str
    """Code of the payment, such as 1010 or 2010; blank when not known."""
    base: Money | Decimal | None
    """The base of the rate that made the amount; None for a fee without a base."""
    base_unit: str
    """Code of the unit when the base is a quantity."""
    rate: BoxRate | None
    """None for an amount without a rate, such as the fee."""
    amount: Money
    rated_on: date
    feature: str = "ИУ"
    """СП: ИУ is computed and paid."""
    second: SecondRate | None = None

    @property
    def effective(self) -> BoxRate | None:
        """The one rate that made the amount; None when two were added, or there is none."""
        if self.second is None:
            return self.rate
        if self.second.how is Combined.PLUS:
            return None
        return self.second.rate if self.second.counts else self.rate


@dataclass(frozen=True, slots=True)
class PaymentTotal:
    """A row of box B."""

    kind: str
    amount: Money
    way: str = ""
    """Two letters of the list of ways to pay, such as БН; blank when not known."""
    payer: TradeParty | None = None
    """The payer, when known."""
