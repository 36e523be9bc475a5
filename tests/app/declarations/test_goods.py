"""Elements of listed goods stand in the slots that their code's line asks for on the day."""

from dataclasses import replace
from datetime import date

import pytest

from app.catalog import repository as catalog
from app.catalog.product import Tariff
from app.declarations.repository.goods import goods_by_codes
from app.declarations.snapshot import DeclaredGoods
from app.tariff.actions import china
from app.tariff.repository.china import get_china_line
from tests.app.catalog.shelf import fill_shelf

CODE = "0806200000"
BEFORE, FROM = date(2026, 12, 31), date(2027, 1, 1)
ASKED = ("品牌类型", "出口享惠情况", "种类", "包装规格(如10千克/箱)", "GTIN", "CAS", "其他")


@pytest.fixture(autouse=True)
async def listed(database: str) -> None:
    assert database
    await fill_shelf()


async def declared(slug: str, day: date) -> DeclaredGoods:
    product = await catalog.get_product(slug)
    codes = {product.id: {str(each.tariff): each.code for each in product.codes}}
    goods = await goods_by_codes(codes, {product.id: product}, on=day, tariff=Tariff.EAEU)
    return goods[product.id]


async def raisins_on(day: date) -> DeclaredGoods:
    return await declared("raisins", day)


async def republish(*names: str) -> None:
    line = await get_china_line(CODE, BEFORE)
    await china.add_china_line(replace(line, element_names=names, valid_from=FROM))


async def test_a_line_published_again_moves_each_element_to_the_slot_of_its_name() -> None:
    before = await raisins_on(BEFORE)
    await republish(*ASKED)
    after = await raisins_on(FROM)
    assert (before.element_names, before.elements) == (
        ("品牌类型", "出口享惠情况", "包装规格"),
        ("0", "0", "箱装"),
    )
    assert (after.element_names, after.elements) == (ASKED, ("0", "0", "", "箱装", "", "", ""))
    assert await raisins_on(BEFORE) == before


async def test_an_element_that_is_asked_no_more_is_left_out() -> None:
    await republish("品牌类型", "出口享惠情况", "GTIN", "CAS", "其他")
    assert (await raisins_on(FROM)).elements == ("0", "0", "", "", "")


async def test_goods_without_a_line_keep_what_was_written() -> None:
    goods = await declared("walnuts", BEFORE)
    assert (goods.element_names, goods.elements) == ((), ())
