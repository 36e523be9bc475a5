"""Names of units, packings and places on pages."""

from collections.abc import Iterator
from datetime import date

import pytest

from app.catalog.prefectures import (
    PREFECTURES,
    UnknownPrefecture,
    get_prefecture,
    prefecture_names,
)
from app.catalog.searches import SEARCHES, list_searches
from app.catalog.units import (
    PACKINGS,
    UNITS,
    UnknownPacking,
    UnknownUnit,
)
from app.documents.names import PACKINGS as PAPER_PACKINGS
from app.documents.names import UNITS as PAPER_UNITS
from app.kit.i18n import LANGUAGES, speaking, text_of
from app.reference import current
from app.reference.current import use
from app.reference.edition import ReferenceEdition
from app.reference.row import ReferenceLine
from app.web.presenters.units import packing_name, per_unit, say_units, unit_name

DAY = date(2026, 11, 23)
DECEMBER = date(2026, 12, 1)
TURPAN = {
    "en": "Turpan, Xinjiang",
    "ru": "Турфан, Синьцзян",
    "kk": "Тұрпан, Шыңжаң",
    "ky": "Турпан, Шинжаң",
    "zh_Hans": "新疆吐鲁番",
}


def test_a_unit_stands_behind_one_and_behind_many() -> None:
    assert [unit_name("140", quantity) for quantity in (1, 2, 21)] == ["box", "boxes", "boxes"]
    assert say_units(1240, "140") == "1,240\u00a0boxes"
    assert say_units(1, "006") == "1\u00a0set"
    assert per_unit("035") == "per kilogram"


def test_a_packing_and_a_place_have_names() -> None:
    assert packing_name("22") == "Cardboard cartons"
    assert text_of(prefecture_names("turpan", on=DAY)) == "Turpan, Xinjiang"


def test_a_code_nobody_knows_is_refused() -> None:
    with pytest.raises(UnknownUnit):
        say_units(3, "")
    with pytest.raises(UnknownPacking):
        packing_name("2")
    with pytest.raises(UnknownPrefecture):
        text_of(prefecture_names("atlantis", on=DAY))


def test_what_is_sold_can_be_written_on_papers() -> None:
    assert set(UNITS) == set(PAPER_UNITS)
    assert set(PACKINGS) == set(PAPER_PACKINGS)


def test_every_unit_packing_and_place_says_something() -> None:
    names = [
        *(unit_name(code, 1) for code in UNITS),
        *(per_unit(code) for code in UNITS),
        *(packing_name(code) for code in PACKINGS),
        *(
            text_of(prefecture_names(code, on=DAY))
            for code in current.edition().on(PREFECTURES, DAY)
        ),
    ]
    assert all(names)


def row(kind: str, key: str, valid_from: date, data: dict[str, object] | None) -> ReferenceLine:
    return ReferenceLine(kind, key, valid_from, None, data, "a test", is_confirmed=True)


@pytest.fixture
def renamed(shipped_lists: ReferenceEdition) -> Iterator[None]:
    """From December Hotan has another name, and Karamay is no place of ours any more."""
    use(
        ReferenceEdition(
            [
                row("prefectures", "hotan", DAY, {"code": "hotan", "names": {"en": "Hotan"}}),
                row("prefectures", "hotan", DECEMBER, {"code": "hotan", "names": {"en": "Khotan"}}),
                row("prefectures", "karamay", DAY, {"code": "karamay", "names": {"en": "Karamay"}}),
                row("prefectures", "karamay", DECEMBER, None),
                row("searches", "figs", DECEMBER, {"code": "figs", "label": {"en": "Figs"}}),
            ]
        )
    )
    yield
    use(shipped_lists)


@pytest.mark.usefixtures("renamed")
def test_a_place_is_called_by_its_day_and_goods_of_before_keep_the_last_name() -> None:
    assert [text_of(prefecture_names("hotan", on=day)) for day in (DAY, DECEMBER)] == [
        "Hotan",
        "Khotan",
    ]
    assert get_prefecture("karamay", on=DAY).code == "karamay"
    with pytest.raises(UnknownPrefecture, match="karamay"):
        get_prefecture("karamay", on=DECEMBER)
    assert text_of(prefecture_names("karamay", on=DECEMBER)) == "Karamay"
    with pytest.raises(UnknownPrefecture):
        prefecture_names("karamay", on=date(2026, 1, 1))


@pytest.mark.usefixtures("renamed")
def test_what_others_look_for_is_read_by_its_day_and_may_be_nothing() -> None:
    assert [each.code for each in list_searches(on=DECEMBER)] == ["figs"]
    assert list_searches(on=DAY) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_places_and_searches_come_with_every_language_of_ours(language: str) -> None:
    edition = current.edition()
    texts = [
        *(each.names for each in edition.on(PREFECTURES, DAY).values()),
        *(each.label for each in edition.on(SEARCHES, DAY).values()),
    ]
    assert len(texts) == 28
    assert all(each[language].strip() for each in texts)
    with speaking(language):
        assert text_of(prefecture_names("turpan", on=DAY)) == TURPAN[language]
