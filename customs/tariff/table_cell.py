"""The text of a table cell from its characters, and the footnote marks in small type."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

from customs.tariff.normalization import normalize
from customs.tariff.page import Glyph

_SMALL_PERCENT: Final = 80
"""Type smaller than this percentage of the cell's largest is a mark, a power or an index."""
_SAME_LINE_PERCENT: Final = 30
"""Characters of one line are no further from its baseline than this percentage of their size."""
_ATTACHED_PERCENT: Final = 60
"""A small character is raised or lowered from its line by at most this percentage."""
_MARKS: Final = re.compile(r"(?:[ ,;]*[0-9]{1,3}[СC]?\))+")
_MARK: Final = re.compile("[0-9]{1,3}[СC]?")
_POWER_AND_MARKS: Final = re.compile(r"([23])((?:[ ,;]*[0-9]{1,3}[СC]\))+)")
"""м² with a mark behind it; the tariff has no unit of a metre with a mark."""
_RAISED: Final = str.maketrans("0123456789+-–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_LOWERED: Final = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


@dataclass(frozen=True, slots=True)
class TableCell:
    """The text of a cell in one line, and its marks: 63С with Cyrillic С, 5 in a name."""

    text: str = ""
    marks: tuple[str, ...] = ()

    def followed_by(self, rest: "TableCell") -> "TableCell":
        """Return the cell joined with the rest of it after a page break."""
        return TableCell(_join([self.text, rest.text]), self.marks + rest.marks)


@dataclass(slots=True)
class _Line:
    y: int
    glyphs: list[Glyph] = field(default_factory=list)


def compose_cell(glyphs: Sequence[Glyph]) -> TableCell:
    """Compose a cell: lines from the top, characters from the left."""
    inked = [glyph for glyph in glyphs if not glyph.letter.isspace()]
    if not inked:
        return TableCell()
    full = max(glyph.size for glyph in inked)
    texts, marks = [], []
    for line in _lines(glyphs, full=full):
        text, found = _read_line(line, full=full)
        texts.append(text)
        marks += found
    return TableCell(_join(texts), tuple(marks))


def _lines(glyphs: Iterable[Glyph], *, full: int) -> list[_Line]:
    """Group characters into lines by baseline; small ones join the line they belong to."""
    lines: list[_Line] = []
    top_down = sorted(glyphs, key=lambda glyph: -glyph.y)
    for glyph in (each for each in top_down if not _is_small(each, full=full)):
        if not lines or (lines[-1].y - glyph.y) * 100 > full * _SAME_LINE_PERCENT:
            lines.append(_Line(glyph.y))
        lines[-1].glyphs.append(glyph)
    for glyph in (each for each in top_down if _is_small(each, full=full)):
        _nearest(lines, glyph, full=full).glyphs.append(glyph)
    return sorted(lines, key=lambda line: -line.y)


def _is_small(glyph: Glyph, *, full: int) -> bool:
    return glyph.size * 100 < full * _SMALL_PERCENT


def _nearest(lines: list[_Line], glyph: Glyph, *, full: int) -> _Line:
    """Return the line of a small character, or a new one: a mark may wrap alone."""
    nearest = min(lines, key=lambda line: abs(line.y - glyph.y))
    if abs(nearest.y - glyph.y) * 100 > full * _ATTACHED_PERCENT:
        nearest = _Line(glyph.y)
        lines.append(nearest)
    return nearest


def _read_line(line: _Line, *, full: int) -> tuple[str, list[str]]:
    text, marks = "", []
    in_order = sorted(line.glyphs, key=lambda glyph: glyph.x)
    for shift, run in groupby(in_order, key=lambda glyph: _shift(glyph, line=line, full=full)):
        letters = "".join(glyph.letter for glyph in run)
        if shift > 0:
            raised, found = _read_raised(letters.strip(), before=text)
            text += raised
            marks += found
        else:
            text += letters.translate(_LOWERED) if shift < 0 else letters
    return text, marks


def _shift(glyph: Glyph, *, line: _Line, full: int) -> int:
    """Return 0 for a character on the line, 1 for superscript, -1 for subscript."""
    if not _is_small(glyph, full=full):
        return 0
    return -1 if glyph.y < line.y else 1


def _read_raised(letters: str, *, before: str) -> tuple[str, list[str]]:
    """Split superscript into the power, which stays in the text, and footnote marks."""
    if before.endswith("м") and (found := _POWER_AND_MARKS.fullmatch(letters)):
        return found[1].translate(_RAISED), list(_marks(found[2]))
    if _MARKS.fullmatch(letters):
        return "", list(_marks(letters))
    return letters.translate(_RAISED), []


def _marks(letters: str) -> Iterator[str]:
    return (mark.replace("C", "С") for mark in _MARK.findall(letters))


def _join(lines: Iterable[str]) -> str:
    """Join lines with a blank between two, none after a hyphen inside a word."""
    whole = ""
    for line in lines:
        tidied = normalize(line)
        glued = whole.endswith("-") and not whole.endswith(" -")
        whole = f"{whole}{'' if glued or not whole else ' '}{tidied}"
    return whole.strip()
