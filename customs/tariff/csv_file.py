"""The tariff as a CSV file: code, name, supplementary unit, rate, and footnote marks if any.

UTF-8; comma, semicolon or tab between columns. The first row names the columns, in any order, with
the keys of `line_to_dict` or the publication's own headings; a file without such a row has the
publication's columns in their order. Other named columns are ignored, but a row in which one of
them, or no column at all, has what may be the rest of a rate is unread: without quotes 12,5 is two
cells.
"""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final

from customs.refusal import N_, CustomsRefusal
from customs.tariff.footnote_mark import NotAMark, parse_marks
from customs.tariff.line import UnreadRow
from customs.tariff.normalization import normalize
from customs.tariff.table import TableRow
from customs.tariff.table_cell import TableCell


class NotATariffCsv(CustomsRefusal):
    """Raised when a file is no table with code, name, unit and rate."""

    code = "customs.tariff.not_a_tariff_csv"
    sentence = N_("The file is neither a PDF nor a plain table with code, name, unit and rate.")


NO_COLUMN: Final = N_(
    "A cell outside the columns code, name, unit, rate and notes may be part of a rate."
)

_COLUMNS: Final = ("code", "name", "unit", "rate_text")
_NOTES: Final = "notes"
_OURS: Final = frozenset((*_COLUMNS, _NOTES))
_HEADS: Final = {
    "rate": "rate_text",
    "код тн вэд": "code",
    "наименование позиции": "name",
    "доп. ед. изм.": "unit",
    "ставка ввозной таможенной пошлины": "rate_text",
    "примечания": _NOTES,
}
_SEPARATORS: Final = ",;\t"
_REST_OF_RATE: Final = re.compile("[0-9]|но не |плюс|либо")
_FIGURES: Final = frozenset({"percent", "amount", "per_quantity"})
"""Keys of `line_to_dict` that repeat the numbers of the rate."""


def read_csv_rows(body: bytes) -> Iterator[TableRow | UnreadRow]:
    """Yield the rows of the file; `page` is the number of the row.

    Raises `NotATariffCsv`.
    """
    table = _table(body)
    columns, first = _columns(table)
    for number, cells in enumerate(table[first:], first + 1):
        if any(cells):
            yield _row(number, columns, cells)


def _table(body: bytes) -> list[list[str]]:
    try:
        text = body.decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text)))
    except (UnicodeDecodeError, csv.Error) as trouble:
        raise NotATariffCsv from trouble
    return [[normalize(cell) for cell in cells] for cells in rows]


def _separator(text: str) -> str:
    """Return the separator that is most frequent in the first row."""
    first = text.lstrip().split("\n", 1)[0]
    return max(_SEPARATORS, key=first.count)


def _columns(table: Sequence[Sequence[str]]) -> tuple[Sequence[str], int]:
    """Return the names of the columns, and the index of the first row of goods."""
    top = next((number for number, cells in enumerate(table) if any(cells)), None)
    if top is None:
        raise NotATariffCsv
    named = [_HEADS.get(cell.lower(), cell.lower()) for cell in table[top]]
    ours = [name for name in named if name in _OURS]
    if set(_COLUMNS) <= set(ours) and len(ours) == len(set(ours)):
        return named, top + 1
    if len(named) == len(_COLUMNS) and re.fullmatch("[0-9 ]{4,}", named[0]):
        return _COLUMNS, top
    raise NotATariffCsv


def _row(number: int, columns: Sequence[str], cells: Sequence[str]) -> TableRow | UnreadRow:
    placed = list(zip_longest(columns, cells, fillvalue=""))
    if any(_may_be_rate(column, cell) for column, cell in placed):
        return UnreadRow(number, " | ".join(cells), NO_COLUMN)
    found = dict(placed)
    try:
        marks = parse_marks(found.get(_NOTES, ""))
    except NotAMark:
        return UnreadRow(number, " | ".join(cells), NotAMark.sentence)
    code, name, unit, rate = (found[column] for column in _COLUMNS)
    return TableRow(
        page=number,
        opens_page=False,
        margin=TableCell(),
        code=TableCell(code),
        name=TableCell(name),
        unit=TableCell(unit),
        rate=TableCell(rate, marks),
    )


def _may_be_rate(column: str, cell: str) -> bool:
    if not column:
        return bool(cell)
    return column not in _OURS | _FIGURES and _REST_OF_RATE.match(cell) is not None
