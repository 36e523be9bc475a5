"""One arithmetic: what is assessed is what the value sheet declares, box by box."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any, Final

from hypothesis import given
from hypothesis import strategies as st
from moneyed import Money

from customs.eaeu.value_sheet import Additions, Deductions
from customs.valuation.boxes import Boxes
from customs.valuation.exchange_rates import ExchangeRates
from customs.valuation.incoterms import DEDUCTED, Charge
from customs.valuation.value import PricedLine, value_lines
from tests.customs.eaeu.value_sheet_factories import bare

NAMES: Final = {Charge.FREIGHT: "carriage", Charge.INLAND: "carriage"}
"""Where a sheet calls a charge otherwise."""


def tenge(coins: int) -> Money:
    return Money(Decimal(coins) / 100, "KZT")


def on_sheet(charges: Mapping[Charge, int]) -> dict[str, Any]:
    return {NAMES.get(charge, charge.value): tenge(coins) for charge, coins in charges.items()}


CHARGES: Final = st.dictionaries(st.sampled_from(Charge), st.integers(0, 10**10))


@given(CHARGES, st.integers(1, 10**10))
def test_what_is_assessed_is_what_the_value_sheet_declares(
    charges: dict[Charge, int], above: int
) -> None:
    deducted = {charge: coins for charge, coins in charges.items() if charge in DEDUCTED}
    added = {charge: coins for charge, coins in charges.items() if charge not in DEDUCTED}
    price = above + sum(deducted.values())
    (line,) = value_lines(
        [PricedLine(tenge(price), 1)],
        charges={charge: tenge(coins) for charge, coins in charges.items()},
        term=None,
        exchanges=ExchangeRates("KZT"),
    )
    sheet = replace(
        bare(),
        price_own=tenge(price),
        additions=replace(Additions(), **on_sheet(added)),
        deductions=replace(Deductions(), **on_sheet(deducted)),
    )
    assert line.boxes == Boxes(sheet.basis, sheet.added, sheet.deducted)
    assert line.total == sheet.declared
    assert line.total == tenge(above + sum(added.values()))


def test_twelve_and_twenty_less_twenty_four_is_twenty_five() -> None:
    assert Boxes(tenge(1000), tenge(50), tenge(7)).declared == tenge(1043)
