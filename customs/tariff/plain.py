"""A plain file of the tariff (CSV): code, name, supplementary unit, rate, and marks if it has them.

UTF-8; comma, semicolon or tab between columns. The first row names the columns, in any order, by
the words that `keruen tariff import --json` prints or by the publication's own heads; a file
without such a row has the publication's columns in their order.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from typing import Final

from customs.refusal import N_, CustomsRefusal
from customs.tariff.cell import Cell
from customs.tariff.table import Row
from customs.tariff.tidy import tidy


class NotAPlainTariff(CustomsRefusal):
    """The file is not a PDF, and no table with a code, a name, a unit and a rate either."""

    sentence = N_("The file is neither a PDF nor a plain table with code, name, unit and rate.")


_COLUMNS: Final = ("code", "name", "unit", "rate_text")
_NOTES: Final = "notes"
_HEADS: Final = {
    "rate": "rate_text",
    "код тн вэд": "code",
    "наименование позиции": "name",
    "доп. ед. изм.": "unit",
    "ставка ввозной таможенной пошлины": "rate_text",
    "примечания": _NOTES,
}
_SEPARATORS: Final = ",;\t"
_MARK: Final = re.compile(r"\d{1,3}[СC]")


def read_plain_rows(body: bytes) -> Iterator[Row]:
    """Will give the rows of the file, each with its number in place of a page."""
    try:
        text = body.decode("utf-8-sig")
        table = list(csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text)))
    except (UnicodeDecodeError, csv.Error) as trouble:
        raise NotAPlainTariff from trouble
    columns, first = _columns(table)
    for number, cells in enumerate(table[first:], first + 1):
        if any(map(tidy, cells)):
            yield _row(number, dict(zip(columns, map(tidy, cells), strict=False)))


def _separator(text: str) -> str:
    """Will give the separator that the first row has most of."""
    first = text.split("\n", 1)[0]
    return max(_SEPARATORS, key=first.count)


def _columns(table: list[list[str]]) -> tuple[list[str], int]:
    """Will name the columns, and say in which row the goods begin."""
    heads = [tidy(cell).lower() for cell in table[0]] if table else []
    named = [_HEADS.get(head, head) for head in heads]
    if set(_COLUMNS) <= set(named):
        return named, 1
    if len(heads) == len(_COLUMNS) and re.fullmatch(r"[\d ]{4,}", heads[0]):
        return list(_COLUMNS), 0
    raise NotAPlainTariff


def _row(number: int, cells: Mapping[str, str]) -> Row:
    notes = _MARK.findall(cells.get(_NOTES, ""))
    marks = tuple(note.replace("C", "С") for note in notes)
    code, name, unit, rate = (cells.get(column, "") for column in _COLUMNS)
    return Row(
        page=number,
        opens_page=False,
        margin=Cell(),
        code=Cell(code),
        name=Cell(name),
        unit=Cell(unit),
        rate=Cell(rate, marks),
    )
