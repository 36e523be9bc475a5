"""Every good and every mall has a drawing of its own, that stands out from its ground."""

import re
from collections import Counter
from functools import cache
from io import BytesIO
from typing import Final
from xml.etree import ElementTree as ET

import pytest
from PIL import Image, ImageChops, ImageFilter

from app.demo import cast
from app.demo.drawing.ground import close, ground
from app.demo.drawing.picture import draw_good
from app.demo.drawing.plan import read_drawing
from app.demo.drawing.regions import draw_region
from tests.app.demo.raster import png_of

GOODS: Final = cast.demo_goods()
DRAWN: Final = cast.demo_pictures()
HEAVIEST: Final = 30 * 1024
FAINTEST: Final = 1.45
"""The least contrast that the middle of a silhouette's edge has to its ground."""

each_good = pytest.mark.parametrize("good", GOODS, ids=lambda good: good["sku"])
each_picture = pytest.mark.parametrize("name", sorted(DRAWN))


def test_every_good_and_every_mall_has_one_drawing_and_no_two_are_the_same() -> None:
    assert len(DRAWN) == len(GOODS) + len(cast.demo_malls())
    assert [drawn for drawn, times in Counter(DRAWN.values()).items() if times > 1] == []


def test_a_drawing_is_the_same_to_the_byte_each_time() -> None:
    assert cast.demo_pictures() == DRAWN


@each_picture
def test_a_drawing_is_well_formed_light_and_whole(name: str) -> None:
    drawn = DRAWN[name]
    root = ET.fromstring(drawn)  # noqa: S314 -- our own
    assert root.get("viewBox") == "0 0 400 300"
    assert len(drawn.encode()) < HEAVIEST
    asked = set(re.findall(r'(?:href="#|url\(#)(\w+)', drawn))
    known = re.findall(r'id="(\w+)"', drawn)
    assert asked == set(known)
    assert len(known) == len(set(known))


@each_picture
def test_a_drawing_carries_no_words_and_fetches_nothing(name: str) -> None:
    assert not re.findall(
        r"<(?:text|image|style|script|filter)|https?://(?!www\.w3\.org/2000/svg)", DRAWN[name]
    )


@each_good
def test_a_good_stands_out_from_its_ground(good: dict[str, object]) -> None:
    facts = good["drawing"]
    assert isinstance(facts, dict)
    picture = image_of(draw_good(facts, str(good["sku"])))
    bare = image_of(close(ground(read_drawing(facts).ground)))
    assert silhouette_contrast(picture, bare) > FAINTEST


def test_a_mall_is_drawn_by_its_code() -> None:
    assert DRAWN["keruen:region-ili"] == draw_region("ili")


@cache
def image_of(drawn: str) -> Image.Image:
    return Image.open(BytesIO(png_of(drawn, 200))).convert("RGB")


def silhouette_contrast(picture: Image.Image, bare: Image.Image) -> float:
    """Return the contrast that half of the pixels along the silhouette have at least."""
    subject = (
        ImageChops.difference(picture, bare).convert("L").point(lambda d: 255 if d > 60 else 0)
    )
    inner = subject.filter(ImageFilter.MinFilter(5))
    edge = ImageChops.subtract(subject, inner).tobytes()
    found = sorted(
        contrast(one, other)
        for one, other, is_edge in zip(_pixels(picture), _pixels(bare), edge, strict=True)
        if is_edge
    )
    return found[len(found) // 2]


def _pixels(picture: Image.Image) -> list[tuple[int, int, int]]:
    raw = picture.tobytes()
    return list(zip(raw[::3], raw[1::3], raw[2::3], strict=True))


def contrast(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    """Return the contrast ratio of WCAG 2."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: tuple[int, int, int]) -> float:
    red, green, blue = (
        part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4
        for part in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
