"""The process that reads one picture, and ends: what others sent is decoded nowhere else.

`python -m app.pictures.develop` takes a file at its standard input and answers with MessagePack.
It limits its own memory and time first, and knows no secret, no database and no network of ours.
"""

import io
import re
import resource
import sys
import warnings
import zipfile
from typing import Final

import msgspec
from PIL import Image, ImageCms, ImageOps

from app.pictures import refused
from app.pictures.limits import MASTER_SIDE, PIXELS_MAX, SIDE_MIN, widths_of

MEMORY_BYTES: Final = 1_000_000_000
CPU_S: Final = 20
_MASTER_QUALITY: Final = 92
_JPEG_QUALITY: Final = 82
_WEBP_QUALITY: Final = 80
_WHITE: Final = (255, 255, 255)
_STARTS: Final = re.compile(rb"\xff\xd8\xff|\x89PNG\r\n\x1a\n|RIFF....WEBP", re.DOTALL)
_HEAD: Final = 1024
"""Within so many bytes programs look for the beginning of a PDF."""
_OTHER_FILE: Final = re.compile(rb"<script|<html[ >]|<\?php\s|<svg xmlns", re.IGNORECASE)
"""The beginnings of pages and programs, long enough not to stand in pixels by chance."""


class _Unfit(Exception):
    """The picture is not taken; the parent knows its name and says so."""

    def __init__(self, kind: type[refused.PictureRefused]) -> None:
        super().__init__()
        self.code = kind.code


class Master(msgspec.Struct):
    """What is kept of a picture."""

    width: int
    height: int
    body: bytes


class DevelopedSize(msgspec.Struct):
    """One size in one format."""

    format: str
    width: int
    height: int
    body: bytes


class Developed(msgspec.Struct):
    """The answer: why the picture is not taken, or the picture, or its sizes."""

    refused: str = ""
    """The code of a `PictureRefused`."""
    master: Master | None = None
    sizes: list[DevelopedSize] = []


def take_in(data: bytes) -> Master:
    """Return what is kept of a file; raises `_Unfit`."""
    _check_content(data)
    try:
        with Image.open(io.BytesIO(data), formats=["JPEG", "PNG", "WEBP"]) as found:
            _check_shape(found)
            picture = _plain(found)
    except (OSError, SyntaxError, ValueError) as reason:
        raise _Unfit(refused.PictureBroken) from reason
    return Master(picture.width, picture.height, _jpeg(picture, _MASTER_QUALITY, subsampling=0))


def make_sizes(master: bytes) -> list[DevelopedSize]:
    """Return every size of a master in both formats, narrowest first."""
    with Image.open(io.BytesIO(master), formats=["JPEG"]) as found:
        found.load()
        return [size for width in widths_of(found.width) for size in _sizes(found, width)]


def _check_content(data: bytes) -> None:
    if _STARTS.match(data) is None:
        raise _Unfit(refused.NotAPicture)
    is_document = b"%PDF-" in data[:_HEAD] or _OTHER_FILE.search(data) is not None
    if is_document or zipfile.is_zipfile(io.BytesIO(data)):
        raise _Unfit(refused.PictureHidesMore)


def _check_shape(found: Image.Image) -> None:
    """Check what the head of the file says, before anything is decoded."""
    # A phone's JPEG may carry a second, smaller picture behind the first: Pillow names it MPO.
    if found.format != "MPO" and getattr(found, "is_animated", False):
        raise _Unfit(refused.PictureMoves)
    if found.width * found.height > PIXELS_MAX:
        raise _Unfit(refused.PictureLarge)
    if min(found.size) < SIDE_MIN:
        raise _Unfit(refused.PictureSmall)


def _plain(found: Image.Image) -> Image.Image:
    """Return the picture upright, in sRGB, on white, and no larger than a master."""
    profile = found.info.get("icc_profile")
    orientation = found.getexif().get(0x0112, 1)
    found.draft("RGB", (MASTER_SIDE, MASTER_SIDE))
    found.load()
    picture = _in_colours(found)
    picture.thumbnail((MASTER_SIDE, MASTER_SIDE), Image.Resampling.LANCZOS)
    picture = _on_white(_in_srgb(picture, profile))
    picture.getexif()[0x0112] = orientation
    return ImageOps.exif_transpose(picture)


def _in_colours(found: Image.Image) -> Image.Image:
    """Return the picture in one of the modes that can be made smaller and given colours."""
    if found.mode.startswith("I"):  # 16 bits of grey
        return found.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if found.mode in {"L", "RGB", "RGBA", "CMYK"}:
        return found.copy()
    see_through = "transparency" in found.info or found.mode in {"LA", "PA", "La", "RGBa"}
    return found.convert("RGBA" if see_through else "RGB")


def _in_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """Return the colours as sRGB; a profile that cannot be read or does not fit is left out."""
    if not profile:
        return picture if picture.mode == "RGBA" else picture.convert("RGB")
    target = "RGBA" if picture.mode == "RGBA" else "RGB"
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        srgb = ImageCms.createProfile("sRGB")
        turned = ImageCms.profileToProfile(picture, source, srgb, outputMode=target)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture.convert(target)
    return turned or picture.convert(target)


def _on_white(picture: Image.Image) -> Image.Image:
    if picture.mode != "RGBA":
        return picture
    ground = Image.new("RGB", picture.size, _WHITE)
    ground.paste(picture, mask=picture.getchannel("A"))
    return ground


def _sizes(master: Image.Image, width: int) -> list[DevelopedSize]:
    height = max(1, round(master.height * width / master.width))
    picture = master.resize((width, height), Image.Resampling.LANCZOS)
    webp = io.BytesIO()
    picture.save(webp, "WEBP", quality=_WEBP_QUALITY, method=4)
    return [
        DevelopedSize("webp", width, height, webp.getvalue()),
        DevelopedSize("jpg", width, height, _jpeg(picture, _JPEG_QUALITY)),
    ]


def _jpeg(picture: Image.Image, quality: int, *, subsampling: int = 2) -> bytes:
    """Write pixels alone: no metadata of the picture is passed on."""
    bare = Image.frombytes(picture.mode, picture.size, picture.tobytes())
    body = io.BytesIO()
    bare.save(body, "JPEG", quality=quality, subsampling=subsampling, progressive=True)
    return body.getvalue()


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_S, CPU_S))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    Image.MAX_IMAGE_PIXELS = None  # `_check_shape` refuses by name, and earlier
    warnings.simplefilter("ignore")


def _answer(task: str, data: bytes) -> Developed:
    try:
        if task == "sizes":
            return Developed(sizes=make_sizes(data))
        return Developed(master=take_in(data))
    except _Unfit as reason:
        return Developed(refused=reason.code)
    except MemoryError:
        return Developed(refused=refused.PictureTooCostly.code)


def main() -> None:
    """Answer one question."""
    _limit()
    answer = _answer(sys.argv[1], sys.stdin.buffer.read())
    sys.stdout.buffer.write(msgspec.msgpack.encode(answer))


if __name__ == "__main__":
    main()
