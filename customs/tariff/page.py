"""A page as printed: characters and vertical strokes with their positions.

Positions and sizes are whole hundredths of a point, from the page's lower left corner.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple


class Glyph(NamedTuple):
    """A character, the start of its baseline, and its font size."""

    letter: str
    x: int
    y: int
    size: int


class Stroke(NamedTuple):
    """A segment of a vertical border."""

    x: int
    bottom: int
    top: int


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a document."""

    number: int
    pages: int
    glyphs: Sequence[Glyph]
    strokes: Sequence[Stroke]
