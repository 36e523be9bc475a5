"""A page as a printer left it: letters and vertical strokes, each in its place.

Places and sizes are whole hundredths of a point, counted from the page's lower left corner.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple


class Glyph(NamedTuple):
    """One letter: where its baseline begins, and the size of its type."""

    letter: str
    x: int
    y: int
    size: int


class Stroke(NamedTuple):
    """A piece of a vertical border."""

    x: int
    bottom: int
    top: int


@dataclass(frozen=True, slots=True)
class Page:
    """One page of so many."""

    number: int
    pages: int
    glyphs: Sequence[Glyph]
    strokes: Sequence[Stroke]
