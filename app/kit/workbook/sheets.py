"""Sheets of xlsx and xls, read by calamine."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Final

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from app.kit.workbook.archive import SheetScan, check_archive
from app.kit.workbook.cell import Cell, SheetAbout, SheetRow, WorkbookAbout, kept
from app.kit.workbook.refused import BadWorkbook, NoRows, TooManyRows, WorkbookLocked

FIRST: Final = 30
"""Rows of each sheet that are shown before it is read."""
MOST_ROWS: Final = 200_000
_NOTHING: Final = SheetScan()


@dataclass
class Sheets:
    """An open workbook: what it is, and the rows of each sheet that is shown."""

    about: WorkbookAbout
    _sheets: list[CalamineSheet]
    _scans: list[SheetScan]

    def rows(self, place: int) -> Iterator[SheetRow]:
        """Yield the rows of a sheet that hold anything."""
        yield from _rows(self._sheets[place], self._scans[place])


def open_sheets(body: bytes, *, kind: str) -> Sheets:
    """Open an xlsx or xls; raises a `BadWorkbook`."""
    scans = check_archive(body) if kind == "xlsx" else {}
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(body))
        every = [each for each in book.sheets_metadata if each.typ is SheetTypeEnum.WorkSheet]
        shown = [each for each in every if each.visible is SheetVisibleEnum.Visible]
        sheets = [book.get_sheet_by_name(each.name) for each in shown]
    except PasswordError as trouble:
        raise WorkbookLocked(field="body") from trouble
    except CalamineError as trouble:
        raise BadWorkbook(field="body") from trouble
    found = [_scan_of(each, book.sheets_metadata, scans) for each in shown]
    about = WorkbookAbout(
        format=kind,
        sheets=tuple(_about(*each) for each in zip(sheets, found, strict=True)),
        hidden_sheets=tuple(each.name for each in every if each not in shown),
    )
    if not any(sheet.first for sheet in about.sheets):
        raise NoRows(field="body")
    return Sheets(about, sheets, found)


def _scan_of(
    sheet: SheetMetadata, every: list[SheetMetadata], scans: dict[str, SheetScan]
) -> SheetScan:
    """Return what is hidden in a sheet: programs number the parts in the order of the sheets."""
    place = [each.name for each in every].index(sheet.name) + 1
    return scans.get(f"xl/worksheets/sheet{place}.xml", _NOTHING)


def _about(sheet: CalamineSheet, scan: SheetScan) -> SheetAbout:
    first: list[SheetRow] = []
    for row in _rows(sheet, scan):
        first.append(row)
        if len(first) == FIRST:
            break
    rows = sheet.end[0] + 1 if sheet.end else 0
    if rows > MOST_ROWS:
        raise TooManyRows(field="body", most=MOST_ROWS)
    return SheetAbout(
        name=sheet.name,
        rows=rows,
        first=tuple(first),
        hidden_rows=len(scan.hidden_rows),
        hidden_columns=len(scan.hidden_columns),
    )


def _rows(sheet: CalamineSheet, scan: SheetScan) -> Iterator[SheetRow]:
    filled = _filled_down(sheet)
    values: dict[int, Cell] = {}
    # The reader begins at the sheet's first row, but at the first column that holds anything.
    before: list[Cell] = [""] * (sheet.start[1] if sheet.start else 0)
    for number, raw in enumerate(sheet.iter_rows(), start=1):
        cells = [*before, *map(_cell, raw)]
        for column, is_first in filled.get(number, ()):
            if is_first:
                values[column] = cells[column]
            else:
                cells[column] = values[column]
        for column, error in scan.errors.get(number, {}).items():
            if column < len(cells):
                cells[column] = error
        while cells and cells[-1] == "":
            cells.pop()
        if cells:
            yield SheetRow(number, tuple(cells), number in scan.hidden_rows)


def _filled_down(sheet: CalamineSheet) -> dict[int, list[tuple[int, bool]]]:
    """Return by row the columns in which a cell merged downwards begins or goes on."""
    found: dict[int, list[tuple[int, bool]]] = defaultdict(list)
    first = sheet.start[1] if sheet.start else 0
    last_row, last = sheet.end or (-1, -1)
    for (top, left), (bottom, _) in sheet.merged_cell_ranges or ():
        if first <= left <= last and bottom > top:
            for row in range(top, min(bottom, last_row) + 1):
                found[row + 1].append((left, row == top))
    return found


def _cell(value: object) -> Cell:
    match value:
        case str():
            return kept(value)
        case bool() | int() | float():
            return value
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case datetime() | date() | time():
            return value.isoformat()
        case timedelta():
            return str(value)
        case _:
            return ""
