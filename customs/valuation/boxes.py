"""The arithmetic of ДТС-1: 12 + 20 − 24 = 25, which is box 45 of the goods declaration.

EEC Collegium, Decision 160 of 16 October 2018. Assessment and value sheet both use it, so that they
cannot differ.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from moneyed import Currency, Money


@dataclass(frozen=True, slots=True)
class Boxes:
    """The totals of parts А, Б and В, in the country's currency."""

    basis: Money
    """12: what is paid for the goods."""
    added: Money
    """20: what the price does not include."""
    deducted: Money
    """24: what the price includes and a document shows apart."""

    @property
    def declared(self) -> Money:
        """Box 25а, and box 45 of the goods declaration."""
        return self.basis + self.added - self.deducted


def sum_up(parts: Iterable[Money], currency: Currency) -> Money:
    """Return the sum of the parts, zero when there are none."""
    return sum(parts, Money(0, currency))
