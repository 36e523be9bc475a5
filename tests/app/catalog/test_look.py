"""A mall has its own colour in light and in dark, and what is written in it can be read."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.catalog.look import (
    DARK_GROUND,
    LEAST_CONTRAST,
    LIGHT_GROUND,
    Colour,
    contrast,
    fingerprint,
    legible,
    read_colour,
    stylesheet,
)
from app.catalog.mall import Mall

BULK = Mall(6, "sixth", 6, "#ffe600", "fluent-emoji-flat:grapes", 4, "Sixth", "Goods", "en")


def test_contrast_is_that_of_the_standard() -> None:
    black, white, grey = (0, 0, 0), (255, 255, 255), read_colour("#767676")
    assert contrast(black, white) == 21
    assert f"{contrast(grey, white):.2f}" == "4.54"


@given(colour=st.tuples(*[st.integers(0, 255)] * 3))
@pytest.mark.parametrize("ground", [LIGHT_GROUND, DARK_GROUND], ids=["light", "dark"])
def test_any_colour_is_made_legible_on_every_ground(ground: Colour, colour: Colour) -> None:
    assert contrast(legible(colour, ground), ground) >= LEAST_CONTRAST


def test_a_legible_colour_stays_as_it_was_chosen() -> None:
    assert legible(read_colour("#8a2020"), LIGHT_GROUND) == (0x8A, 0x20, 0x20)


def test_a_sixth_mall_has_a_rule_of_its_own_in_light_and_in_dark() -> None:
    sheet = stylesheet([BULK])
    light, dark = sheet.split("@media (prefers-color-scheme: dark)")
    assert light == ".mall-6 { --accent: #726700; }\n"
    assert dark == " {\n.mall-6 { --accent: #ffe600; }\n}\n"


def test_a_changed_colour_has_another_address() -> None:
    changed = replace(BULK, accent="#1f5fa8")
    assert fingerprint(stylesheet([BULK])) != fingerprint(stylesheet([changed]))
