"""A place is named by its line, its field with the number on the form, and the item in it."""

import pytest

from app.declarations.places import place_message
from app.kit.i18n import speaking
from app.kit.texts import written


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("gross_g", "gross weight (25)"),
        ("consignor/social_code", "domestic consignor's social credit code (3)"),
        ("lines", "lines (33)"),
        ("lines/2/code", "line 2: commodity code (34)"),
        ("lines/2/elements/3", "line 2: declared elements (35), 3"),
        ("lines/1/statutory_1/amount", "line 1: first statutory quantity (36)"),
        ("lines/1/net_g", "line 1: net weight"),
        ("containers/2/number", "container number, 2"),
    ],
)
def test_a_place_is_named(place: str, said: str) -> None:
    assert written(place_message(place)) == said


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("ru", "строка 2: код товара (34)"),
        ("zh_Hans", "第 2 项：商品编号 (34)"),
    ],
)
def test_a_place_is_named_in_the_readers_language(tag: str, said: str) -> None:
    with speaking(tag):
        assert written(place_message("lines/2/code")) == said
