"""Reading a chapter of the official tariff, as PDF or as CSV."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Final

from customs.refusal import N_, CustomsRefusal
from customs.tariff.csv_file import read_csv_rows
from customs.tariff.line import Publication, UnreadRow
from customs.tariff.line_reader import read_lines
from customs.tariff.page import Page
from customs.tariff.pdf import read_pages
from customs.tariff.table import TableRow, TariffTable, find_table

_PDF: Final = b"%PDF-"
_PDF_WITHIN: Final = 1024
"""Readers of PDF look for its beginning so far (ISO 32000-1, annex H.3.4.1)."""
ProgressCallback = Callable[[int, int], None]
"""Called after each page with the pages read and the total."""

ABOVE_THE_HEAD = N_("Text stands above the table's head on a page after its beginning.")
OUTSIDE_THE_TABLE = N_("Text stands under the table's head but in no row.")
NO_HEAD = N_("A page after the table's beginning has no head of it.")
EMPTY_PAGE = N_("A page after the table's beginning has no text.")


class NoTariffTable(CustomsRefusal):
    """Raised when a PDF has no table with the headings of the tariff."""

    code = "customs.tariff.no_tariff_table"
    sentence = N_("The PDF has no table of the customs tariff.")


def is_whole_chapter(body: bytes) -> bool:
    """Return whether a file is a PDF: the publication, which contains a whole chapter."""
    return _PDF in body[:_PDF_WITHIN]


_NAME: Final = re.compile(r"ru\.\d{2}_(?P<edition>\d{4})(?:_(?P<day>\d{2}\.\d{2}\.\d{4}))?\.\w+")


def valid_from_file_name(file_name: str) -> date | None:
    """Return the day from which a file with the Commission's name is in force, or None.

    `ru.08_2022_28.07.2024.pdf` is chapter 08 of the Nomenclature of 2022, last changed from 28 July
    2024 on; a name without a day means unchanged since that year began.
    """
    if (found := _NAME.fullmatch(file_name)) is None:
        return None
    day, month, year = (found["day"] or f"01.01.{found['edition']}").split(".")
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _ignore(_done: int, _pages: int) -> None:
    pass


def read_publication(body: bytes, *, on_page: ProgressCallback = _ignore) -> Publication:
    """Return every line of a chapter.

    Raises `UnreadablePdf` or `NoTariffTable` for a PDF, `NotATariffCsv` for a CSV file.
    """
    if not is_whole_chapter(body):
        return read_lines(read_csv_rows(body))
    pages = _PdfRows(on_page)
    found = read_lines(pages.rows(read_pages(body)))
    if not pages.begun:
        raise NoTariffTable
    return found


class _PdfRows:
    """Yields the rows of page after page, and texts outside any row."""

    def __init__(self, on_page: ProgressCallback) -> None:
        self.begun = False
        self._on_page = on_page

    def rows(self, pages: Iterable[Page]) -> Iterator[TableRow | UnreadRow]:
        for page in pages:
            table = find_table(page)
            for reason, text in self._outside(page, table):
                yield UnreadRow(page.number, text, reason)
            if table is not None:
                self.begun = True
                yield from table.rows
            self._on_page(page.number, page.pages)

    def _outside(self, page: Page, table: TariffTable | None) -> Iterator[tuple[str, str]]:
        """Yield texts outside any row with the reason; above the table anything is allowed."""
        if table is not None and table.stray:
            yield OUTSIDE_THE_TABLE, table.stray
        if table is not None and table.above and self.begun:
            yield ABOVE_THE_HEAD, table.above
        if table is None and self.begun:
            text = "".join(glyph.letter for glyph in page.glyphs).strip()
            yield NO_HEAD if text else EMPTY_PAGE, text
