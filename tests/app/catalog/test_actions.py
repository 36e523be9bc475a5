"""A mall is opened and a product listed whole, or nothing is saved."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.accounts.person import Role
from app.accounts.repository import NoSuchCompany
from app.catalog import actions, repository
from app.catalog.actions import codes
from app.catalog.code_proposal import NewCode
from app.catalog.ladder import BadLadder
from app.catalog.mall import BadAccent, MallTaken, NoSuchMall
from app.catalog.prefectures import UnknownPrefecture
from app.catalog.product import (
    BadMinimum,
    BadPacking,
    NoEvidence,
    NotASeller,
    Product,
    SkuTaken,
    Tariff,
    TextsMissing,
    WrongCode,
    WrongElements,
)
from app.catalog.tables import (
    LadderPrice,
    Mall,
    MallProduct,
    MallText,
    ProductCode,
    ProductSearch,
    ProductText,
)
from app.catalog.tables import Product as ProductRow
from app.catalog.units import UnknownPacking, UnknownUnit
from app.kit.refusal import Refusal
from app.tariff.actions import china as tariff
from app.tariff.china_line import ChinaLine, UnknownCode
from customs.china.elements import NotOfTheList, PipeInElement
from customs.china.permits import ExportProhibited, UnknownControlLetter
from tests.app.catalog.shelf import (
    MORNING,
    RAISINS,
    code,
    facts,
    ladder,
    mall,
    save_seller,
)
from tests.app.orders.market import save_person

Shelf = dict[str, Product]
TABLES = (
    ProductRow,
    ProductText,
    LadderPrice,
    ProductCode,
    MallProduct,
    ProductSearch,
    Mall,
    MallText,
)


async def saved() -> list[int]:
    return [await table.count() for table in TABLES]


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"names": {**RAISINS, "ru": " "}}, TextsMissing),
        ({"descriptions": {"en": "Raisins"}}, TextsMissing),
        ({"unit_net_g": 0}, BadPacking),
        ({"units_per_carton": 0}, BadPacking),
        ({"carton_tare_g": -1}, BadPacking),
        ({"minimum": 42}, BadMinimum),
        ({"minimum": 44}, BadMinimum),
        ({"multiple": 0}, BadMinimum),
        ({"codes": (code("08062"),)}, WrongCode),
        ({"codes": (code("08062O"),)}, WrongCode),
        ({"codes": (code("080620"), code("080620"))}, WrongCode),
        ({"codes": (code("080620", Tariff.EAEU),)}, WrongCode),
        ({"codes": (replace(code("080620"), source=" "),)}, NoEvidence),
        ({"codes": (code("9999999999", Tariff.CHINA),)}, UnknownCode),
        ({"codes": (code("0806200000", Tariff.CHINA),), "elements": ("0",)}, WrongElements),
        ({"sales_unit": "999"}, UnknownUnit),
        ({"packing": "77"}, UnknownPacking),
        ({"prefecture": "Turpan"}, UnknownPrefecture),
        ({"malls": ("bulk", "kashgar")}, NoSuchMall),
        ({"sku": "RAISINS"}, SkuTaken),
        ({"slug": "raisins"}, SkuTaken),
    ],
)
async def test_a_product_that_is_not_whole_is_refused_and_nothing_is_kept(
    shelf: Shelf, changes: dict[str, Any], refusal: type[Refusal]
) -> None:
    assert shelf
    before = await saved()
    with pytest.raises(refusal):
        await actions.add_product(facts(**{"sku": "NEW", **changes}), seller="turpan", at=MORNING)
    assert await saved() == before


async def test_only_a_known_seller_lists_goods(shelf: Shelf) -> None:
    assert shelf
    await save_seller("dastan", kind="importer")
    before = await saved()
    with pytest.raises(NotASeller):
        await actions.add_product(facts("NEW"), seller="dastan", at=MORNING)
    with pytest.raises(NoSuchCompany):
        await actions.add_product(facts("NEW"), seller="nobody", at=MORNING)
    assert await saved() == before


def test_a_ladder_that_does_not_rise_cannot_even_be_written() -> None:
    with pytest.raises(BadLadder):
        ladder({40: "62.00", 20: "59.50"})


async def test_a_good_needs_neither_codes_nor_malls_to_be_kept(shelf: Shelf) -> None:
    assert shelf
    await actions.add_product(facts("NEW", malls=(), codes=()), seller="turpan", at=MORNING)
    new = await repository.get_product("new")
    assert (new.malls, new.codes) == ((), ())


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"code": "bulk"}, MallTaken),
        ({"accent": "red"}, BadAccent),
        ({"accent": "#12345g"}, BadAccent),
        ({"names": {"en": "Ili"}}, TextsMissing),
        ({"intros": {}}, TextsMissing),
    ],
)
async def test_a_mall_that_is_not_whole_is_refused_and_nothing_is_kept(
    shelf: Shelf, changes: dict[str, Any], refusal: type[Refusal]
) -> None:
    assert shelf
    before = await saved()
    with pytest.raises(refusal):
        await actions.add_mall(mall(**{"code": "ili", **changes}))
    assert await saved() == before


LISTED = (code("0806200000", Tariff.CHINA),)


async def keep_line(letters: str) -> None:
    line = ChinaLine(
        code="0806200000",
        name_zh="葡萄干",
        unit_1="035",
        element_names=("品牌类型", "出口享惠情况", "包装规格"),
        source="From memory.",
        valid_from=date(2026, 1, 1),
        supervision_letters=letters,
    )
    await tariff.add_china_line(line)


@pytest.mark.parametrize(
    ("letters", "elements", "refusal"),
    [
        ("8", (), ExportProhibited),
        ("4AB8", (), ExportProhibited),
        ("Ω", (), UnknownControlLetter),
        ("AB", ("0", "0", "箱|装"), PipeInElement),
        ("AB", ("7", "0", "箱装"), NotOfTheList),
        ("AB", ("0", "是", "箱装"), NotOfTheList),
    ],
)
async def test_goods_that_cannot_be_declared_are_not_listed(
    database: str, letters: str, elements: tuple[str, ...], refusal: type[Exception]
) -> None:
    assert database
    await save_seller("turpan")
    await actions.add_mall(mall("bulk", position=1))
    await keep_line(letters)
    before = await saved()
    with pytest.raises(refusal):
        await actions.add_product(
            facts(codes=LISTED, elements=elements), seller="turpan", at=MORNING
        )
    assert await saved() == before


@pytest.mark.parametrize("letters", ["", "AB", "y", "b"])
async def test_goods_of_other_letters_are_listed(database: str, letters: str) -> None:
    assert database
    await save_seller("turpan")
    await actions.add_mall(mall("bulk", position=1))
    await keep_line(letters)
    listing = actions.add_product(facts(codes=LISTED), seller="turpan", at=MORNING)
    if letters == "b":
        with pytest.raises(UnknownControlLetter):
            await listing
    else:
        assert (await listing).code_in(Tariff.CHINA) == "0806200000"


@pytest.mark.parametrize(
    ("letters", "refusal"),
    [("8", ExportProhibited), ("Ω", UnknownControlLetter), (None, UnknownCode)],
)
async def test_listed_goods_are_not_named_by_a_code_that_cannot_leave(
    database: str, letters: str | None, refusal: type[Exception]
) -> None:
    assert database
    seller = await save_seller("turpan")
    await actions.add_mall(mall("bulk", position=1))
    await actions.add_product(facts(), seller="turpan", at=MORNING)
    if letters is not None:
        await keep_line(letters)
    person = await save_person("liwei", role=Role.SELLER, company=seller)
    proposal = NewCode(
        sku="RAISINS",
        tariff=Tariff.CHINA,
        code=LISTED[0].code,
        evidence="decision",
        reason="No HS code yet",
    )
    before = await saved()
    with pytest.raises(refusal):
        await codes.propose_code(proposal, by=person, at=MORNING)
    assert await saved() == before
