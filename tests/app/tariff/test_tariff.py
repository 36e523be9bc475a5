"""Tariff lines are valid from day to day; one code has one line a day, or none."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.tariff.actions import china as actions
from app.tariff.china_line import BadChinaLine, ChinaLine, LinesOverlap, UnknownCode
from app.tariff.repository import china as store

RAISINS = ChinaLine(
    code="0806200000",
    name_zh="葡萄干",
    unit_1="035",
    element_names=("品牌类型", "出口享惠情况", "", "包装规格"),
    source="From memory, to be confirmed by the declarant.",
    valid_from=date(2026, 1, 1),
    supervision_letters="AB",
)


async def test_a_line_comes_back_as_it_was_saved(database: str) -> None:
    assert database
    await actions.add_china_line(RAISINS)
    assert await store.get_china_line("0806200000", date(2026, 1, 1)) == RAISINS


@pytest.mark.parametrize(
    ("code", "day"), [("0806200000", date(2025, 12, 31)), ("0806100000", date(2026, 6, 1))]
)
async def test_a_code_without_a_line_on_the_day_is_refused(
    database: str, code: str, day: date
) -> None:
    assert database
    await actions.add_china_line(RAISINS)
    with pytest.raises(UnknownCode) as refusal:
        await store.get_china_line(code, day)
    assert refusal.value.fields == {"code": code, "day": day}


async def test_a_successor_ends_the_line_before_it(database: str) -> None:
    assert database
    await actions.add_china_line(RAISINS)
    successor = replace(RAISINS, valid_from=date(2027, 1, 1), unit_2="036")
    await actions.add_china_line(successor)
    assert await store.get_china_line("0806200000", date(2026, 12, 31)) == replace(
        RAISINS, valid_to=date(2026, 12, 31)
    )
    assert await store.get_china_line("0806200000", date(2027, 1, 1)) == successor


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2026, 1, 1), None),
        (date(2025, 1, 1), None),
        (date(2025, 1, 1), date(2026, 1, 1)),
    ],
)
async def test_two_lines_never_hold_on_one_day(
    database: str, first: date, last: date | None
) -> None:
    assert database
    await actions.add_china_line(RAISINS)
    with pytest.raises(LinesOverlap):
        await actions.add_china_line(replace(RAISINS, valid_from=first, valid_to=last))
    assert await store.list_china_lines("0806200000") == [RAISINS]


async def test_a_line_may_lie_wholly_before_another(database: str) -> None:
    assert database
    await actions.add_china_line(RAISINS)
    earlier = replace(RAISINS, valid_from=date(2025, 1, 1), valid_to=date(2025, 12, 31))
    await actions.add_china_line(earlier)
    assert await store.list_china_lines("0806200000") == [earlier, RAISINS]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"code": "080620"}, "code"),
        ({"code": "080620000O"}, "code"),
        ({"code": "０８０６２０００００"}, "code"),
        ({"unit_1": ""}, "unit_1"),
        ({"unit_2": "35"}, "unit_2"),
        ({"name_zh": ""}, "name_zh"),
        ({"source": ""}, "source"),
        ({"valid_to": date(2025, 12, 31)}, "valid_to"),
    ],
)
def test_a_line_that_is_not_whole_cannot_be_written(changes: dict[str, Any], field: str) -> None:
    with pytest.raises(BadChinaLine) as refusal:
        replace(RAISINS, **changes)
    assert refusal.value.fields["field"] == field
