"""The table of figures of one run."""

import statistics
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One measurement: minimum, median and maximum of `runs`, in a unit."""

    name: str
    least: float
    median: float
    most: float
    runs: int
    unit: str = "ms"


def row(name: str, figures: list[float], *, unit: str = "ms") -> Row:
    """Summarize figures."""
    return Row(name, min(figures), statistics.median(figures), max(figures), len(figures), unit)


async def timed(name: str, action: Callable[[], Awaitable[object]], *, runs: int) -> Row:
    """Return an action's times in milliseconds, after one run that is not counted."""
    await action()
    figures = []
    for _ in range(runs):
        began = time.perf_counter()
        await action()
        figures.append((time.perf_counter() - began) * 1000)
    return row(name, figures)


def as_table(rows: list[Row]) -> str:
    """Format the rows, one unit per line."""
    width = max(len(each.name) for each in rows)
    head = f"{'':<{width}}  {'least':>9} {'median':>9} {'most':>9}  {'unit':<4} {'runs':>5}"
    body = [
        f"{each.name:<{width}}  {each.least:>9.1f} {each.median:>9.1f} {each.most:>9.1f}"
        f"  {each.unit:<4} {each.runs:>5}"
        for each in rows
    ]
    return "\n".join([head, *body])
