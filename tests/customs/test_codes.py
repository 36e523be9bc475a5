"""Lists of codes: what holds on a day is given, anything else is refused by name."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date

import pytest

from customs import codes
from customs.china.levy import GENERAL_TRADE, ROAD, TAXED_AS_LISTED, delivery_group, levy_nature
from customs.china.rules.figures import GRAM, KILOGRAM, NUDE, WHOLE_UNITS
from customs.codes import Code, CodeList, UnlistedCode

DAY = date(2026, 11, 23)
Get = Callable[..., Code]
LISTS: list[tuple[CodeList, Get]] = [
    (codes.UNITS, codes.get_unit),
    (codes.PACKINGS, codes.get_packing),
    (codes.TRANSPORT_MODES, codes.get_transport_mode),
    (codes.SUPERVISION_MODES, codes.get_supervision_mode),
    (codes.LEVY_NATURES, codes.get_levy_nature),
    (codes.LEVY_MODES, codes.get_levy_mode),
    (codes.TRANSACTION_MODES, codes.get_transaction_mode),
    (codes.COUNTRIES, codes.get_country),
    (codes.CURRENCIES, codes.get_currency),
]
each_list = pytest.mark.parametrize(
    ("listed", "get"), LISTS, ids=[listed.name for listed, _ in LISTS]
)


def known(listed: CodeList) -> set[str]:
    return {row.code for row in listed}


@each_list
def test_every_code_of_a_list_is_given_with_its_word_and_its_source(
    listed: CodeList, get: Get
) -> None:
    for row in listed:
        assert get(row.code, on=DAY) is row
        assert row.name_zh
        assert row.source


@each_list
def test_a_code_stands_in_its_list_once_and_all_are_of_one_length(
    listed: CodeList, get: Get
) -> None:
    assert max(Counter(row.code for row in listed).values()) == 1
    assert len({len(get(row.code, on=DAY).code) for row in listed}) == 1


@each_list
@pytest.mark.parametrize("code", ["", "?", "000000", " "])
def test_a_code_that_is_not_in_the_list_is_refused_with_the_lists_name(
    listed: CodeList, get: Get, code: str
) -> None:
    with pytest.raises(UnlistedCode) as refused:
        get(code, on=DAY)
    assert refused.value.fields == {"list": listed.name, "code": code}


@each_list
def test_before_the_first_day_that_is_known_nothing_is_given(listed: CodeList, get: Get) -> None:
    for row in listed:
        with pytest.raises(UnlistedCode):
            get(row.code, on=date(2014, 2, 9))


def test_export_by_platforms_is_declared_from_its_first_day_on() -> None:
    for code in ("9710", "9810"):
        assert codes.get_supervision_mode(code, on=date(2020, 7, 1)).code == code
        with pytest.raises(UnlistedCode):
            codes.get_supervision_mode(code, on=date(2020, 6, 30))


def test_a_code_whose_word_changed_has_the_word_of_the_day() -> None:
    changed = CodeList(
        "test",
        [
            Code("1", "old", date(2020, 1, 1), date(2022, 12, 31), "test"),
            Code("1", "new", date(2023, 2, 1), None, "test"),
        ],
    )
    assert changed.get("1", on=date(2022, 12, 31)).name_zh == "old"
    assert changed.get("1", on=date(2023, 2, 1)).name_zh == "new"
    with pytest.raises(UnlistedCode):
        changed.get("1", on=date(2023, 1, 31))


def test_a_small_letter_is_not_a_capital_one() -> None:
    assert codes.get_transport_mode("H", on=DAY).name_zh == "边境特殊海关作业区"
    with pytest.raises(UnlistedCode):
        codes.get_transport_mode("h", on=DAY)


@pytest.mark.parametrize(
    ("code", "name"),
    [("006", "套"), ("035", "千克"), ("036", "克"), ("070", "吨"), ("136", "袋"), ("139", "粒")],
)
def test_units_that_are_easily_mistaken(code: str, name: str) -> None:
    assert codes.get_unit(code, on=DAY).name_zh == name


@pytest.mark.parametrize(
    ("listed", "used"),
    [
        (codes.UNITS, WHOLE_UNITS | {KILOGRAM, GRAM}),
        (codes.PACKINGS, NUDE),
        (codes.TRANSPORT_MODES, [ROAD]),
        (codes.SUPERVISION_MODES, [GENERAL_TRADE]),
        (codes.LEVY_MODES, [TAXED_AS_LISTED]),
        (codes.LEVY_NATURES, [levy_nature(f"65019{n}1234") for n in range(1, 7)]),
        (codes.TRANSACTION_MODES, [delivery_group(term) for term in ("EXW", "FCA", "CPT", "DAP")]),
    ],
)
def test_whatever_the_house_declares_stands_in_its_list(
    listed: CodeList, used: Iterable[str]
) -> None:
    assert set(used) <= known(listed)


@pytest.mark.parametrize("listed", [codes.UNITS, codes.PACKINGS], ids=["units", "packings"])
def test_a_code_named_in_one_of_our_languages_is_named_in_both(listed: CodeList) -> None:
    assert any(row.name_ru for row in listed)
    assert [row.code for row in listed if bool(row.name_ru) is not bool(row.name_en)] == []


def test_9610_is_called_what_the_list_of_supervision_modes_calls_it() -> None:
    assert codes.get_supervision_mode("9610", on=DAY).name_zh == "电子商务"
