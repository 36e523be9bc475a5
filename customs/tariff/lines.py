"""Rows of the table made into lines: rows cut by a page's end joined, names under headings."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from customs.refusal import N_
from customs.tariff.line import TWICE, Line, Publication, Unread
from customs.tariff.rate import Other, Rate
from customs.tariff.table import Row
from customs.tariff.text import GluedMark, UnreadableRate, parse, split_marks
from customs.tariff.tidy import write_powers

NOT_A_CODE: Final = N_("The first column holds no code.")
NO_RATE: Final = N_("A ten-digit code has no rate.")
NOT_UNDER_A_CODE: Final = N_("A unit or a rate stands at no ten-digit code.")
RATE_IN_WORDS: Final = N_("The rate has none of the known shapes.")

_CODE: Final = re.compile(r"\d{10}")
_HEADING: Final = re.compile(r"\d{4,9}|\[\d{4}\]|")
_DASHES: Final = "–—"
_PART: Final = re.compile(r"[IVXLC]+\.\s")
"""A part of a chapter (`I. …`) stands above its four-digit headings."""
_NO_UNIT: Final = {"", "–", "—", "-"}
_ABOVE_HEADINGS: Final = -1


def read_rows(rows: Iterable[Row]) -> Publication:
    """Will make lines of rows; what is no line and no heading is listed as unread."""
    reader = _Reader()
    for row in _whole(rows):
        reader.read(row)
    return Publication(reader.lines, reader.unread)


def _whole(rows: Iterable[Row]) -> Iterator[Row]:
    """Will put the rest of a row that a page's end cut in two behind its beginning."""
    held: Row | None = None
    for row in rows:
        if held is not None and row.opens_page and _continues(row):
            held = _joined(held, row)
            continue
        if held is not None:
            yield held
        held = row
    if held is not None:
        yield held


def _continues(row: Row) -> bool:
    """Will say whether a row has no code and does not begin as an unnumbered heading does."""
    return not row.code.text and _level(row.name.text) == 0


def _joined(row: Row, rest: Row) -> Row:
    return replace(
        row,
        name=row.name.followed_by(rest.name),
        unit=row.unit.followed_by(rest.unit),
        rate=row.rate.followed_by(rest.rate),
    )


def _level(name: str) -> int:
    """Will count the dashes before a name; a part of a chapter is above all."""
    if _PART.match(name):
        return _ABOVE_HEADINGS
    return sum(letter in _DASHES for letter in name[: -len(_own(name))])


def _own(name: str) -> str:
    """Will give a name without the dashes of its level."""
    return name.lstrip(_DASHES + " ")


@dataclass(slots=True)
class _Reader:
    """Reads rows in their order, because a name's headings are the rows above it."""

    lines: list[Line] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    _codes: set[str] = field(default_factory=set)
    _above: list[tuple[int, str]] = field(default_factory=list)

    def read(self, row: Row) -> None:
        code = re.sub(r"\s", "", row.code.text)
        if _CODE.fullmatch(code):
            self._read_line(row, code)
        elif not _HEADING.fullmatch(code):
            self._leave(row, NOT_A_CODE)
        elif row.rate.text or row.unit.text not in _NO_UNIT:
            self._leave(row, NOT_UNDER_A_CODE)
        else:
            self._descend(row)

    def _read_line(self, row: Row, code: str) -> None:
        if code in self._codes:
            self._leave(row, TWICE)
        elif not row.rate.text:
            self._leave(row, NO_RATE)
        else:
            self._codes.add(code)
            self._keep(row, code)

    def _keep(self, row: Row, code: str) -> None:
        parents, name = self._descend(row)
        text, rate, notes = _rate(row.rate.text)
        line = Line(
            code=code,
            name=name,
            parents=parents,
            name_marks=row.name.marks,
            unit="" if row.unit.text in _NO_UNIT else write_powers(row.unit.text),
            rate_text=text,
            rate=rate,
            notes=row.rate.marks + notes,
            is_reused="+" in row.margin.text,
            page=row.page,
        )
        self.lines.append(line)
        if isinstance(rate, Other):
            self._leave(row, RATE_IN_WORDS)

    def _descend(self, row: Row) -> tuple[tuple[str, ...], str]:
        """Will set a name under the headings above it, and give those and the name."""
        level = _level(row.name.text)
        name = _own(row.name.text)
        while self._above and self._above[-1][0] >= level:
            self._above.pop()
        parents = tuple(parent for _, parent in self._above)
        self._above.append((level, name))
        return parents, name

    def _leave(self, row: Row, reason: str) -> None:
        cells = (row.code, row.name, row.unit, row.rate)
        self.unread.append(Unread(row.page, " | ".join(cell.text for cell in cells), reason))


def _rate(text: str) -> tuple[str, Rate, tuple[str, ...]]:
    """Will read a rate; words that are no rate stay words, which nobody computes."""
    try:
        stated, (bare, _) = parse(text), split_marks(text)
    except (UnreadableRate, GluedMark):
        return text, Other(text), ()
    return bare, stated.rate, stated.notes
