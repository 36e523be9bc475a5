"""What a file becomes before anybody sees it, and which files are refused by name."""

import asyncio
import io
import os
import sys
from collections.abc import Callable
from typing import Any

import pytest
from PIL import Image

from app.pictures import darkroom, develop, refused
from app.pictures.limits import BYTES_MAX, MASTER_SIDE, PIXELS_MAX, widths_of
from tests.app.pictures import shots

RED, GREEN = (200, 30, 30), (20, 160, 60)


def opened(body: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(body))
    picture.load()
    return picture


def is_about(pixel: object, colour: tuple[int, int, int], *, within: int = 12) -> bool:
    assert isinstance(pixel, tuple)
    return all(abs(one - other) <= within for one, other in zip(pixel, colour, strict=True))


async def test_a_phones_picture_is_turned_upright_and_forgets_where_it_was_taken() -> None:
    sent = shots.from_a_phone()
    assert opened(sent).getexif().get_ifd(shots.GPS)
    master = await darkroom.take_in(sent, name="IMG_1.JPG")
    kept = opened(master.body)
    assert (master.width, master.height) == kept.size == (400, 800)
    assert is_about(kept.getpixel((350, 50)), RED)
    assert is_about(kept.getpixel((50, 50)), GREEN)
    assert dict(kept.getexif()) == {}
    assert set(kept.info) <= {
        "jfif",
        "jfif_version",
        "jfif_unit",
        "jfif_density",
        "progressive",
        "progression",
    }
    assert b"phones" not in master.body


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
async def test_a_png_of_any_mode_becomes_a_plain_picture(mode: str) -> None:
    source = shots.drawn().convert("I").convert("I;16") if mode == "I;16" else shots.drawn()
    sent = shots.saved(source if mode == "I;16" else source.convert(mode), "PNG")
    kept = opened((await darkroom.take_in(sent, name="a.png")).body)
    assert (kept.format, kept.mode, kept.size) == ("JPEG", "RGB", (640, 480))


async def test_sixteen_bits_of_grey_keep_their_light() -> None:
    grey = Image.new("I;16", (400, 400), 128 * 256)
    kept = opened((await darkroom.take_in(shots.saved(grey, "PNG"), name="a.png")).body)
    assert is_about(kept.getpixel((9, 9)), (128, 128, 128), within=2)


async def test_printers_colours_become_those_of_a_screen() -> None:
    sent = shots.saved(shots.drawn(mode="CMYK"))
    kept = opened((await darkroom.take_in(sent, name="a.jpg")).body)
    assert kept.mode == "RGB"
    assert is_about(kept.getpixel((50, 50)), RED, within=30)


async def test_what_is_seen_through_lies_on_white() -> None:
    picture = Image.new("RGBA", (400, 400), (0, 0, 0, 0))
    picture.paste((0, 0, 200, 255), (0, 0, 200, 400))
    kept = opened((await darkroom.take_in(shots.saved(picture, "WEBP"), name="a.webp")).body)
    assert is_about(kept.getpixel((350, 200)), (255, 255, 255))
    assert is_about(kept.getpixel((50, 200)), (0, 0, 200), within=20)


async def test_a_profile_that_does_not_fit_is_left_out() -> None:
    kept = opened((await darkroom.take_in(shots.of_swapped_colours(), name="a.jpg")).body)
    assert is_about(kept.getpixel((50, 50)), RED)


async def test_a_large_picture_is_kept_no_larger_than_a_master() -> None:
    master = await darkroom.take_in(shots.jpeg(6000, 4000), name="a.jpg")
    assert (master.width, master.height) == (MASTER_SIDE, 1707)


async def test_the_wrong_ending_is_no_matter() -> None:
    sent = shots.saved(shots.drawn(), "PNG")
    assert (await darkroom.take_in(sent, name="a.jpg")).width == 640


REFUSED: dict[str, tuple[Callable[[], bytes], type[refused.PictureRefused]]] = {
    "nothing": (lambda: b"", refused.PictureEmpty),
    "too many bytes": (lambda: b"\xff\xd8\xff" + b"\0" * BYTES_MAX, refused.PictureHeavy),
    "a drawing": (lambda: shots.SVG, refused.NotAPicture),
    "a document": (lambda: shots.PDF, refused.NotAPicture),
    "a GIF": (lambda: shots.saved(shots.drawn(), "GIF"), refused.NotAPicture),
    "a TIFF": (lambda: shots.saved(shots.drawn(), "TIFF"), refused.NotAPicture),
    "words": (lambda: b"not a picture", refused.NotAPicture),
    "only a beginning": (lambda: b"\xff\xd8\xff\xe0", refused.PictureBroken),
    "a JPEG cut off": (lambda: shots.jpeg()[:-900], refused.PictureBroken),
    "a PNG cut off": (lambda: shots.saved(shots.drawn(), "PNG")[:-60], refused.PictureBroken),
    "a WebP cut off": (lambda: shots.saved(shots.drawn(), "WEBP")[:-60], refused.PictureBroken),
    "a PNG that moves": (lambda: shots.moving("PNG"), refused.PictureMoves),
    "a WebP that moves": (lambda: shots.moving("WEBP"), refused.PictureMoves),
    "a picture and an archive": (shots.with_archive, refused.PictureHidesMore),
    "a picture and a document": (shots.with_document, refused.PictureHidesMore),
    "a picture and a page": (shots.with_page, refused.PictureHidesMore),
    "a hundred megapixels": (lambda: shots.huge(10_000, 10_000), refused.PictureLarge),
    "a promise of a bomb": (lambda: shots.lying(60_000, 60_000), refused.PictureLarge),
    "less than promised": (lambda: shots.lying(3_000, 3_000), refused.PictureBroken),
    "a stamp": (lambda: shots.jpeg(319, 900), refused.PictureSmall),
}


@pytest.mark.parametrize("case", REFUSED)
async def test_a_file_that_is_no_honest_picture_is_refused_by_name(case: str) -> None:
    make, refusal = REFUSED[case]
    with pytest.raises(refused.PictureRefused) as found:
        await darkroom.take_in(make(), name="IMG_7.jpg")
    assert type(found.value) is refusal
    assert found.value.fields["name"] == "IMG_7.jpg"
    assert str(found.value).startswith("IMG_7.jpg")


async def test_fifty_megapixels_of_a_small_file_are_read_within_the_limits() -> None:
    sent = shots.huge(10_000, PIXELS_MAX // 10_000)
    master = await darkroom.take_in(sent, name="a.png")
    assert (master.width, master.height) == (2560, 1280)


async def test_a_process_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(darkroom, "LIMIT_S", 0.01)
    with pytest.raises(refused.PictureTooCostly):
        await darkroom.take_in(shots.jpeg(), name="a.jpg")


async def test_a_process_that_dies_is_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(refused.PictureTooCostly):
        await darkroom.take_in(shots.jpeg(), name="a.jpg")


async def test_the_process_knows_none_of_our_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    passed = []
    start = asyncio.create_subprocess_exec

    async def watched(*command: str, env: dict[str, str], **options: Any) -> Any:  # noqa: ANN401 -- passed on
        passed.append(env)
        return await start(*command, env=env, **options)

    monkeypatch.setenv("KERUEN_SECRET", "a secret")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "a key")
    monkeypatch.setattr(asyncio, "create_subprocess_exec", watched)
    await darkroom.take_in(shots.jpeg(), name="a.jpg")
    assert set(passed[0]) <= set(os.environ) - {"KERUEN_SECRET", "AWS_SECRET_ACCESS_KEY"}
    assert not [name for name in passed[0] if name.startswith(("KERUEN", "AWS", "DATABASE"))]


async def test_every_size_is_made_in_both_formats() -> None:
    made = await darkroom.make_sizes(shots.jpeg(2000, 1000), name="a.jpg")
    assert [(size.format, size.width, size.height) for size in made] == [
        ("webp", 320, 160),
        ("jpg", 320, 160),
        ("webp", 640, 320),
        ("jpg", 640, 320),
        ("webp", 1280, 640),
        ("jpg", 1280, 640),
    ]
    assert [opened(size.body).size for size in made] == [(s.width, s.height) for s in made]
    assert {opened(size.body).format for size in made} == {"WEBP", "JPEG"}


@pytest.mark.parametrize(
    ("width", "widths"),
    [(320, (320,)), (500, (320, 500)), (640, (320, 640)), (2560, (320, 640, 1280))],
)
def test_no_size_is_wider_than_its_picture(width: int, widths: tuple[int, ...]) -> None:
    assert widths_of(width) == widths


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (shots.jpeg, ""),
        (shots.with_archive, "picture.hides_more"),
        (lambda: shots.moving("WEBP"), "picture.moves"),
    ],
)
def test_the_process_answers_with_a_picture_or_with_why_not(
    make: Callable[[], bytes], code: str
) -> None:
    answer = develop._answer("master", make())  # noqa: SLF001 -- what the process does between its streams
    assert answer.refused == code
    assert (answer.master is None) == bool(code)
    if answer.master:
        assert len(develop._answer("sizes", answer.master.body).sizes) == 4  # noqa: SLF001 -- as above
