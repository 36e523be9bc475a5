"""A seller's workbook given back: the cells as they came, with a verdict and remarks beside."""

import asyncio
import math
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from app.imports.goods_import import ImportRow
from app.imports.heads import OURS
from app.imports.verdict import VERDICT_NAMES
from app.kit.cells import neutral
from app.kit.i18n import N_, translate
from app.kit.workbook.cell import Cell
from app.web.seller.imports.pages import WholeImport
from app.web.seller.imports.presenter import remark_lines

_WIDE: Final = 60
"""Characters that the column of remarks shows."""


async def remarked_workbook(whole: WholeImport) -> bytes:
    """Return the workbook. It is written to a file row by row, so memory stays bounded."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "workbook.xlsx"
        options = {"constant_memory": True, "tmpdir": folder, "strings_to_formulas": False}
        book = xlsxwriter.Workbook(path, options)
        sheet = book.add_worksheet(_sheet_name(whole.goods_import.sheet))
        sheet.set_column(whole.width + 1, whole.width + 1, _WIDE)
        # A text that begins like a formula is kept as it is, and marked as text for its reader.
        quoted = book.add_format({"quote_prefix": True})
        writer = _Writer(sheet, whole, quoted)
        async for batch in whole.batches:
            # Other requests are answered meanwhile.
            await asyncio.to_thread(writer.write, batch)
        await asyncio.to_thread(book.close)
        return await asyncio.to_thread(path.read_bytes)


def _sheet_name(name: str) -> str:
    """Return a name that a sheet may have; the reader's programs refuse some signs."""
    plain = "".join(sign for sign in name if sign not in r"[]:*?/\'")[:31].strip()
    return plain or OURS


class _Writer:
    def __init__(self, sheet: Worksheet, whole: WholeImport, quoted: Format) -> None:
        self._sheet = sheet
        self._found = whole.goods_import
        self._column = whole.width
        self._quoted = quoted

    def write(self, batch: Sequence[ImportRow]) -> None:
        """Write a batch of rows, each where it stood."""
        for row in batch:
            for column, cell in enumerate(row.cells):
                self._put(row.number - 1, column, cell)
            for column, text in enumerate(self._said(row), start=self._column):
                self._put(row.number - 1, column, text)

    def _said(self, row: ImportRow) -> tuple[str, str]:
        if row.number == self._found.head_to:
            verdict, remarks = translate(N_("verdict")), translate(N_("remarks"))
            return f"{OURS}: {verdict}", f"{OURS}: {remarks}"
        verdict = translate(VERDICT_NAMES[row.verdict]) if row.verdict else ""
        return verdict, "\n".join(remark_lines(row.remarks, self._found.columns))

    def _put(self, row: int, column: int, cell: Cell) -> None:
        if isinstance(cell, bool):
            self._sheet.write_boolean(row, column, cell)
        elif isinstance(cell, int | float) and math.isfinite(cell):
            self._sheet.write_number(row, column, cell)
        elif text := str(cell):
            is_formula = neutral(text) != text
            self._sheet.write_string(row, column, text, self._quoted if is_formula else None)
