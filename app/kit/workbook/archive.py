"""The archive that an xlsx is, looked through before anything trusts it.

Every part is unpacked once and thrown away: sizes and checksums are then known to be true, how far
the cells of a sheet reach is counted and not claimed, and what must not be in it is named.
"""

import re
import zipfile
from dataclasses import dataclass, field
from io import BytesIO
from typing import Final

from app.kit.workbook.refused import (
    BadWorkbook,
    HasLinks,
    HasMacros,
    NotAWorkbook,
    TooManyCells,
    UnpacksTooLarge,
    WorkbookLocked,
)

MOST_UNPACKED: Final = 400_000_000
MOST_PARTS: Final = 2_000
MOST_CELLS: Final = 6_000_000
"""Cells of the rectangle from A1 to the last cell that holds anything, of all sheets."""
_CHUNK: Final = 1 << 20
_LONGEST_TAG: Final = 2_000
_SHEET: Final = re.compile(r"xl/worksheets/[^/]+\.xml")
_CELL: Final = re.compile(rb'<(?:\w+:)?c\s[^>]*?\br="([A-Z]{1,3})([0-9]{1,7})"[^>]*?(?<!/)>')
_ERROR: Final = re.compile(
    rb'<(?:\w+:)?c\s[^>]*?\br="([A-Z]{1,3})([0-9]{1,7})"[^>]*?\bt="e"[^>]*>'
    rb"(?:<(?:\w+:)?f\b[^>]*>[^<]*</(?:\w+:)?f>|<(?:\w+:)?f\b[^>]*/>)?<(?:\w+:)?v>([^<]{1,20})<"
)
_ROW: Final = re.compile(rb"<(?:\w+:)?row\b[^>]*>")
_NUMBER: Final = re.compile(rb'\br="([0-9]{1,7})"')
_HIDDEN: Final = re.compile(rb'\bhidden="(?:1|true)"')
_COLUMN: Final = re.compile(rb"<(?:\w+:)?col\b[^>]*>")
_ALPHABET: Final = 26


@dataclass(slots=True)
class SheetScan:
    """How far the cells of a sheet reach, what is hidden, and which cells are in error."""

    rows: int = 0
    columns: int = 0
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[bytes] = field(default_factory=set)
    """The marks of hidden columns, one for each run of them."""
    errors: dict[int, dict[int, str]] = field(default_factory=dict)
    """By row and place: what a program could not compute, which the reader leaves empty."""


def check_archive(body: bytes) -> dict[str, SheetScan]:
    """Return what each sheet's part reaches, by the part's name; raises a `BadWorkbook`."""
    try:
        with zipfile.ZipFile(BytesIO(body)) as archive:
            parts = archive.infolist()
            _check_parts(parts)
            return _scan(archive, parts)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as trouble:
        raise BadWorkbook(field="body") from trouble


def _check_parts(parts: list[zipfile.ZipInfo]) -> None:
    names = [part.filename for part in parts]
    if len(names) > MOST_PARTS or len(set(names)) != len(names):
        raise BadWorkbook(field="body")
    if any(part.flag_bits & 1 for part in parts):
        raise WorkbookLocked(field="body")
    if "xl/workbook.xml" not in names:
        raise NotAWorkbook(field="body")
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise HasMacros(field="body")
    if any(name.startswith("xl/externalLinks/") for name in names):
        raise HasLinks(field="body")
    if sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise UnpacksTooLarge(field="body", most=MOST_UNPACKED // 1_000_000)


def _scan(archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> dict[str, SheetScan]:
    found: dict[str, SheetScan] = {}
    cells = 0
    for part in parts:
        scan = _scan_part(archive, part)
        if _SHEET.fullmatch(part.filename):
            found[part.filename] = scan
            cells += scan.rows * scan.columns
            if cells > MOST_CELLS:
                raise TooManyCells(field="body", rows=scan.rows, columns=scan.columns)
    return found


def _scan_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> SheetScan:
    """Unpack a part to its end, which checks its size and checksum, and count a sheet's cells."""
    scan = SheetScan()
    is_sheet = _SHEET.fullmatch(part.filename) is not None
    left = b""
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            if not is_sheet:
                continue
            if b"\0" in chunk:  # UTF-16: no program of today writes it, and we could not count it
                raise BadWorkbook(field="body")
            text = left + chunk
            _count(text, scan)
            left = text[-_LONGEST_TAG:]
    return scan


def _count(text: bytes, scan: SheetScan) -> None:
    for letters, number in _CELL.findall(text):
        scan.rows = max(scan.rows, int(number))
        scan.columns = max(scan.columns, _column(letters))
    for letters, number, error in _ERROR.findall(text):
        scan.errors.setdefault(int(number), {})[_column(letters) - 1] = error.decode()
    for row in _ROW.findall(text):
        if _HIDDEN.search(row) and (number := _NUMBER.search(row)):
            scan.hidden_rows.add(int(number[1]))
    scan.hidden_columns |= {mark for mark in _COLUMN.findall(text) if _HIDDEN.search(mark)}


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * _ALPHABET + letter - 64
    return number
