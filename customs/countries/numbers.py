"""Checks of the numbers of companies and persons in a country.

How a number is made is code (`customs.identifiers`); which number a country uses is a figure.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from customs import identifiers
from customs.countries.day_figures import DayFigures
from customs.countries.figure import FigureName, NoFigure

CHECKS: Final[Mapping[str, Callable[[str], str]]] = {
    "bin": identifiers.parse_bin,
    "iin": identifiers.parse_iin,
    "kg_inn": identifiers.parse_kg_inn,
    "uz_inn": identifiers.parse_uz_inn,
    "uz_pinfl": identifiers.parse_uz_pinfl,
    "tj_inn": identifiers.parse_tj_inn,
    "tm_number": identifiers.parse_tm_number,
}
"""By their names in figures."""


@dataclass(frozen=True, slots=True)
class NumberChecks:
    """The names of a country's checks on a day, blank where none is known."""

    country: str
    on: date
    company: str
    person: str

    def check_company(self, text: str) -> str:
        """Return a company's number in its canonical form.

        Raises `NoFigure`, `WrongShape` or `WrongCheckDigit`.
        """
        return self._check(FigureName.COMPANY_CHECK, self.company, text)

    def check_person(self, text: str) -> str:
        """Return a person's number in its canonical form.

        Raises `NoFigure`, `WrongShape` or `WrongCheckDigit`.
        """
        return self._check(FigureName.PERSON_CHECK, self.person, text)

    def _check(self, figure: FigureName, check: str, text: str) -> str:
        if not check:
            raise NoFigure(country=self.country, figure=figure, day=self.on)
        return CHECKS[check](text)


def number_checks(day: DayFigures) -> NumberChecks:
    """Return the checks of the day; raises `BadFigure` for one that is not in `CHECKS`."""
    return NumberChecks(
        day.country,
        day.on,
        _named(day, FigureName.COMPANY_CHECK),
        _named(day, FigureName.PERSON_CHECK),
    )


def _named(day: DayFigures, name: FigureName) -> str:
    figure = day.find(name)
    if figure is None:
        return ""
    if figure.value not in CHECKS:
        raise figure.bad
    return figure.value
