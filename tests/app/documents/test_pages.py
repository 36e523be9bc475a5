"""The text of the printed pages, read back from the PDFs."""

from dataclasses import replace

import pytest

from app.declarations.snapshot import Consignment
from app.documents.composing import compose
from app.documents.kinds.declaration import DeclarationPaper
from app.documents.printer import Printer
from tests.app.declarations.aboard import CONSIGNMENT, DASTAN, KERUEN, LOAD
from tests.app.documents.consignments import MANAS, PRINTED, issue_of, large, papers_of
from tests.app.documents.reading import (
    PRINTS_HERE,
    fonts_of,
    pages_of,
    size_mm,
    squeezed,
    text_of,
    texts_of,
)

pytestmark = [PRINTS_HERE, pytest.mark.no_cover]  # what papers say is counted where they are issued
PORTRAIT, LANDSCAPE = (210, 297), (297, 210)
FAMILIES = {"Doc-Sans", "Doc-Sans-Bold", "Doc-Sans-SC", "Doc-Sans-SC-Bold"}


_PRINTED: dict[str, bytes] = {}
"""The papers printed so far, by their HTML."""


async def printed(kind: str, printer: Printer, consignment: Consignment = CONSIGNMENT) -> bytes:
    html = compose(kind, papers_of(issue_of(consignment))[kind])
    if html not in _PRINTED:
        _PRINTED[html] = await printer.print_html(html)
    return _PRINTED[html]


@pytest.mark.parametrize("kind", PRINTED)
async def test_every_text_of_a_paper_is_printed(kind: str, printer: Printer) -> None:
    paper = papers_of(issue_of(large(lines=4)))[kind]
    text = text_of(await printer.print(kind, paper))
    assert [word for word in texts_of(paper) if squeezed(word) not in text] == []


@pytest.mark.parametrize("kind", PRINTED)
async def test_every_font_is_ours_and_inside_the_file(kind: str, printer: Printer) -> None:
    found = fonts_of(await printed(kind, printer, large(lines=2)))
    assert len(found) > 1
    assert {name.partition("+")[2] for name in found} <= FAMILIES
    assert set(found.values()) == {True}


@pytest.mark.parametrize("kind", PRINTED)
async def test_no_glyph_is_a_box(kind: str, printer: Printer) -> None:
    text = text_of(await printed(kind, printer, large(lines=2)))
    assert not {"\ufffd", "\x00", "\u25a1"} & set(text)


@pytest.mark.parametrize("kind", ["invoice", "packing_list"])
async def test_trade_papers_speak_chinese_and_russian(kind: str, printer: Printer) -> None:
    text = text_of(await printed(kind, printer))
    for word in ("绿葡萄干", "Изюм зелёный", "带壳核桃", "Грецкие орехи", KERUEN.name, DASTAN.name):
        assert squeezed(word) in text


async def test_kazakh_and_kyrgyz_letters_are_drawn(printer: Printer) -> None:
    both = replace(large(lines=1), buyer=MANAS)
    text = text_of(await printed("invoice", printer, both))
    for word in ("«Манас Соода» (Өзгөн)", "Чүй пр.", "«Қоғалы қоймасы», Һәм", "Ұлы дала", "Іле"):
        assert squeezed(word) in text


@pytest.mark.parametrize(
    ("kind", "size"),
    [("declaration", LANDSCAPE), ("invoice", PORTRAIT), ("packing_list", PORTRAIT)],
)
async def test_papers_are_a4(kind: str, size: tuple[int, int], printer: Printer) -> None:
    assert size_mm(await printed(kind, printer)) == {size}


@pytest.mark.parametrize("kind", ["invoice", "packing_list"])
async def test_pages_are_numbered(kind: str, printer: Printer) -> None:
    pages = pages_of(await printed(kind, printer, large()))
    assert len(pages) > 1
    for number, page in enumerate(pages, start=1):
        assert f"{number}/{len(pages)}" in page


async def test_every_page_of_the_declaration_says_it_is_a_draft_and_which_page(
    printer: Printer,
) -> None:
    pages = pages_of(await printed("declaration", printer, large()))
    assert len(pages) > 1
    for number, page in enumerate(pages, start=1):
        assert "中华人民共和国海关出口货物报关单" in page
        assert f"页码/页数：{number}/{len(pages)}" in page
        assert "仅供核对用2026-11-2411:30" in page


async def test_a_line_of_the_declaration_takes_three_rows(printer: Printer) -> None:
    text = text_of(await printed("declaration", printer))
    first = text[text.index("0806200000") : text.index("0802310000")]
    places = [
        first.index(word)
        for word in (
            "葡萄干",
            "50千克",
            "876.5100",
            "0|0|制成干果|纸箱",
            "87651.00",
            "100盒",
            "坚戈",
        )
    ]
    assert places == sorted(places)


async def test_a_code_that_nobody_gave_stays_blank(printer: Printer) -> None:
    paper = papers_of(issue_of())["declaration"]
    assert isinstance(paper, DeclarationPaper)
    cells = {cell.label: cell for row in paper.rows for cell in row}
    for label in ("出境关别", "出口日期", "申报日期", "备案号", "提运单号", "许可证号", "指运港"):
        assert (cells[label].code, cells[label].text) == ("", "")
    assert [line.domestic_source for line in paper.lines] == ["(65049)", ""]
    text = text_of(await printer.print("declaration", paper))
    assert "()" not in text
    assert "（）" not in text


async def test_weights_are_the_same_on_all_three_papers(printer: Printer) -> None:
    texts = {kind: text_of(await printed(kind, printer)) for kind in PRINTED}
    assert "毛重（千克）75.66" in texts["declaration"]
    assert "净重（千克）74" in texts["declaration"]
    for kind in ("invoice", "packing_list"):
        assert "75.660" in texts[kind]
        assert "74.000" in texts[kind]
    assert "145133.40KZT" in texts["invoice"]


async def test_the_same_text_gives_the_same_bytes(printer: Printer) -> None:
    for kind, paper in papers_of(issue_of(CONSIGNMENT)).items():
        assert await printer.print(kind, paper) == await printed(kind, printer)


async def test_a_successor_is_another_file(printer: Printer) -> None:
    second = issue_of(load=replace(LOAD, version=2))
    for kind, paper in papers_of(second).items():
        assert await printer.print(kind, paper) != await printed(kind, printer)
