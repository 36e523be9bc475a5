"""A mall is opened, changed and retired; who changed what, from and to, is kept."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from app.accounts.person import Reader, Role
from app.catalog import repository as shop
from app.catalog.actions import malls
from app.catalog.mall import BadAccent, MallChanged, MallTaken, NoSuchMall, UnknownMallPicture
from app.catalog.product import TextsMissing
from app.catalog.repository import malls as repository
from app.catalog.tables import Mall, MallChange
from app.kit.refusal import Refusal
from tests.app.catalog.shelf import MORNING, mall
from tests.app.orders.market import Market, save_company, save_person

pytestmark = pytest.mark.usefixtures("market")

LATER = MORNING + timedelta(hours=1)
SIXTH = mall("sixth", position=6, accent="#1f5fa8")


async def opened(market: Market) -> None:
    await malls.open_mall(SIXTH, by=market.operator, at=MORNING)


async def second() -> Reader:
    house = await save_company("house", kind="operator", country="CN", number="91650100MA7700001X")
    return await save_person("Fang", role=Role.OPERATOR, company=house)


async def test_a_sixth_mall_is_opened_and_shown(market: Market) -> None:
    await opened(market)
    (found,) = await shop.list_malls("ru")
    assert (found.code, found.name, found.accent) == ("sixth", "sixth ru", "#1f5fa8")
    (step,) = await repository.list_steps(found.id)
    assert (step.by, step.at) == ("Wei", MORNING)


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"accent": "red"}, BadAccent),
        ({"picture": "fluent-emoji-flat:no-such"}, UnknownMallPicture),
        ({"names": {"en": "Sixth"}}, TextsMissing),
        ({"code": "sixth"}, MallTaken),
    ],
)
async def test_a_mall_that_is_not_whole_is_not_opened(
    market: Market, changes: dict[str, Any], refusal: type[Refusal]
) -> None:
    await opened(market)
    with pytest.raises(refusal):
        await malls.open_mall(
            mall("seventh", **changes) if "code" not in changes else SIXTH,
            by=market.operator,
            at=LATER,
        )
    assert (await Mall.count(), await MallChange.count()) == (1, 1)


async def test_each_field_that_changed_is_kept_from_and_to(market: Market) -> None:
    await opened(market)
    changed = replace(SIXTH, accent="#8a2020", names={**SIXTH.names, "ru": "Шестой"})
    await malls.change_mall(changed, seen=1, by=await second(), at=LATER)
    held = await repository.get_sheet("sixth")
    step = (await repository.list_steps(held.id))[0]
    assert (held.facts, held.version) == (changed, 2)
    assert (step.by, step.at) == ("Fang", LATER)
    assert sorted(step.fields) == [
        ("accent", "#1f5fa8", "#8a2020"),
        ("name_ru", "sixth ru", "Шестой"),
    ]


async def test_nothing_is_kept_where_nothing_changed(market: Market) -> None:
    await opened(market)
    await malls.change_mall(SIXTH, seen=1, by=market.operator, at=LATER)
    assert ((await repository.get_sheet("sixth")).version, await MallChange.count()) == (1, 1)


async def test_of_two_who_save_the_same_page_the_second_is_refused(market: Market) -> None:
    await opened(market)
    answers = await asyncio.gather(
        *(
            malls.change_mall(replace(SIXTH, accent=accent), seen=1, by=by, at=LATER)
            for accent, by in (("#8a2020", market.operator), ("#2f7a3d", await second()))
        ),
        return_exceptions=True,
    )
    assert sorted(type(each).__name__ for each in answers) == ["MallChanged", "NoneType"]
    assert (await MallChange.count(), (await repository.get_sheet("sixth")).version) == (2, 2)


async def test_a_retired_mall_leaves_the_shop_and_comes_back(market: Market) -> None:
    await opened(market)
    await malls.retire_mall("sixth", is_retired=True, by=market.operator, at=LATER)
    assert await shop.list_malls("en") == []
    with pytest.raises(NoSuchMall):
        await shop.get_mall("sixth", "en")
    await malls.retire_mall("sixth", is_retired=True, by=market.operator, at=LATER)
    assert await MallChange.count() == 2
    await malls.retire_mall("sixth", is_retired=False, by=market.operator, at=LATER)
    assert [each.code for each in await shop.list_malls("en")] == ["sixth"]


async def test_a_page_made_before_a_retirement_is_stale(market: Market) -> None:
    await opened(market)
    await malls.retire_mall("sixth", is_retired=True, by=market.operator, at=LATER)
    with pytest.raises(MallChanged):
        await malls.change_mall(replace(SIXTH, position=7), seen=1, by=market.operator, at=LATER)
    assert (await repository.get_sheet("sixth")).facts == SIXTH
