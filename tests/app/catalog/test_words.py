"""Names of units, packings and places on pages."""

import pytest

from app.catalog.prefectures import PREFECTURES, UnknownPrefecture, prefecture_name
from app.catalog.units import (
    PACKINGS,
    UNITS,
    UnknownPacking,
    UnknownUnit,
)
from app.documents.names import PACKINGS as PAPER_PACKINGS
from app.documents.names import UNITS as PAPER_UNITS
from app.web.presenters.units import packing_name, per_unit, say_units, unit_name


def test_a_unit_stands_behind_one_and_behind_many() -> None:
    assert [unit_name("140", quantity) for quantity in (1, 2, 21)] == ["box", "boxes", "boxes"]
    assert say_units(1240, "140") == "1,240\u00a0boxes"
    assert say_units(1, "006") == "1\u00a0set"
    assert per_unit("035") == "per kilogram"


def test_a_packing_and_a_place_have_names() -> None:
    assert packing_name("22") == "Cardboard cartons"
    assert prefecture_name("turpan") == "Turpan, Xinjiang"


def test_a_code_nobody_knows_is_refused() -> None:
    with pytest.raises(UnknownUnit):
        say_units(3, "")
    with pytest.raises(UnknownPacking):
        packing_name("2")
    with pytest.raises(UnknownPrefecture):
        prefecture_name("atlantis")


def test_what_is_sold_can_be_written_on_papers() -> None:
    assert set(UNITS) == set(PAPER_UNITS)
    assert set(PACKINGS) == set(PAPER_PACKINGS)


def test_every_unit_packing_and_place_says_something() -> None:
    names = [
        *(unit_name(code, 1) for code in UNITS),
        *(per_unit(code) for code in UNITS),
        *(packing_name(code) for code in PACKINGS),
        *(prefecture_name(code) for code in PREFECTURES),
    ]
    assert all(names)
