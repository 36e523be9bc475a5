"""To how many decimals a country settles each payment, half up."""

from dataclasses import dataclass
from typing import Final

from customs.countries.day import Day
from customs.countries.figure import Name

_COINS: Final = 2
"""Boxes 47 and B take two decimals, never more."""
ROUNDING_NAMES: Final = (
    Name.DECIMALS_DUTY,
    Name.DECIMALS_EXCISE,
    Name.DECIMALS_VAT,
    Name.DECIMALS_FEE,
)
DECIMALS: Final = {"0": 0, "1": 1, "2": _COINS}
"""What the figure may say."""


@dataclass(frozen=True, slots=True)
class Rounding:
    """Decimals of each payment: two unless the country's figures tell otherwise."""

    duty: int = _COINS
    excise: int = _COINS
    vat: int = _COINS
    fee: int = _COINS


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
        return _COINS
    if figure.value not in DECIMALS:
        raise figure.bad
    return DECIMALS[figure.value]
