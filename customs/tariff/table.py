"""Finding the table of a chapter on a page by its borders and heading, and its rows of cells.

The publication draws no line between rows, but draws the vertical borders of each row apart, so
that their heights are those of the rows.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from customs.tariff.page import Glyph, Page, Stroke
from customs.tariff.table_cell import TableCell, compose_cell

_COLUMNS: Final = 4
_SAME_BORDER: Final = 300
"""Strokes nearer to each other (hundredths of a point) are one border."""
_HEAD_CODE: Final = "КодТНВЭД"
_HEAD_RATE: Final = "Ставкаввозной"
_REUSED: Final = "+"
_PAGE_NUMBER: Final = re.compile(r"(?:[–-]?\s*[0-9]{1,3}\s*[–-]?)?")
"""Text that may be outside the table."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row as printed: what stands left of the table, and its four cells."""

    page: int
    opens_page: bool
    """Whether it is the first under the heading, where a split row may continue."""
    margin: TableCell
    code: TableCell
    name: TableCell
    unit: TableCell
    rate: TableCell


@dataclass(frozen=True, slots=True)
class TariffTable:
    """The part of the table on one page."""

    rows: Sequence[TableRow]
    above: str
    """Text above the heading: the chapter's notes, on the table's first page."""
    stray: str
    """Text under the heading that is in no row; empty when all is read."""


@dataclass(frozen=True, slots=True)
class _Band:
    """A band between two heights in which the borders of the columns stand."""

    bottom: int
    top: int
    borders: tuple[int, ...]


def find_table(page: Page) -> TariffTable | None:
    """Return the table on a page, or None when the page has no heading of it."""
    bands = sorted(_bands(page.strokes), key=lambda band: -band.top)
    for place, band in enumerate(bands):
        if _is_head(_row(band, _inside(page.glyphs, band=band), page=page.number)):
            return _read_under(band, bands[place + 1 :], page=page)
    return None


def _bands(strokes: Iterable[Stroke]) -> Iterator[_Band]:
    by_height: dict[tuple[int, int], list[int]] = defaultdict(list)
    for stroke in strokes:
        by_height[stroke.bottom, stroke.top].append(stroke.x)
    for (bottom, top), found in by_height.items():
        borders = tuple(_merge(sorted(found)))
        if len(borders) == _COLUMNS + 1:
            yield _Band(bottom, top, borders)


def _merge(places: Sequence[int]) -> Iterator[int]:
    """Yield one border for strokes drawn side by side."""
    last: int | None = None
    for place in places:
        if last is None or place - last > _SAME_BORDER:
            yield place
            last = place


def _inside(glyphs: Iterable[Glyph], *, band: _Band) -> list[Glyph]:
    return [glyph for glyph in glyphs if band.bottom <= glyph.y < band.top]


def _row(band: _Band, glyphs: Iterable[Glyph], *, page: int, opens_page: bool = False) -> TableRow:
    """Split a band into cells at its borders."""
    cells: list[list[Glyph]] = [[] for _ in range(_COLUMNS + 2)]
    for glyph in glyphs:
        cells[bisect_right(band.borders, glyph.x)].append(glyph)
    margin, code, name, unit, rate, _ = map(compose_cell, cells)
    return TableRow(page, opens_page, margin, code, name, unit, rate)


def _is_head(row: TableRow) -> bool:
    code, rate = (cell.text.replace(" ", "") for cell in (row.code, row.rate))
    return code.startswith(_HEAD_CODE) and rate.startswith(_HEAD_RATE)


def _read_under(head: _Band, below: Sequence[_Band], *, page: Page) -> TariffTable:
    rest = [glyph for glyph in page.glyphs if glyph.y < head.bottom]
    rows: list[TableRow] = []
    beside: list[Glyph] = []
    for band in below:
        inside = _inside(rest, band=band)
        if any(not glyph.letter.isspace() for glyph in inside):
            rows.append(_row(band, inside, page=page.number, opens_page=not rows))
            beside += (glyph for glyph in inside if _is_beside(glyph, band=band))
            rest = [glyph for glyph in rest if not band.bottom <= glyph.y < band.top]
    above = [glyph for glyph in page.glyphs if glyph.y >= head.top]
    return TariffTable(rows, above=_outside(above), stray=_outside([*beside, *rest]))


def _outside(glyphs: Sequence[Glyph]) -> str:
    """Return the text outside the table, without a page number."""
    text = compose_cell(glyphs).text
    return "" if _PAGE_NUMBER.fullmatch(text) else text


def _is_beside(glyph: Glyph, *, band: _Band) -> bool:
    """Return whether a character is beside the table, where only a plus belongs."""
    is_left = glyph.x < band.borders[0] and glyph.letter != _REUSED
    return is_left or glyph.x >= band.borders[-1]
