"""To how many decimals a country settles each payment, half up."""

from dataclasses import dataclass
from typing import Final

from customs.countries.day import Day
from customs.countries.figure import Name
from customs.rounding import MONEY_DECIMALS

ROUNDING_NAMES: Final = (
    Name.DECIMALS_DUTY,
    Name.DECIMALS_EXCISE,
    Name.DECIMALS_VAT,
    Name.DECIMALS_FEE,
)
DECIMALS: Final = {"0": 0, "1": 1, "2": MONEY_DECIMALS}
"""What the figure may say: boxes 47 and B take two decimals, never more."""


@dataclass(frozen=True, slots=True)
class Rounding:
    """Decimals of each payment: two unless the country's figures tell otherwise."""

    duty: int = MONEY_DECIMALS
    excise: int = MONEY_DECIMALS
    vat: int = MONEY_DECIMALS
    fee: int = MONEY_DECIMALS


def rounding(day: Day) -> Rounding:
    """Will give the rounding of the day; raises `BadFigure`."""
    return Rounding(
        duty=_decimals(day, Name.DECIMALS_DUTY),
        excise=_decimals(day, Name.DECIMALS_EXCISE),
        vat=_decimals(day, Name.DECIMALS_VAT),
        fee=_decimals(day, Name.DECIMALS_FEE),
    )


def _decimals(day: Day, name: Name) -> int:
    figure = day.find(name)
    if figure is None:
        return MONEY_DECIMALS
    if figure.value not in DECIMALS:
        raise figure.bad
    return DECIMALS[figure.value]
