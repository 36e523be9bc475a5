"""Pictures for tests, made here: honest ones, and files that only seem to be pictures."""

import io
import struct
import zipfile
import zlib
from typing import Any

from PIL import Image, ImageCms

GPS = 0x8825
ORIENTATION = 0x0112


def drawn(width: int = 640, height: int = 480, mode: str = "RGB") -> Image.Image:
    """Return a picture whose upper left quarter is red and whose rest is green."""
    picture = Image.new("RGB", (width, height), (20, 160, 60))
    picture.paste((200, 30, 30), (0, 0, width // 2, height // 2))
    return picture if mode == "RGB" else picture.convert(mode)


def saved(picture: Image.Image, kind: str = "JPEG", **options: Any) -> bytes:  # noqa: ANN401 -- options of Pillow
    body = io.BytesIO()
    picture.save(body, kind, **options)
    return body.getvalue()


def jpeg(width: int = 640, height: int = 480) -> bytes:
    return saved(drawn(width, height), quality=90)


def from_a_phone() -> bytes:
    """Return a JPEG that lies on its side and says where it was taken."""
    exif = Image.Exif()
    exif[ORIENTATION] = 6  # to be turned right by a quarter
    exif.get_ifd(GPS)[1] = "N"
    exif.get_ifd(GPS)[2] = (43.0, 49.0, 12.0)
    exif[0x010F] = "A maker of phones"
    return saved(drawn(800, 400), exif=exif.tobytes(), quality=90)


def of_swapped_colours() -> bytes:
    """Return a JPEG whose profile is not sRGB: L*a*b is no profile of RGB, so XYZ stands in."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("XYZ")).tobytes()
    return saved(drawn(), icc_profile=profile)


def moving(kind: str) -> bytes:
    other = Image.new("RGB", (640, 480), (0, 0, 200))
    return saved(drawn(), kind, save_all=True, append_images=[other], duration=100)


def with_archive() -> bytes:
    """Return a JPEG that is a ZIP archive too."""
    body = io.BytesIO(jpeg())
    with zipfile.ZipFile(body, "a") as archive:
        archive.writestr("page.html", "<p>another file</p>")
    return body.getvalue()


def with_document() -> bytes:
    """Return a JPEG in whose comment a PDF begins."""
    return saved(drawn(), comment=b"%PDF-1.7 1 0 obj")


def with_page() -> bytes:
    return jpeg() + b"<html><script>alert(1)</script></html>"


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def huge(width: int, height: int) -> bytes:
    """Return a small PNG of white rows that is as large as its head says."""
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    packer = zlib.compressobj(9)
    row = b"\0" + b"\xff" * ((width + 7) // 8)
    packed = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    parts = _chunk(b"IHDR", head) + _chunk(b"IDAT", packed) + _chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


def lying(width: int, height: int) -> bytes:
    """Return a PNG whose head promises far more than there is."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(b"\0" * 100))
    return b"\x89PNG\r\n\x1a\n" + parts + _chunk(b"IEND", b"")


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
PDF = b"%PDF-1.7\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF"
