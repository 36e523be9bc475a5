"""The demo shop's cast and goods are whole: what a page, a price or a paper needs is there."""

import tomllib
from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any, Final

import pytest

from app.accounts.person import Role
from app.catalog.prefectures import get_prefecture
from app.catalog.product import check_facts
from app.catalog.units import PACKINGS, UNITS
from app.countries.repository import get_country_now
from app.demo import cast, making
from app.kit.i18n import LANGUAGES
from customs.china.elements import BRAND_KIND, PREFERENCE, Slots, may_be_blank
from customs.china.fields import FIELDS, width
from customs.identifiers import parse_customs_code

GOODS: Final = cast.demo_goods()
LOTS: Final = cast.demo_lots()
MALLS: Final = cast.demo_malls()
COMPANIES: Final = {company["slug"]: company for company in cast.demo_companies()}
LINES: Final = {line["code"]: line for line in cast.demo_china_lines()}
OPENING: Final = date(2026, 11, 23)
KAZAKH_ONLY: Final = set("әғқұһіӘҒҚҰҺІ")

each_good = pytest.mark.parametrize("good", GOODS, ids=lambda good: good["sku"])


def repeated(things: Iterable[str]) -> list[str]:
    return [thing for thing, times in Counter(things).items() if times > 1]


def lots_of(good: dict[str, Any]) -> list[dict[str, Any]]:
    return [lot for lot in LOTS if lot["sku"] == good["sku"]]


def test_the_shop_opens_with_sixty_goods_of_eight_sellers_or_more() -> None:
    assert len(GOODS) >= 60
    assert len({good["seller"] for good in GOODS}) >= 8


def test_there_are_five_malls_and_each_has_goods() -> None:
    assert {mall["code"] for mall in MALLS} == {"bulk", "kashgar", "ili", "aksu", "hub"}
    assert {code for good in GOODS for code in good["malls"]} == {m["code"] for m in MALLS}


def test_nothing_is_named_twice() -> None:
    assert not repeated(good["sku"] for good in GOODS)
    assert not repeated(good["slug"] for good in GOODS)
    assert not repeated(good["name"]["en"] for good in GOODS)
    assert not repeated(f"{lot['sku']} {lot['batch']}" for lot in LOTS)


def test_a_tariff_line_is_written_in_one_file_only() -> None:
    files = cast.DATA.glob("china_tariff*.toml")
    written = [tomllib.loads(path.read_text(encoding="utf-8"))["line"] for path in files]
    assert not repeated(line["code"] for lines in written for line in lines)


def test_no_tariff_line_is_left_over() -> None:
    assert set(LINES) == {good["china_code"] for good in GOODS if good["china_code"]}


def test_every_line_of_the_tariff_is_whole_and_holds_when_the_shop_opens() -> None:
    for line in LINES.values():
        assert making.china_line(line).valid_from <= OPENING


def test_every_list_of_elements_begins_and_closes_as_published_ones_do() -> None:
    for line in LINES.values():
        names = line["element_names"]
        assert names[:2] == [BRAND_KIND, PREFERENCE]
        assert names[-3:] == ["GTIN", "CAS", "其他"]
        assert not repeated(names)
        assert not any(map(may_be_blank, names[:-3]))


def test_every_line_says_where_its_list_was_read_or_that_it_is_not_confirmed() -> None:
    for line in LINES.values():
        assert "for this code, read on 2026-11-28" in line["source"] or (
            "not confirmed" in line["source"] and "2026-11-28" in line["source"]
        )


@each_good
def test_a_good_can_be_listed(good: dict[str, Any]) -> None:
    facts = making.product_facts(good)
    check_facts(facts)
    assert get_prefecture(facts.prefecture, on=date(2026, 11, 23)).names["en"]
    assert facts.sales_unit in UNITS
    assert facts.packing in PACKINGS
    assert COMPANIES[good["seller"]]["kind"] == "seller"
    assert 0 <= good["tint"] <= 11


@each_good
def test_a_good_speaks_every_language_and_its_own(good: dict[str, Any]) -> None:
    for texts in (good["name"], good["description"]):
        assert set(texts) == set(LANGUAGES)
        assert not KAZAKH_ONLY & set(texts["ky"] + texts["ru"])
    assert len(set(good["description"].values())) == len(LANGUAGES)


@each_good
def test_a_price_falls_where_more_is_taken(good: dict[str, Any]) -> None:
    for (fewer, dearer), (more, cheaper) in pairwise(good["ladder"]):
        assert fewer < more
        assert Decimal(dearer) > Decimal(cheaper)
        assert more % good["multiple"] == 0


@each_good
def test_a_multiple_and_a_carton_fill_each_other(good: dict[str, Any]) -> None:
    smaller, larger = sorted((good["multiple"], good["units_per_carton"]))
    assert larger % smaller == 0


@each_good
def test_codes_begin_with_the_six_digits_and_say_where_they_are_from(good: dict[str, Any]) -> None:
    assert good["china_source"]
    assert bool(good["eaeu_code"]) == bool(good["eaeu_source"])
    for code in (good["china_code"], good["eaeu_code"]):
        assert not code or code.startswith(good["hs6"])


@each_good
def test_declared_elements_fill_the_slots_of_the_tariff_line(good: dict[str, Any]) -> None:
    assert not any("|" in element for element in good["elements"])
    if good["china_code"]:
        names = LINES[good["china_code"]]["element_names"]
        assert len(good["elements"]) == len(names)
        Slots(tuple(names)).check(good["elements"])
        assert width("|".join(good["elements"])) <= (FIELDS["lines/elements"].most or 0)


@each_good
def test_only_the_name_of_no_brand_says_that_there_is_none(good: dict[str, Any]) -> None:
    if good["china_code"]:
        names = LINES[good["china_code"]]["element_names"]
        said = dict(zip(names, good["elements"], strict=True))
        assert (said[BRAND_KIND], said[PREFERENCE]) == ("0", "0")
        assert said.get("品牌(中文或外文名称)", "无品牌") == "无品牌"


@each_good
def test_one_to_three_lots_lie_on_the_shelf_and_cover_the_minimum(good: dict[str, Any]) -> None:
    lots = lots_of(good)
    assert 1 <= len(lots) <= 3
    assert sum(lot["quantity"] for lot in lots) >= good["minimum"]


@each_good
def test_goods_that_age_are_good_for_as_long_as_they_say(good: dict[str, Any]) -> None:
    life = timedelta(days=good["shelf_life_days"])
    for lot in lots_of(good):
        assert lot["produced_on"] <= OPENING
        assert lot.get("best_before") == (lot["produced_on"] + life if life else None)
        assert lot.get("best_before", date.max) > OPENING


def test_every_lot_is_of_a_good() -> None:
    assert {lot["sku"] for lot in LOTS} == {good["sku"] for good in GOODS}


def test_most_foods_have_two_lots_to_choose_between() -> None:
    foods = [good for good in GOODS if good["shelf_life_days"]]
    chosen = [good for good in foods if len({lot["best_before"] for lot in lots_of(good)}) > 1]
    assert len(chosen) * 3 >= len(foods) * 2


def test_every_mall_speaks_every_language() -> None:
    for mall in MALLS:
        assert set(mall["name"]) == set(mall["intro"]) == set(LANGUAGES)
        assert all((*mall["name"].values(), *mall["intro"].values()))


def test_every_company_has_a_number_that_its_country_would_take() -> None:
    for company in COMPANIES.values():
        kind = get_country_now(company["country"]).number_kind(company["number_kind"])
        assert kind.parse(company["number"]) == company["number"]
        if company["customs_code"]:
            assert parse_customs_code(company["customs_code"]) == company["customs_code"]


def test_every_person_works_for_a_company_of_the_cast_at_an_address_of_nobody() -> None:
    people = cast.demo_people()
    assert not repeated(person.email for person in people)
    for person in people:
        assert person.company in COMPANIES
        assert person.language in LANGUAGES
        assert person.email.endswith(f"@{person.company}.example")


def test_two_people_can_approve_each_others_rates() -> None:
    roles = Counter(Role(person.role) for person in cast.demo_people())
    assert roles[Role.RATES] == 2
    assert set(roles) >= set(Role) - {Role.SELLER}
