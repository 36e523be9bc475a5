"""The figures of a country on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from customs.countries.figure import Figure, FigureName, Figures


@dataclass(frozen=True, slots=True)
class DayFigures:
    """The figures of a country that are in force on a day."""

    figures: Figures
    country: str
    """ISO 3166-1 alpha-2."""
    on: date

    def get(self, name: FigureName) -> Figure:
        """Return a figure; raises `NoFigure`."""
        return self.figures.get(self.country, name, on=self.on)

    def find(self, name: FigureName) -> Figure | None:
        """Return an optional figure, or None."""
        return self.figures.find(self.country, name, on=self.on)

    def held(self, names: Iterable[FigureName]) -> tuple[Figure, ...]:
        """Return those of the figures that are known."""
        return tuple(figure for name in names if (figure := self.find(name)) is not None)

    def optional_text(self, name: FigureName) -> str:
        """Return the text of an optional figure, or an empty text."""
        figure = self.find(name)
        return "" if figure is None else figure.value

    def text(self, name: FigureName) -> str:
        """Return the text of a figure; raises `NoFigure`."""
        return self.get(name).value

    def number(self, name: FigureName) -> Decimal:
        """Return the number of a figure; raises `NoFigure` or `BadFigure`."""
        return self.get(name).number

    @property
    def currency(self) -> str:
        """The country's currency (ISO 4217); raises `NoFigure`."""
        return self.text(FigureName.CURRENCY)
