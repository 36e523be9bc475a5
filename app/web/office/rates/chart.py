"""A line chart laid out on a grid of whole units, for a page to draw as SVG."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

WIDTH: Final = 720
HEIGHT: Final = 240
_LINES: Final = 4
"""Number of spaces between the grid's lines."""


@dataclass(frozen=True, slots=True)
class GridLine:
    """A horizontal line: its distance from the top, and its figure."""

    y: int
    figure: Decimal


@dataclass(frozen=True, slots=True)
class Chart:
    """Paths in a box of `WIDTH` × `HEIGHT`, one for each series, and the grid behind them."""

    paths: tuple[str, ...]
    grid: tuple[GridLine, ...]


def draw(series: Sequence[Sequence[Decimal | None]]) -> Chart:
    """Return the chart of series of one length; None breaks a line."""
    figures = [figure for each in series for figure in each if figure is not None]
    lowest, highest = min(figures), max(figures)
    room = (highest - lowest) / 10 or highest / 100
    bottom, top = lowest - room, highest + room
    grid = tuple(_grid(bottom, top, step) for step in range(_LINES + 1))
    return Chart(tuple(_path(each, bottom, top) for each in series), grid)


def _grid(bottom: Decimal, top: Decimal, step: int) -> GridLine:
    figure = bottom + (top - bottom) * step / _LINES
    return GridLine(_down(figure, bottom, top), figure)


def _path(figures: Sequence[Decimal | None], bottom: Decimal, top: Decimal) -> str:
    span = max(len(figures) - 1, 1)
    steps = []
    pen = "M"
    for place, figure in enumerate(figures):
        if figure is None:
            pen = "M"
            continue
        steps.append(f"{pen}{place * WIDTH // span} {_down(figure, bottom, top)}")
        pen = "L"
    return "".join(steps)


def _down(figure: Decimal, bottom: Decimal, top: Decimal) -> int:
    share = (top - figure) / (top - bottom)
    return int((share * HEIGHT).quantize(Decimal(1), rounding=ROUND_HALF_UP))
