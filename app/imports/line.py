"""A row of a workbook as a line: what its cells say, or why they cannot be read."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

from moneyed import Money

from app.catalog.ladder import Ladder, LadderStep
from app.imports.cells import Value, Words, read_cell
from app.imports.column import STEPS, Column
from app.imports.heads import folded
from app.imports.remark import Remark, remark_of
from app.kit.i18n import N_
from app.kit.refusal import BadInput
from app.kit.workbook.cell import Cell, is_empty, text_of

Kind = TypeVar("Kind")

_PASSED: Final[dict[str, list[str]]] = json.loads(
    (Path(__file__).parent / "data" / "passed.json").read_text(encoding="utf-8")
)
_TOTALS: Final = frozenset(folded(text) for text in _PASSED["totals"])
TOTALS: Final = N_("A row of totals: nothing is taken from it.")
_EXAMPLES: Final = frozenset(folded(text) for text in _PASSED["examples"])
EXAMPLE: Final = N_("The example of the template: nothing is taken from it.")
HEADING: Final = N_("One cell alone: taken as a heading between goods.")


class StepHalf(BadInput):
    """A step of the ladder has its quantity and no price, or the other way round."""

    code = "import.step_half"
    sentence = N_("A further price needs both: from how many, and the price.")


@dataclass(frozen=True, slots=True)
class Line:
    """What the cells of a row say, by column, and the remarks of those that cannot be read."""

    values: dict[Column, Value]
    remarks: tuple[Remark, ...]

    @property
    def sku(self) -> str:
        """The article number; empty when the row has none that can be read."""
        return self.text(Column.SKU)

    def text(self, column: Column) -> str:
        """Return a text; empty where the row has none."""
        value = self.values.get(column, "")
        return value if isinstance(value, str) else ""

    def number(self, *columns: Column) -> int:
        """Return the number of the first of the columns that has one, else 0."""
        return next((v for c in columns if isinstance(v := self.values.get(c), int)), 0)

    def codes(self, column: Column) -> tuple[str, ...]:
        """Return the codes that a word stands for, or the parts of a list."""
        value = self.values.get(column, ())
        return value if isinstance(value, tuple) else ()

    def ladder(self, *, minimum: int) -> Ladder | None:
        """Return the prices that the row tells, from the minimum on; None when it tells none.

        Raises `StepHalf` or `BadLadder`.
        """
        whole = self.values.get(Column.LADDER)
        if isinstance(whole, Ladder):
            return whole
        price = self.values.get(Column.PRICE)
        if not isinstance(price, Money):
            return None
        steps = [LadderStep(minimum, price)]
        for quantity_at, price_at in STEPS:
            quantity, further = self.values.get(quantity_at), self.values.get(price_at)
            if isinstance(quantity, int) and isinstance(further, Money):
                steps.append(LadderStep(quantity, further))
            elif quantity is not None or further is not None:
                raise StepHalf(field=quantity_at if quantity is None else price_at)
        return Ladder(tuple(steps))


def passed_over(cells: Sequence[Cell], columns: Sequence[str]) -> str:
    """Return why a row is no goods: totals, or a heading between them; empty when it may be."""
    filled = [cell for cell in cells if not is_empty(cell)]
    first = folded(text_of(filled[0])) if filled else ""
    if first in _TOTALS:
        return TOTALS
    if first in _EXAMPLES:
        return EXAMPLE
    meant = sum(1 for each in columns if each)
    return HEADING if len(filled) == 1 and meant > 1 else ""


def read_line(cells: Sequence[Cell], columns: Sequence[str], words: Words) -> Line:
    """Read a row's cells by the meanings of the columns; every cell that is wrong has a remark."""
    values: dict[Column, Value] = {}
    remarks = []
    for cell, meaning in zip(cells, columns, strict=False):
        if not meaning or is_empty(cell):
            continue
        column = Column(meaning)
        try:
            values[column] = read_cell(cell, column, words)
        except BadInput as refusal:
            remarks.append(remark_of(refusal, column))
    return Line(values, tuple(remarks))
