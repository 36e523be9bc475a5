"""Value added tax on import: its percentage, its base, and reduced percentages."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from customs.countries.day_figures import DayFigures
from customs.countries.figure import NUMBER, Figure, FigureName

_REDUCED: Final = re.compile(rf"(?P<prefix>[0-9]{{2,10}}):(?P<percent>{NUMBER})")


@dataclass(frozen=True, slots=True)
class ReducedVat:
    """A reduced percentage for goods whose codes have a prefix."""

    prefix: str
    percent: Decimal
    figure: Figure
    """For its source and its certainty."""


@dataclass(frozen=True, slots=True)
class VatRule:
    """Value added tax on import."""

    percent: Decimal
    base_has_fee: bool
    """Whether the customs fee is taxed with the goods."""
    reduced: tuple[ReducedVat, ...] = ()

    def reduced_for(self, code: str) -> ReducedVat | None:
        """Return the reduced rate with the longest prefix of the code, or None."""
        fitting = [each for each in self.reduced if code.startswith(each.prefix)]
        return max(fitting, key=lambda each: len(each.prefix), default=None)


def vat_rule(day: DayFigures) -> VatRule:
    """Return the rule of the day; raises `NoFigure` or `BadFigure`."""
    return VatRule(
        day.number(FigureName.VAT_PERCENT),
        base_has_fee=day.get(FigureName.VAT_BASE_HAS_FEE).is_yes,
        reduced=_reduced(day),
    )


def _reduced(day: DayFigures) -> tuple[ReducedVat, ...]:
    figure = day.find(FigureName.VAT_REDUCED)
    return () if figure is None else read_reduced(figure)


def read_reduced(figure: Figure) -> tuple[ReducedVat, ...]:
    """Parse the reduced percentages, each prefix once; raises `BadFigure`."""
    reduced = tuple(_one(text, figure) for text in figure.value.split())
    if len({each.prefix for each in reduced}) < max(len(reduced), 1):
        raise figure.bad
    return reduced


def _one(text: str, figure: Figure) -> ReducedVat:
    read = _REDUCED.fullmatch(text)
    if read is None:
        raise figure.bad
    return ReducedVat(read["prefix"], Decimal(read["percent"]), figure)
