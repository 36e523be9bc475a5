"""Heads are recognised in three languages, cells however they were typed, and wrong ones named."""

from typing import Any

import pytest

from app.imports.column import (
    Column,
    MeaningTwice,
    NoArticleColumn,
    UnknownMeaning,
    check_columns,
    letters_of,
)
from app.imports.goods_import import ImportState
from app.imports.heads import find_head, head_in, meaning_of
from app.kit.i18n import LANGUAGES
from app.kit.workbook.cell import Cell, SheetAbout, SheetRow
from tests.app.catalog.shelf import fill_shelf, save_seller
from tests.app.imports.desk import csv_of, found, listed, seller_of, send, verdicts, workbook


def sheet(*table: tuple[Cell, ...]) -> SheetAbout:
    rows = tuple(SheetRow(number, cells) for number, cells in enumerate(table, start=1))
    return SheetAbout(name="goods", rows=len(rows), first=rows)


def head_of(*table: tuple[Cell, ...]) -> tuple[int, int, tuple[str, ...]]:
    head = find_head(sheet(*table))
    assert head is not None
    return head.first_row, head.last_row, head.columns


def test_a_head_is_found_below_titles_in_each_language() -> None:
    title = ("吐鲁番果业", "", "2026")
    goods = ("A-1", "Изюм", 62.5)
    assert head_of(title, ("货号", "品名", "单价（元）"), goods) == (
        2,
        2,
        ("sku", "name_zh_Hans", "price"),
    )
    assert head_of(("Артикул", "НАИМЕНОВАНИЕ", "Цена, юань"), goods)[2] == (
        "sku",
        "name_ru",
        "price",
    )
    assert head_of(title, title, ("Item No.", "Name", "Unit price"), goods)[:2] == (3, 3)


def test_a_head_of_two_rows_is_read_together() -> None:
    upper = ("货号", "净重", "", "单价")
    lower = ("", "kg", "g", "元")
    assert head_of(upper, lower, ("A", 1, 1000, 5)) == (1, 2, ("sku", "net_kg", "net_g", "price"))


def test_an_unknown_head_is_the_first_row_with_texts() -> None:
    assert head_of(("Прайс",), ("foo", "bar"), ("A", 1)) == (2, 2, ("", ""))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("column", Column)
def test_every_head_of_the_template_is_recognised(column: Column, language: str) -> None:
    assert meaning_of(head_in(column, language)) == column


def test_columns_that_mean_the_same_are_refused() -> None:
    check_columns(("sku", "", "price"))
    with pytest.raises(MeaningTwice, match="Columns B and C mean the same"):
        check_columns(("sku", "net_kg", "net_g"))
    with pytest.raises(NoArticleColumn):
        check_columns(("price",))
    with pytest.raises(UnknownMeaning):
        check_columns(("sku", "colour"))
    assert [letters_of(place) for place in (0, 25, 26, 701)] == ["A", "Z", "AA", "ZZ"]


GOOD: dict[Column, list[Any]] = {
    Column.PRICE: ["62", "６２．００", "62,00 元", "¥62.00", 62, 62.0, "62.00"],
    Column.NET_KG: ["5", "5 кг", "5,0", "5公斤", "5000 g", "5000克", 5],
    Column.MINIMUM: ["40", "40 шт", "４０", "40盒", 40.0],
    Column.SALES_UNIT: ["盒", "140", "box", 140],
    Column.PACKING: ["22", 22],
    Column.PREFECTURE: ["turpan", "吐鲁番", "新疆吐鲁番", "吐鲁番市", "Турфан"],
    Column.HS_CODE: ["080620", "0806.20", 80620],
    Column.CHINA_CODE: ["0806200000", "0806.20.00.00", 806200000],
    Column.LADDER: ["40=62; 200=59.50", "40-199: 62；200+: 59.5"],
    Column.MALLS: ["bulk"],
    Column.ELEMENTS: ["0|0|箱装"],
    Column.BARCODE: ["6901234567892", 6901234567892, 6.901234567892e12],
    Column.NAME_ZH: ["吐鲁番绿葡萄干"],
}
"""What says of the raisins what the shop has."""


@pytest.mark.parametrize("column", GOOD)
async def test_a_cell_is_read_however_it_was_typed(database: str, column: Column) -> None:
    assert database
    await fill_shelf()
    seller = await seller_of("turpan")
    for cell in GOOD[column]:
        sent = await send(workbook(("sku", column.value), ("RAISINS", cell)), seller)
        row = (await listed(sent))[1]
        assert (row.verdict, row.remarks) == ("same", ()), (cell, row.remarks, row.changes)


BAD: dict[Column, list[tuple[Any, str]]] = {
    Column.PRICE: [
        ("62,000", "import.?"),
        (-1, "cannot be right here"),
        (0, "cannot be right here"),
        (1e15, "cannot be right here"),
        (0.001, "finer than we count"),
        ("$62", "written in"),
        ("abc", "Write a number"),
    ],
    Column.NET_KG: [(0.0001, "finer than we count"), ("9" * 30, "too long"), (5.5, "has 5 here")],
    Column.MINIMUM: [(1.5, "whole number"), (10**9, "cannot be right"), (50, "has 40 here")],
    Column.SALES_UNIT: [("ящичек", "not in our list")],
    Column.HS_CODE: [("0806", "must have 6 digits"), ("080629", "has 080620 here")],
    Column.LADDER: [("62", "Write all prices like"), ("50=60", "must fill multiples")],
    Column.MALLS: [("nowhere", "not in our list")],
    Column.BARCODE: [("6901234567893", "no barcode")],
    Column.NAME_EN: [("x" * 201, "too long")],
    Column.PREFECTURE: [("Atlantis", "not in our list")],
}


@pytest.mark.parametrize("column", BAD)
async def test_a_cell_that_is_wrong_has_its_reason_beside_it(database: str, column: Column) -> None:
    assert database
    await fill_shelf()
    seller = await seller_of("turpan")
    for cell, reason in BAD[column]:
        sent = await send(workbook(("sku", column.value), ("RAISINS", cell)), seller)
        row = (await listed(sent))[1]
        assert row.verdict == "refused", (cell, row.changes)
        (remark,) = row.remarks
        if reason != "import.?":
            assert reason in remark.sentence % remark.fields, (cell, remark)
        assert remark.column in {column, Column.MINIMUM}


async def test_every_reason_of_a_row_is_told_at_once(database: str) -> None:
    assert database
    await fill_shelf()
    seller = await seller_of("turpan")
    head = ("sku", "price", "minimum", "name_ru")
    sent = await send(
        workbook(
            ("Прайс",),
            head,
            ("RAISINS", "x", "y", "Изюм"),
            ("", 5, 5, "Без номера"),
            ("WALNUTS", 33.33, 1, ""),
            ("walnuts ", 1, 1, ""),
            ("Сухофрукты",),
            ("Итого", 99, "", ""),
            ("NEW/1", 5, 5, "Курага"),
        ),
        seller,
    )
    rows = {row.number: row for row in await listed(sent)}
    assert await verdicts(sent) == {
        1: "passed",
        2: "passed",
        3: "refused",
        4: "refused",
        5: "same",
        6: "refused",
        7: "passed",
        8: "passed",
        9: "lacks",
    }
    assert [remark.column for remark in rows[3].remarks] == ["price", "minimum"]
    assert rows[4].remarks[0].sentence == "The row has no article number."
    assert rows[6].remarks[0].fields == {"row": 5, "sku": "WALNUTS"}


async def test_another_sellers_goods_stay_unseen(database: str) -> None:
    assert database
    await fill_shelf()
    await save_seller("hotan", name="和田")
    rival = await seller_of("hotan")
    sent = await send(workbook(("sku", "price"), ("RAISINS", 1)), rival)
    (_, row) = await listed(sent)
    assert (row.verdict, row.changes) == ("refused", ())
    assert row.remarks[0].sentence == "The article number %(sku)s is taken. Choose another."


async def test_a_file_that_is_no_workbook_says_why(database: str) -> None:
    assert database
    await fill_shelf()
    seller = await seller_of("turpan")
    sent = await found(await send(b"%PDF-1.7", seller), seller)
    assert sent.state is ImportState.UNREADABLE
    assert sent.trouble is not None
    assert sent.trouble.sentence == "The file is no workbook. Send xlsx, xls or CSV."


async def test_a_table_of_text_is_judged_like_a_workbook(database: str) -> None:
    assert database
    await fill_shelf()
    seller = await seller_of("turpan")
    body = csv_of(("Артикул", "Цена"), ("RAISINS", "60,50"), ("WALNUTS", "33,33"), separator=";")
    sent = await send(body, seller, name="price.csv")
    assert await verdicts(sent) == {1: "passed", 2: "changed", 3: "same"}
