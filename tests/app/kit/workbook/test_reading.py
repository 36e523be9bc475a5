"""Workbooks are recognised by content, read cell by cell as they stand, or refused by name."""

import io
import time
import zipfile
from collections.abc import Sequence
from datetime import date
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.kit.refusal import BadInput
from app.kit.workbook.cell import SheetRow, text_of
from app.kit.workbook.process import open_book
from app.kit.workbook.reading import opened
from app.kit.workbook.refused import (
    BadWorkbook,
    HasLinks,
    HasMacros,
    NoRows,
    NotAWorkbook,
    TextBroken,
    TooManyCells,
    UnpacksTooLarge,
    WorkbookLocked,
)
from tests.app.kit.workbook.biff import xls

TABLE = (("货号", "Цена"), ("00123", 6901234567892.0), ("Изюм", 59.5))


def xlsx(*table: Sequence[Any]) -> bytes:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        sheet = book.add_worksheet("goods")
        for number, cells in enumerate(table):
            sheet.write_row(number, 0, cells)
    return buffer.getvalue()


def rows_of(body: bytes, place: int = 0) -> list[tuple[object, ...]]:
    return [row.cells for row in open_book(body).rows(place)]


def changed(body: bytes, name: str, replacement: bytes) -> bytes:
    """Return an archive with one part replaced, or added."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(body)) as old, zipfile.ZipFile(buffer, "w", 8) as new:
        for part in old.infolist():
            if part.filename != name:
                new.writestr(part.filename, old.read(part))
        new.writestr(name, replacement)
    return buffer.getvalue()


async def test_a_process_reads_the_rows_in_batches() -> None:
    body = xlsx(*([f"SKU-{n}", n] for n in range(2500)))
    async with opened(body) as book:
        assert book.about.format == "xlsx"
        assert [(each.name, each.rows) for each in book.about.sheets] == [("goods", 2500)]
        batches = [batch async for batch in book.rows(0)]
    assert [len(batch) for batch in batches] == [1000, 1000, 500]
    assert batches[2][-1] == SheetRow(2500, ("SKU-2499", 2499.0))


async def test_a_refusal_comes_over_from_the_process() -> None:
    with pytest.raises(NotAWorkbook):
        async with opened(b"%PDF-1.7 and so on"):
            pass


def test_xls_and_xlsx_are_read_alike() -> None:
    assert rows_of(xls(*TABLE)) == rows_of(xlsx(*TABLE)) == list(TABLE)
    assert open_book(xls(*TABLE)).about.format == "xls"


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8"),
        ("utf-16", "UTF-16"),
        ("gb18030", "GB 18030"),
    ],
)
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_text_is_read_in_the_encodings_of_excel(encoding: str, said: str, separator: str) -> None:
    table = (("货号", "品名", "单价"), ("A-1", "葡萄干", "62.50"), ("A-2", "红枣", "1"))
    body = "\r\n".join(separator.join(cells) for cells in table).encode(encoding)
    book = open_book(body)
    assert (book.about.encoding, book.about.separator) == (said, separator)
    assert rows_of(body) == list(table)


def test_russian_text_of_windows_is_read() -> None:
    body = "Артикул;Наименование;Цена\r\nА-1;Изюм;62,50\r\n".encode("cp1251")
    book = open_book(body)
    assert (book.about.encoding, book.about.separator) == ("Windows-1251", ";")
    assert rows_of(body)[1] == ("А-1", "Изюм", "62,50")


def test_a_decimal_comma_does_not_part_the_cells() -> None:
    assert rows_of(b"sku;price\nA;62,5\nB;1,25\n")[1] == ("A", "62,5")


def test_a_merged_cell_goes_down_and_a_day_is_text() -> None:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        sheet = book.add_worksheet()
        sheet.merge_range("B2:B4", "Изюм")
        for row in range(3):
            sheet.write(row + 1, 2, row)
        sheet.write_datetime(5, 1, date(2026, 11, 28), book.add_format({"num_format": "d/m/yy"}))
        sheet.write_formula(6, 1, "=NA()", None, "#N/A")
        sheet.set_row(5, None, None, {"hidden": True})
    found = list(open_book(buffer.getvalue()).rows(0))
    assert [row.cells[1] for row in found] == ["Изюм", "Изюм", "Изюм", "2026-11-28", "#N/A"]
    assert [row.number for row in found if row.is_hidden] == [6]


def test_hidden_sheets_are_named_and_not_read() -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["sku"])
    book.create_sheet("secret").sheet_state = "hidden"
    buffer = io.BytesIO()
    book.save(buffer)
    about = open_book(buffer.getvalue()).about
    assert ([each.name for each in about.sheets], about.hidden_sheets) == (["Sheet"], ("secret",))


def test_digits_are_whole_and_without_noise() -> None:
    assert [text_of(cell) for cell in (6901234567892.0, 59.49999999999999, 0.1 + 0.2, 1e-7)] == [
        "6901234567892",
        "59.5",
        "0.3",
        "0.000000",
    ]


def sheet_xml(cells: str) -> bytes:
    return (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        f"{cells}</sheetData></worksheet>"
    ).encode()


HOSTILE = {
    "a sheet that ends at XFD1048576": (
        changed(
            xlsx(("a",)),
            "xl/worksheets/sheet1.xml",
            sheet_xml(
                '<row r="1"><c r="A1"><v>1</v></c></row>'
                '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
            ),
        ),
        TooManyCells,
    ),
    "an archive that unpacks to half a gigabyte": (
        changed(xlsx(("a",)), "xl/media/image1.png", b"\0" * 500_000_000),
        UnpacksTooLarge,
    ),
    "macros": (changed(xlsx(("a",)), "xl/vbaProject.bin", b"x"), HasMacros),
    "links": (changed(xlsx(("a",)), "xl/externalLinks/externalLink1.xml", b"<a/>"), HasLinks),
    "another archive": (
        changed(b"PK\x05\x06" + b"\0" * 18, "word/document.xml", b""),
        NotAWorkbook,
    ),
    "a cut archive": (xlsx(*TABLE)[:-200], BadWorkbook),
    "a sheet that is no XML": (
        changed(xlsx(("a",)), "xl/worksheets/sheet1.xml", b"<worksheet><sheetData><row"),
        BadWorkbook,
    ),
    "an encrypted workbook": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        WorkbookLocked,
    ),
    "an old workbook that breaks off": (xls(*TABLE)[:1500], BadInput),
    "a picture": (b"\x89PNG\r\n\x1a\n", NotAWorkbook),
    "an empty sheet": (xlsx(), NoRows),
    "an open quotation mark": (b'sku,price\n"A,1\n' + b"x" * 200_000, TextBroken),
    "nothing": (b" \n ", BadInput),
}


@pytest.mark.parametrize("name", HOSTILE)
async def test_what_must_not_be_read_is_refused_by_name(name: str) -> None:
    body, refusal = HOSTILE[name]
    began = time.monotonic()
    with pytest.raises(refusal):
        async with opened(body) as book:
            async for _ in book.rows(0):
                pass
    assert time.monotonic() - began < 30


CELLS = st.one_of(
    st.text(st.characters(blacklist_categories=("Cs", "Cc"), max_codepoint=0xFFFF), max_size=30),
    st.integers(-(10**9), 10**9).map(float),
    st.booleans(),
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(CELLS, min_size=1, max_size=6), min_size=1, max_size=8))
def test_what_a_program_wrote_is_what_is_read(table: list[list[Any]]) -> None:
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        sheet = book.add_worksheet()
        for number, cells in enumerate(table):
            for column, cell in enumerate(cells):
                if isinstance(cell, str):
                    sheet.write_string(number, column, cell)
                else:
                    sheet.write(number, column, cell)
    wanted = []
    for cells in table:
        while cells and cells[-1] == "":
            cells.pop()
        if cells:
            wanted.append(tuple(cells))
    if wanted:
        assert rows_of(buffer.getvalue()) == wanted
