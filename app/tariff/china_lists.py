"""Files with lines of the Chinese tariff: one table, its columns in `docs/lists.md`."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Final

from app.kit.cells import read_day
from app.kit.i18n import N_
from app.kit.spreadsheet import BadCell, Spreadsheet, SpreadsheetRow, read_table
from app.tariff.china_line import BadChinaLine, ChinaLine
from app.tariff.lists import BadList

NAME: Final = "china"
COLUMNS: Final[Mapping[str, str]] = {
    "code": N_("Code"),
    "name_zh": N_("Name in Chinese"),
    "unit_1": N_("First unit"),
    "unit_2": N_("Second unit"),
    "elements": N_("Declared elements"),
    "letters": N_("Letters of supervision"),
    "valid_from": N_("First day"),
    "valid_to": N_("Last day"),
    "source": N_("Source"),
}
"""Accepted headings besides the column's own name, in any language of ours."""
_OPTIONAL: Final = frozenset({"unit_2", "letters", "valid_to"})
_PARTED: Final = re.compile("[;；]")
_NUMBERED: Final = re.compile(r"^\d+[:：]")
_FIELDS: Final = {"element_names": "elements", "supervision_letters": "letters"}


def read_china_lines(body: bytes) -> list[ChinaLine]:
    """Parse every line of a file; raises `BadList`."""
    table = read_table(body, COLUMNS, optional=_OPTIONAL)
    return [_line(table, row) for row in table.rows]


def _line(table: Spreadsheet, row: SpreadsheetRow) -> ChinaLine:
    place: dict[str, object] = {"name": NAME, "row": row.number, **table.read_as()}
    cells = row.cells
    try:
        return ChinaLine(
            code=cells.get("code", ""),
            name_zh=cells.get("name_zh", ""),
            unit_1=cells.get("unit_1", ""),
            unit_2=cells.get("unit_2", ""),
            element_names=read_elements(cells.get("elements", "")),
            supervision_letters=cells.get("letters", ""),
            valid_from=_day(table, row, "valid_from") or date.max,
            valid_to=_day(table, row, "valid_to"),
            source=cells.get("source", ""),
        )
    except BadChinaLine as fault:
        column = str(fault.fields["field"])
        raise BadList(column=_FIELDS.get(column, column), **place) from fault


def _day(table: Spreadsheet, row: SpreadsheetRow, column: str) -> date | None:
    if not row.cells.get(column):
        if column == "valid_to":
            return None
        raise BadList(column=column, name=NAME, row=row.number, **table.read_as())
    try:
        return read_day(table, row, column)
    except BadCell as fault:
        raise BadList(column=column, name=NAME, row=row.number, **table.read_as()) from fault


def read_elements(text: str) -> tuple[str, ...]:
    """Return the names of a list as published: 0:品牌类型;1:出口享惠情况;2:种类."""
    parts = (_NUMBERED.sub("", part.strip()) for part in _PARTED.split(text))
    return tuple(part for part in parts if part)
