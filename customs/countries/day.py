"""One country's figures on one day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from customs.countries.figure import Figure, Figures, Name


@dataclass(frozen=True, slots=True)
class Day:
    """The figures of a country that hold on a day."""

    figures: Figures
    country: str
    """ISO 3166-1 alpha-2."""
    on: date

    def get(self, name: Name) -> Figure:
        """Will give a figure; raises `NoFigure`."""
        return self.figures.get(self.country, name, on=self.on)

    def find(self, name: Name) -> Figure | None:
        """Will give an optional figure; None when nobody entered it."""
        return self.figures.find(self.country, name, on=self.on)

    def held(self, names: Iterable[Name]) -> tuple[Figure, ...]:
        """Will give those of the figures that somebody entered."""
        return tuple(figure for name in names if (figure := self.find(name)) is not None)

    def optional_text(self, name: Name) -> str:
        """Will give an optional figure's text; blank when nobody entered it."""
        figure = self.find(name)
        return "" if figure is None else figure.value

    def text(self, name: Name) -> str:
        """Will give a figure's text; raises `NoFigure`."""
        return self.get(name).value

    def number(self, name: Name) -> Decimal:
        """Will give a figure's number; raises `NoFigure` or `BadFigure`."""
        return self.get(name).number

    @property
    def currency(self) -> str:
        """The country's own currency (ISO 4217); raises `NoFigure`."""
        return self.text(Name.CURRENCY)
