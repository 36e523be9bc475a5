"""Rows are taken in once, whatever happens in between, and a refused one keeps its reason."""

import asyncio
import io
from datetime import timedelta
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from moneyed import Money

from app.catalog import actions as catalog_actions
from app.catalog import repository as catalog
from app.catalog.ladder import Ladder, LadderStep
from app.catalog.product import NoSuchProduct
from app.catalog.tables import PriceList
from app.imports.actions import applying, judging, reading, sending
from app.imports.goods_import import (
    ImportMovedOn,
    ImportState,
    NoSuchImport,
    NothingToTake,
    NothingToTakeBack,
    NotTheSender,
    NoWorkbookFile,
)
from app.imports.known_goods import ladder_text
from app.imports.repository.imports import SentWorkbook
from app.web.seller.imports.pages import read_whole_import
from app.web.seller.imports.remarked import remarked_workbook
from tests.app.catalog.shelf import fill_shelf, save_seller
from tests.app.imports.desk import (
    LATER,
    applied,
    checked,
    found,
    listed,
    seller_of,
    send,
    verdicts,
    workbook,
)
from tests.conftest import make_empty

PRICES = workbook(("sku", "price"), ("RAISINS", 60), ("WALNUTS", 30), ("SOCKS", 61))


async def price_lists() -> int:
    return int(await PriceList.count())


async def test_a_worker_that_is_killed_in_between_is_followed_by_another(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert database
    await fill_shelf()
    seller = await seller_of("turpan")
    sent = await send(PRICES, seller)
    await sending.agree(sent, by=seller, at=LATER)
    before = await price_lists()

    async def killed(*_: object, **__: object) -> None:
        raise asyncio.CancelledError

    with monkeypatch.context() as patch:
        patch.setattr("app.imports.repository.rows.save_applied", killed)
        with pytest.raises(asyncio.CancelledError):
            await applying.apply_due(at=LATER)
    assert await price_lists() == before + 1
    # Held for two minutes, in which nobody takes it twice.
    assert await applying.apply_due(at=LATER) == 0
    assert await applying.apply_due(at=LATER + timedelta(minutes=3)) == 3
    assert await price_lists() == before + 3
    assert (await found(sent, seller)).state is ImportState.APPLIED
    assert ladder_text((await catalog.get_product("raisins")).ladder) == "40=60.00; 200=59.50"


async def test_two_workers_take_each_row_once(database: str) -> None:
    assert database
    await fill_shelf()
    seller = await seller_of("turpan")
    sent = await send(PRICES, seller)
    await sending.agree(sent, by=seller, at=LATER)
    before = await price_lists()
    done = await asyncio.gather(*(applying.apply_due(at=LATER) for _ in range(4)))
    assert sorted(done) == [0, 0, 0, 3]
    assert await price_lists() == before + 3


async def test_reading_that_was_cut_off_begins_anew(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert database
    await fill_shelf()
    seller = await seller_of("turpan")
    workbook_sent = SentWorkbook(body=PRICES, file_name="goods.xlsx")
    sent = await sending.send_workbook(workbook_sent, by=seller, at=LATER)

    async def killed(*_: object, **__: object) -> None:
        raise asyncio.CancelledError

    with monkeypatch.context() as patch:
        patch.setattr("app.imports.repository.imports.save_wholly_read", killed)
        with pytest.raises(asyncio.CancelledError):
            await reading.read_due(at=LATER)
    assert len(await listed(sent)) == 4
    later = LATER + timedelta(minutes=3)
    assert await reading.read_due(at=later) == 1
    while await judging.judge_due(at=later):
        pass
    assert await verdicts(sent) == {1: "passed", 2: "changed", 3: "changed", 4: "changed"}


async def test_goods_that_changed_meanwhile_are_judged_again(database: str) -> None:
    assert database
    await fill_shelf()
    seller = await seller_of("turpan")
    head = ("sku", "price", "from_2", "price_2")
    sent = await send(workbook(head, ("RAISINS", 60, 200, 58), ("WALNUTS", 30)), seller)
    await sending.agree(sent, by=seller, at=LATER)
    already = Ladder((LadderStep(1, Money("30", "CNY")),))
    await catalog_actions.enter_prices("walnuts", already, at=LATER)
    other = Ladder((LadderStep(40, Money("65", "CNY")),))
    await catalog_actions.enter_prices("raisins", other, at=LATER)
    before = await price_lists()
    await applied()
    assert await price_lists() == before + 1
    rows = await listed(sent)
    assert [(row.verdict, bool(row.applied_at)) for row in rows[1:]] == [("changed", True)] * 2
    assert rows[1].changes[0].before == "40=65.00"


async def test_a_row_that_is_refused_at_that_time_keeps_its_reason(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert database
    await fill_shelf()
    seller = await seller_of("turpan")
    sent = await send(PRICES, seller)
    await sending.agree(sent, by=seller, at=LATER)
    enter_prices = catalog_actions.enter_prices

    async def refusing(slug: str, ladder: Ladder, **told: Any) -> None:  # noqa: ANN401 -- as called
        if slug == "walnuts":
            raise NoSuchProduct(slug=slug)
        await enter_prices(slug, ladder, **told)

    monkeypatch.setattr("app.catalog.actions.enter_prices", refusing)
    await applied()
    rows = await listed(sent)
    assert [row.verdict for row in rows] == ["passed", "changed", "refused", "changed"]
    assert rows[2].remarks[0].sentence == "There is no product %(slug)s."
    assert ladder_text((await catalog.get_product("walnuts")).ladder) == "1=33.33"


async def test_only_who_sent_it_agrees_and_only_once(database: str) -> None:
    assert database
    await fill_shelf()
    await save_seller("hotan", name="和田")
    seller, rival = await seller_of("turpan"), await seller_of("hotan")
    sent = await send(PRICES, seller)
    before = await price_lists()
    with pytest.raises(NoSuchImport):
        await sending.agree(sent, by=rival, at=LATER)
    colleague = type(seller)(
        **{name: getattr(seller, name) for name in seller.__slots__} | {"person_id": 99}
    )
    with pytest.raises(NotTheSender):
        await sending.agree(sent, by=colleague, at=LATER)
    with pytest.raises(ImportMovedOn):
        await sending.take_back(sent, by=seller, at=LATER)
    await applied()
    assert await price_lists() == before
    agreed = await asyncio.gather(
        *(sending.agree(sent, by=seller, at=LATER) for _ in range(2)), return_exceptions=True
    )
    assert sorted(type(each).__name__ for each in agreed) == ["ImportMovedOn", "NoneType"]
    with pytest.raises(ImportMovedOn):
        await sending.withdraw(sent, by=seller, at=LATER)


async def test_what_changes_nothing_cannot_be_agreed_to_or_taken_back(database: str) -> None:
    assert database
    await fill_shelf()
    seller = await seller_of("turpan")
    sent = await send(workbook(("sku", "price"), ("WALNUTS", 33.33)), seller)
    with pytest.raises(NothingToTake):
        await sending.agree(sent, by=seller, at=LATER)
    await sending.withdraw(sent, by=seller, at=LATER)
    assert (await found(sent, seller)).state is ImportState.WITHDRAWN
    with pytest.raises(NoWorkbookFile):
        await sending.send_workbook(SentWorkbook(b"", "x.xlsx"), by=seller, at=LATER)
    head = ("sku", "name_en", "name_ru", "name_zh_Hans", "description_en", "description_ru",
            "description_zh_Hans", "sales_unit", "net_kg", "units_per_carton", "tare_kg",
            "packing", "minimum", "multiple", "price", "prefecture")  # fmt: skip
    new = ("D-1", "Dates", "Финики", "红枣", "—", "—", "—", "盒", 1, 1, 1, "22", 1, 1, 1, "turpan")
    listed_new = await send(workbook(head, new), seller)
    await sending.agree(listed_new, by=seller, at=LATER)
    await applied()
    with pytest.raises(NothingToTakeBack):
        await sending.take_back(listed_new, by=seller, at=LATER)
    assert (await catalog.get_product("d-1")).names["ru"] == "Финики"


async def test_words_are_changed_found_by_search_and_taken_back(database: str) -> None:
    assert database
    await fill_shelf()
    seller = await seller_of("turpan")
    sent = await send(workbook(("sku", "name_ru"), ("SOCKS", "Гольфы хлопковые")), seller)
    await sending.agree(sent, by=seller, at=LATER)
    await applied()
    assert [each.sku for each in (await catalog.search("гольфы", page=1)).items] == ["SOCKS"]
    back = await sending.take_back(sent, by=seller, at=LATER)
    await checked()
    await sending.agree(back, by=seller, at=LATER)
    await applied()
    assert (await catalog.search("гольфы", page=1)).total == 0
    assert (await catalog.get_product("socks")).names["ru"] == "Хлопковые носки"


async def test_what_columns_mean_is_kept_for_the_same_head(database: str) -> None:
    assert database
    await fill_shelf()
    seller = await seller_of("turpan")
    body = workbook(("Код", "Прайс новый"), ("RAISINS", 60))
    sent = await send(body, seller)
    assert (await found(sent, seller)).state is ImportState.READ
    await sending.choose_columns(sent, ("sku", "price"), by=seller, at=LATER)
    await checked()
    assert await verdicts(sent) == {1: "passed", 2: "changed"}
    again = await send(body, seller)
    assert await verdicts(again) == {1: "passed", 2: "changed"}
    await sending.choose_columns(again, ("sku", ""), by=seller, at=LATER)
    await checked()
    assert await verdicts(again) == {1: "passed", 2: "same"}


TEXTS = st.text(st.characters(blacklist_categories=("Cs", "Cc"), max_codepoint=0xFFFF), max_size=12)
CELLS = st.one_of(
    TEXTS,
    st.sampled_from(["=1+1", "+7", "-x", "@SUM(A1)", "#N/A", "RAISINS", "00123"]),
    st.integers(-(10**6), 10**6).map(float),
)


@settings(
    max_examples=12,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(table=st.lists(st.lists(CELLS, min_size=1, max_size=4), min_size=1, max_size=12))
async def test_rows_in_are_rows_out(database: str, table: list[list[Any]]) -> None:
    assert database
    await make_empty()
    await fill_shelf()
    seller = await seller_of("turpan")
    sent = await send(workbook_of([["sku", "price", "name_ru", "name_en"], *table]), seller)
    whole = await read_whole_import(sent, company_id=seller.company_id)
    given_back = openpyxl.load_workbook(io.BytesIO(await remarked_workbook(whole))).worksheets[0]
    out = [list(row) for row in given_back.iter_rows(values_only=True)]
    rows = await listed(sent)
    assert [row.number for row in rows if not row.verdict] == []
    for number, cells in enumerate(table, start=2):
        shown = [cell if cell != "" else None for cell in cells]
        if any(cell is not None for cell in shown):
            assert out[number - 1][: len(shown)] == shown
            assert out[number - 1][4], "a verdict stands beside every row"
    kinds = {cell.data_type for row in given_back.iter_rows() for cell in row}
    assert "f" not in kinds


def workbook_of(table: list[list[Any]]) -> bytes:
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        sheet = book.add_worksheet()
        for number, cells in enumerate(table):
            for column, cell in enumerate(cells):
                if isinstance(cell, str):
                    sheet.write_string(number, column, cell)
                else:
                    sheet.write_number(number, column, cell)
    return buffer.getvalue()
