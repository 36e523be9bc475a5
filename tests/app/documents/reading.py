"""Text and fonts of a printed PDF, read back from its bytes."""

import io
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import pytest
from pypdf import PdfReader

POINTS_A_MM = 72 / 25.4
PRINTS_HERE = pytest.mark.filterwarnings(
    "ignore:.*sRGB2014.icc:pytest.PytestUnraisableExceptionWarning"
)
"""WeasyPrint leaves the closing of its colour profile to the garbage collector."""


def pages_of(body: bytes) -> list[str]:
    """Return the text of every page, without spaces: layout may break a line anywhere."""
    return [squeezed(page.extract_text()) for page in PdfReader(io.BytesIO(body)).pages]


def text_of(body: bytes) -> str:
    return "".join(pages_of(body))


def squeezed(text: str) -> str:
    return "".join(text.split())


def size_mm(body: bytes) -> set[tuple[int, int]]:
    return {
        (round(float(box.width) / POINTS_A_MM), round(float(box.height) / POINTS_A_MM))
        for box in (page.mediabox for page in PdfReader(io.BytesIO(body)).pages)
    }


def fonts_of(body: bytes) -> dict[str, bool]:
    """Return every font of the file by name, and whether it is embedded."""
    found = {}
    for page in PdfReader(io.BytesIO(body)).pages:
        resources: Any = page["/Resources"]
        for each in resources["/Font"].values():
            inner = each.get_object()["/DescendantFonts"][0].get_object()
            found[str(inner["/BaseFont"])] = "/FontFile2" in inner["/FontDescriptor"].get_object()
    return found


def texts_of(paper: Any) -> Iterator[str]:  # noqa: ANN401 -- any paper, at any depth
    """Yield every text of a paper, at any depth."""
    if isinstance(paper, str):
        yield paper
    elif isinstance(paper, tuple):
        for each in paper:
            yield from texts_of(each)
    elif is_dataclass(paper):
        for one in fields(paper):
            yield from texts_of(getattr(paper, one.name))
