"""Reasons of an assessment: rule, base, rate, amount and a sentence."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from moneyed import Money

from customs.tariff.unit import TariffUnit
from customs.valuation.exchange_rates import ExchangeRate


class AmountKind(StrEnum):
    """The amount of an assessment that a reason belongs to."""

    VALUE = "customs_value"
    DUTY = "duty"
    EXCISE = "excise"
    VAT = "vat"
    FEE = "fee"


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentReason:
    """A step of the computation; the steps of a kind add up to its amount."""

    kind: AmountKind
    rule: str
    """The rule's name, such as `duty.not_less`."""
    line: int | None
    """The number of the line, from 1; None for the whole declaration."""
    sentence: str
    """A message of the catalogue with named places."""
    fields: Mapping[str, object]
    """Values of the places: `Decimal`, `Money`, text, or the English name of a unit."""
    amount: Money
    """In the importing country's currency, rounded to its decimals."""
    base: Money | None = None
    """The base of a percentage, or the unit of a fixed fee; for parts of the customs value the
    price or the whole charge as its document states it, in its own currency."""
    quantity: Decimal | None = None
    unit: TariffUnit | None = None
    rate_text: str = ""
    """As printed: `11, но не менее 0,05 евро за 1 кг`; the tax's percentage, `16`; a fee's `0.4 %`
    or `6 × MRP`. Blank for parts of the customs value."""
    exchange: ExchangeRate | None = None
    """The official rate that was used, with its bank and day."""
    source: str = ""
