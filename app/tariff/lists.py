"""Files in our own format with the lists beside the tariff: one table per file.

The first row names the columns as the row's fields are named, those that may be left out aside
(`docs/lists.md` has them all); days as 2026-11-23, an unknown last
day blank, several countries parted by blanks.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields
from datetime import date
from typing import Any, Final

from app.kit.cells import read_day
from app.kit.i18n import N_
from app.kit.refusal import BadInput
from app.kit.spreadsheet import BadCell, Spreadsheet, read_table
from app.kit.spreadsheet import SpreadsheetRow as CellsRow
from app.tariff import cells as read
from customs.countries.figure import NO, YES, Figure, FigureName
from customs.countries.validation import is_valid
from customs.duties.measures import Excise, Exemption, Footnote, Measure, Requirement
from customs.refusal import CustomsRefusal
from customs.tariff.footnote_mark import parse_mark
from customs.tariff.rate_text import parse_rate

Row = Footnote | Exemption | Measure | Requirement | Figure | Excise


class UnknownList(BadInput):
    code = "tariff.unknown_list"
    sentence = N_("There is no list “%(name)s”. The lists are %(known)s.")


class BadList(BadInput):
    """The file is not a table of that list, or one of its rows is invalid."""

    code = "tariff.bad_list"
    sentence = N_(
        "Row %(row)s of the list “%(name)s” is not whole: look at its %(column)s. The file was read"
        " as %(encoding)s, separator: %(separator)s."
    )


LISTS: Final[Mapping[str, type[Row]]] = {
    "notes": Footnote,
    "exemptions": Exemption,
    "measures": Measure,
    "requirements": Requirement,
    "figures": Figure,
    "excises": Excise,
}


COLUMN_NAMES: Final[Mapping[str, str]] = {
    "valid_from": N_("First day"),
    "valid_to": N_("Last day"),
    "source": N_("Source"),
    "mark": N_("Mark"),
    "rate_text": N_("Rate"),
    "countries": N_("Countries"),
    "is_confirmed": N_("Confirmed"),
    "code": N_("Code"),
    "country": N_("Country"),
    "prefix": N_("Beginning of codes"),
    "origin": N_("Origin"),
    "name": N_("Name"),
    "kind": N_("Kind"),
    "value": N_("Value"),
}
"""Accepted headings besides the column's own name, in any language of ours."""


def read_list(name: str, body: bytes) -> list[Row]:
    """Parse every row of a list; raises `UnknownList` or `BadList`."""
    if name not in LISTS:
        raise UnknownList(name=name, known=", ".join(LISTS))
    kind = LISTS[name]
    columns = {field.name: COLUMN_NAMES[field.name] for field in fields(kind)}
    optional = frozenset(field.name for field in fields(kind) if field.default is not MISSING)
    table = read_table(body, columns, optional=optional)
    return [_row(kind, row, table=table, name=name) for row in table.rows]


def _row(kind: type[Row], cells: CellsRow, *, table: Spreadsheet, name: str) -> Row:
    values: dict[str, Any] = {}  # of each kind of row by its columns
    place: dict[str, object] = {"name": name, "row": cells.number, **table.read_as()}
    for field in fields(kind):
        try:
            values[field.name] = _value(kind, field, _cell(table, cells, field.name))
        except (ValueError, CustomsRefusal, BadCell) as trouble:
            raise BadList(column=field.name, **place) from trouble
    row = kind(**values)
    if (column := _fault(row) or _stranger(cells.cells, values)) is not None:
        raise BadList(column=column, **place)
    return row


def _cell(table: Spreadsheet, row: CellsRow, column: str) -> str:
    """Return the cell; a day as 2026-11-23, however Excel wrote it."""
    text = row.cells.get(column, "")
    return read_day(table, row, column).isoformat() if text and column in _DAYS else text


def _fault(row: Row) -> str | None:
    """Return the column that is inconsistent with the others."""
    if row.valid_to is not None and row.valid_to < row.valid_from:
        return "valid_to"
    return "value" if isinstance(row, Figure) and not is_valid(row) else None


def _stranger(cells: Mapping[str, str], known: Mapping[str, object]) -> str | None:
    """Return a column that the list does not have, whose content would be lost."""
    strange = (head for head, cell in cells.items() if head not in known and cell)
    return next(strange, None)


def _value(kind: type[Row], field: "Field[object]", text: str) -> object:
    """Parse one cell; raises `ValueError` or the refusal of a rate by `customs`."""
    if not text and field.default is not MISSING:
        return field.default
    if not text and field.name not in _MAY_BE_BLANK:
        raise ValueError(field.name)
    if _NO_TEXT in text:
        raise ValueError(field.name)
    if field.name == "name" and kind is Figure:
        return FigureName(text)
    return _READERS.get(field.name, str)(text)


def _rate_text(text: str) -> str:
    parse_rate(text)
    return text


def _is_yes(text: str) -> bool:
    if text not in {YES, NO}:
        raise ValueError(text)
    return text == YES


_DAYS: Final = frozenset({"valid_from", "valid_to"})
_NO_TEXT: Final = "\0"
_MAY_BE_BLANK: Final = {"value"}
"""An unknown code of payment stays blank."""
_READERS: Final[Mapping[str, Callable[[str], object]]] = {
    "valid_from": date.fromisoformat,
    "valid_to": date.fromisoformat,
    "mark": parse_mark,
    "countries": read.read_countries,
    "country": read.read_country,
    "origin": read.read_country,
    "code": read.read_code,
    "prefix": read.read_prefix,
    "kind": read.read_kind,
    "rate_text": _rate_text,
    "is_confirmed": _is_yes,
}
