"""Reading a PDF as pages of characters and strokes.

PDFium gives the position and the size of each character, by which a footnote mark is distinguished
from the number before it. PDFium is not thread-safe.
"""

import ctypes
from collections.abc import Iterator
from typing import Final

import pypdfium2
import pypdfium2.raw as pdfium

from customs.refusal import N_, CustomsRefusal
from customs.tariff.page import Glyph, Page, Stroke

_POINT: Final = 100
_THIN: Final = 150
"""A path no higher than this (hundredths of a point) is a horizontal border."""
_LINE_END_HYPHENS: Final = {"\x02", "\ufffe"}
"""What PDFium returns for a hyphen at the end of a line; in the publication they are all real."""


class UnreadablePdf(CustomsRefusal):
    """Raised when a file is not a PDF, or is damaged or encrypted."""

    code = "customs.tariff.unreadable_pdf"
    sentence = N_("The file is not a PDF that can be opened.")


def read_pages(body: bytes) -> Iterator[Page]:
    """Yield page after page, one in memory at a time; raises `UnreadablePdf`."""
    try:
        yield from _pages(body)
    except pypdfium2.PdfiumError as trouble:
        raise UnreadablePdf from trouble


def _pages(body: bytes) -> Iterator[Page]:
    document = pypdfium2.PdfDocument(body)
    try:
        for index in range(len(document)):
            yield _read_page(document, index)
    finally:
        document.close()


def _read_page(document: pypdfium2.PdfDocument, index: int) -> Page:
    page = document[index]
    try:
        text = page.get_textpage()
        try:
            glyphs = list(_glyphs(text.raw, text.count_chars()))
        finally:
            text.close()
        return Page(index + 1, len(document), glyphs, list(_strokes(page)))
    finally:
        page.close()


def _glyphs(text: pdfium.FPDF_TEXTPAGE, count: int) -> Iterator[Glyph]:
    """Yield each character, and each blank between words, but no line breaks."""
    x, y, size = ctypes.c_double(), ctypes.c_double(), 0
    for index in range(count):
        letter = chr(pdfium.FPDFText_GetUnicode(text, index))
        if letter in "\r\n":
            continue
        # A blank that PDFium inserts between words has no font size: it takes the last one.
        if not pdfium.FPDFText_IsGenerated(text, index):
            size = round(pdfium.FPDFText_GetFontSize(text, index) * _POINT)
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        yield Glyph(
            "-" if letter in _LINE_END_HYPHENS else letter,
            round(x.value * _POINT),
            round(y.value * _POINT),
            size,
        )


def _strokes(page: pypdfium2.PdfPage) -> Iterator[Stroke]:
    """Yield vertical borders: a thin path is one, a cell drawn as a box has two."""
    for each in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=1):
        left, bottom, right, top = (round(edge * _POINT) for edge in each.get_bounds())
        if top - bottom > _THIN:
            yield from (Stroke(x, bottom, top) for x in {left, right})
