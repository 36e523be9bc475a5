"""The walk of a workbook: sent, read, judged row by row, agreed to, taken in, taken back."""

from app.catalog import repository as catalog
from app.imports.actions import sending
from app.imports.goods_import import ImportState
from app.imports.known_goods import ladder_text
from tests.app.catalog.shelf import fill_shelf
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


async def test_a_price_is_changed_only_once_it_is_agreed_to(database: str) -> None:
    assert database
    await fill_shelf()
    seller = await seller_of("turpan")
    sent = await send(workbook(("货号", "单价"), ("RAISINS", 60.5), ("WALNUTS", "33,33")), seller)
    assert (await found(sent, seller)).state is ImportState.CHECKED
    assert await verdicts(sent) == {1: "passed", 2: "changed", 3: "same"}
    before = await catalog.get_product("raisins")
    assert ladder_text(before.ladder) == "40=62.00; 200=59.50"
    await sending.agree(sent, by=seller, at=LATER)
    await applied()
    after = await catalog.get_product("raisins")
    assert ladder_text(after.ladder) == "40=60.50; 200=59.50"
    assert (await found(sent, seller)).state is ImportState.APPLIED


async def test_new_goods_are_listed_and_what_lacks_is_named(database: str) -> None:
    assert database
    await fill_shelf()
    seller = await seller_of("turpan")
    head = (
        "货号", "名称", "Наименование", "Name", "描述", "Описание", "Description", "销售单位",
        "净重(kg)", "装箱数", "皮重", "包装", "起订量", "倍数", "单价", "产地", "商城", "HS编码",
    )  # fmt: skip
    whole = (
        "DATES-1", "红枣", "Финики", "Dates", "好", "Хорошие", "Good", "千克",
        "1", 10, "0,5 кг", "纸箱", 20, 10, "￥１２．５０", "吐鲁番", "bulk", 80410,
    )  # fmt: skip
    sent = await send(workbook(head, whole, ("DATES-2", "红枣")), seller)
    rows = await listed(sent)
    assert [(row.verdict, row.remarks) for row in rows[1:2]] == [("new", ())]
    assert rows[2].verdict == "lacks"
    assert len(rows[2].remarks) == 14
    await sending.agree(sent, by=seller, at=LATER)
    await applied()
    made = await catalog.get_product("dates-1")
    assert (made.unit_net_g, made.carton_tare_g, made.codes[0].code) == (1000, 500, "080410")
    assert ladder_text(made.ladder) == "20=12.50"
    assert made.malls == ("bulk",)


async def test_an_import_is_taken_back_by_a_successor(database: str) -> None:
    assert database
    await fill_shelf()
    seller = await seller_of("turpan")
    sent = await send(workbook(("货号", "阶梯价"), ("RAISINS", "40=50;100=45")), seller)
    await sending.agree(sent, by=seller, at=LATER)
    await applied()
    back = await sending.take_back(sent, by=seller, at=LATER)
    await checked()
    assert await verdicts(back) == {1: "passed", 2: "changed"}
    await sending.agree(back, by=seller, at=LATER)
    await applied()
    assert ladder_text((await catalog.get_product("raisins")).ladder) == "40=62.00; 200=59.50"
