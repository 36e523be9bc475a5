"""A list as a workbook: what a cell says stays text, and a sheet's end is said by name."""

from collections.abc import AsyncIterator
from datetime import date, datetime
from decimal import Decimal

import openpyxl
import pytest

from app.kit import export
from app.kit.export import Cell, TooLongExport, blocks_of, to_workbook


async def parts(*rows: list[Cell]) -> AsyncIterator[list[list[Cell]]]:
    for row in rows:
        yield [row]


async def test_figures_days_and_texts_stay_what_they_are() -> None:
    row: list[Cell] = [7, Decimal("1.50"), date(2026, 11, 23), datetime(2026, 11, 23, 9, 30), "007"]  # noqa: DTZ001 -- a cell has no zone
    file = await to_workbook(["a", "b", "c", "d", "e"], parts(row), title="t")
    with file:
        sheet = openpyxl.load_workbook(file).active
    assert sheet is not None
    assert [cell.value for cell in sheet[2]] == [
        7, 1.5, datetime(2026, 11, 23), datetime(2026, 11, 23, 9, 30), "007"  # noqa: DTZ001 -- as above
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["=1+1", "+7 700", "-x", "@SUM(A1)", "\t=1"])
async def test_a_text_that_begins_like_a_formula_is_marked_as_text(text: str) -> None:
    file = await to_workbook(["a"], parts([text]), title="t")
    with file:
        sheet = openpyxl.load_workbook(file).active
    assert sheet is not None
    (cell,) = sheet[2]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)


async def test_a_list_longer_than_a_sheet_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export, "MOST_ROWS", 1)
    with pytest.raises(TooLongExport):
        await to_workbook(["a"], parts(["1"], ["2"]), title="t")


async def test_the_file_is_sent_in_blocks_and_closed() -> None:
    file = await to_workbook(["a"], parts(["1"]), title="t")
    sent = b"".join([block async for block in blocks_of(file)])
    assert sent.startswith(b"PK")
    assert file.closed
