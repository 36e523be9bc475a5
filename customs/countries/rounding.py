"""The decimals to which a country rounds each payment, half up."""

from dataclasses import dataclass
from typing import Final

from customs.countries.day_figures import DayFigures
from customs.countries.figure import FigureName
from customs.rounding import MONEY_DECIMALS

ROUNDING_NAMES: Final = (
    FigureName.DECIMALS_DUTY,
    FigureName.DECIMALS_EXCISE,
    FigureName.DECIMALS_VAT,
    FigureName.DECIMALS_FEE,
)
DECIMALS: Final = {"0": 0, "1": 1, "2": MONEY_DECIMALS}
"""Allowed values: boxes 47 and B have at most two decimals."""


@dataclass(frozen=True, slots=True)
class Rounding:
    """Decimals of each payment, two unless the country's figures say otherwise."""

    duty: int = MONEY_DECIMALS
    excise: int = MONEY_DECIMALS
    vat: int = MONEY_DECIMALS
    fee: int = MONEY_DECIMALS


def rounding(day: DayFigures) -> Rounding:
    """Return the rounding of the day; raises `BadFigure`."""
    return Rounding(
        duty=_decimals(day, FigureName.DECIMALS_DUTY),
        excise=_decimals(day, FigureName.DECIMALS_EXCISE),
        vat=_decimals(day, FigureName.DECIMALS_VAT),
        fee=_decimals(day, FigureName.DECIMALS_FEE),
    )


def _decimals(day: DayFigures, name: FigureName) -> int:
    figure = day.find(name)
    if figure is None:
        return MONEY_DECIMALS
    if figure.value not in DECIMALS:
        raise figure.bad
    return DECIMALS[figure.value]
