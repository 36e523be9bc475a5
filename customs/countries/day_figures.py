"""One country's figures on one day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from customs.countries.figure import Figure, FigureName, Figures


@dataclass(frozen=True, slots=True)
class DayFigures:
    """The figures of a country that hold on a day."""

    figures: Figures
    country: str
    """ISO 3166-1 alpha-2."""
    on: date

    def get(self, name: FigureName) -> Figure:
        """Give a figure; raises `NoFigure`."""
        return self.figures.get(self.country, name, on=self.on)

    def find(self, name: FigureName) -> Figure | None:
        """Give an optional figure; None when nobody entered it."""
        return self.figures.find(self.country, name, on=self.on)

    def held(self, names: Iterable[FigureName]) -> tuple[Figure, ...]:
        """Give those of the figures that somebody entered."""
        return tuple(figure for name in names if (figure := self.find(name)) is not None)

    def optional_text(self, name: FigureName) -> str:
        """Give an optional figure's text; blank when nobody entered it."""
        figure = self.find(name)
        return "" if figure is None else figure.value

    def text(self, name: FigureName) -> str:
        """Give a figure's text; raises `NoFigure`."""
        return self.get(name).value

    def number(self, name: FigureName) -> Decimal:
        """Give a figure's number; raises `NoFigure` or `BadFigure`."""
        return self.get(name).number

    @property
    def currency(self) -> str:
        """The country's own currency (ISO 4217); raises `NoFigure`."""
        return self.text(FigureName.CURRENCY)
