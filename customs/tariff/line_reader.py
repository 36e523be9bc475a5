"""Lines of the tariff from rows of the table, each under the headings above it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from customs.refusal import N_
from customs.tariff.heading import level, own_name
from customs.tariff.line import TWICE, Publication, PublishedLine, UnreadRow
from customs.tariff.normalization import write_powers
from customs.tariff.page_breaks import join_broken_rows
from customs.tariff.rate import Other, Rate
from customs.tariff.rate_text import GluedMark, UnreadableRate, parse_rate, split_marks
from customs.tariff.table import TableRow
from customs.tariff.table_cell import TableCell

NO_LETTER: Final = N_("A row has a letter that cannot be read.")
NOT_A_CODE: Final = N_("The first column holds no code.")
NO_NAME: Final = N_("A row has no name.")
NO_RATE: Final = N_("A ten-digit code has no rate.")
NOT_UNDER_A_CODE: Final = N_("A unit or a rate stands at no ten-digit code.")
RATE_IN_WORDS: Final = N_("The rate has none of the known shapes.")

_CODE: Final = re.compile("[0-9]{10}")
_RESERVED: Final = re.compile(r"\[[0-9]{4}\]")
"""A reserved heading without a name."""
_HEADING: Final = re.compile("[0-9]{4,9}|")
_NO_UNIT: Final = {"", "–", "—", "-"}
_NUL: Final = "\0"
"""Stands for a character that the PDF does not map; databases do not accept it."""


def read_lines(rows: Iterable[TableRow | UnreadRow]) -> Publication:
    """Return the lines that the rows make; a row that is neither line nor heading is unread."""
    reader = _Reader()
    for row in join_broken_rows(rows):
        if isinstance(row, UnreadRow):
            reader.unread.append(row)
        else:
            reader.read(row)
    return Publication(reader.lines, sorted(reader.unread, key=lambda unread: unread.page))


@dataclass(slots=True)
class _Reader:
    """Reads rows in order, since the headings of a name are the rows above it."""

    lines: list[PublishedLine] = field(default_factory=list)
    unread: list[UnreadRow] = field(default_factory=list)
    _codes: set[str] = field(default_factory=set)
    _above: list[tuple[int, str]] = field(default_factory=list)

    def read(self, row: TableRow) -> None:
        code = re.sub(r"\s", "", row.code.text)
        reason = self._fault(row, code)
        if reason is not None:
            self._leave(row, reason)
        elif _CODE.fullmatch(code):
            self._keep(row, code)
        else:
            self._descend(row)

    def _fault(self, row: TableRow, code: str) -> str | None:
        """Return why a row is neither a line nor a heading, or None."""
        is_line = _CODE.fullmatch(code) is not None
        is_reserved = _RESERVED.fullmatch(code) is not None
        texts = (row.name.text, row.unit.text, row.rate.text)
        has_terms = row.rate != TableCell() or row.unit.text not in _NO_UNIT
        checks = {
            NO_LETTER: not any(_NUL in text for text in texts),
            NOT_A_CODE: is_line or is_reserved or _HEADING.fullmatch(code) is not None,
            NOT_UNDER_A_CODE: is_line or not has_terms,
            TWICE: code not in self._codes,
            NO_RATE: not is_line or row.rate.text != "",
            NO_NAME: is_reserved or own_name(row) != "",
        }
        return next((reason for reason, is_whole in checks.items() if not is_whole), None)

    def _keep(self, row: TableRow, code: str) -> None:
        self._codes.add(code)
        parents, name = self._descend(row)
        text, rate, notes = _rate(row.rate.text)
        line = PublishedLine(
            code=code,
            name=name,
            parents=parents,
            name_marks=row.name.marks,
            unit="" if row.unit.text in _NO_UNIT else write_powers(row.unit.text),
            rate_text=text,
            rate=rate,
            notes=tuple(dict.fromkeys(row.rate.marks + notes)),
            is_reused="+" in row.margin.text,
            page=row.page,
        )
        self.lines.append(line)
        if isinstance(rate, Other):
            self._leave(row, RATE_IN_WORDS)

    def _descend(self, row: TableRow) -> tuple[tuple[str, ...], str]:
        """Place a name under the headings above it; return those and the name."""
        own_level, name = level(row), own_name(row)
        while self._above and self._above[-1][0] >= own_level:
            self._above.pop()
        parents = tuple(parent for _, parent in self._above)
        self._above.append((own_level, name))
        return parents, name

    def _leave(self, row: TableRow, reason: str) -> None:
        cells = (row.code, row.name, row.unit, row.rate)
        self.unread.append(UnreadRow(row.page, " | ".join(cell.text for cell in cells), reason))


def _rate(text: str) -> tuple[str, Rate, tuple[str, ...]]:
    """Parse a rate; a text that is no known form becomes `Other`."""
    try:
        stated, (bare, _) = parse_rate(text), split_marks(text)
    except (UnreadableRate, GluedMark):
        return text, Other(text), ()
    return bare, stated.rate, stated.notes
