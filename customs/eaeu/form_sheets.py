"""Sheets of the form: ДТ1 holds one good, each additional ДТ2 up to three (box 3)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from customs.eaeu.declaration import GoodsDeclaration
from customs.eaeu.goods import GoodsItem

ON_ADDITIONAL: Final = 3


@dataclass(frozen=True, slots=True)
class FormSheet:
    """A sheet of the form (box 3) with the goods on it."""

    number: int
    of: int
    goods: tuple[GoodsItem, ...]


def sheet_count(declaration: GoodsDeclaration) -> int:
    """Return how many sheets the form has (box 3, second figure)."""
    return sheet_of(len(declaration.goods))


def sheet_of(number: int) -> int:
    """Return the sheet of the item with a number (box 3, first figure)."""
    return 1 + -(-(number - 1) // ON_ADDITIONAL)


def sheets(declaration: GoodsDeclaration) -> tuple[FormSheet, ...]:
    """Return the sheets: the first with one item, the others with up to three."""
    first, *rest = declaration.goods
    parts: list[Sequence[GoodsItem]] = [[first]]
    parts += [rest[n : n + ON_ADDITIONAL] for n in range(0, len(rest), ON_ADDITIONAL)]
    return tuple(
        FormSheet(number, len(parts), tuple(part)) for number, part in enumerate(parts, start=1)
    )
