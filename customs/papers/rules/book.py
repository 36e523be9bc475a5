"""What the rules about documents share: their sources, and checks of weights."""

from datetime import date
from decimal import Decimal
from typing import Final

from customs.rounding import MASS_DECIMALS, has_decimals

SINCE: Final = date(2022, 1, 1)
"""The first day on which the rules are known to be in force; they may be older."""
ALBUM: Final = "Album of formats 5.23.0"
PRACTICE: Final = "What preliminary information and brokers compare"


def is_weight(kilograms: Decimal) -> bool:
    """Return whether kilograms are above zero, with at most six decimals."""
    return has_decimals(kilograms, MASS_DECIMALS) and kilograms > 0


def are_weights(net_kg: Decimal, gross_kg: Decimal) -> bool:
    """Return whether both are weights, the net one at most the gross one."""
    return is_weight(net_kg) and is_weight(gross_kg) and net_kg <= gross_kg
