"""A picture: what we keep of it, and the sizes that pages show."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from app.kit.i18n import N_
from app.kit.refusal import NotFound

FIRST_PAUSE: Final = timedelta(seconds=30)
LONGEST_PAUSE: Final = timedelta(hours=6)
_DOUBLINGS_MAX: Final = 10
ATTEMPTS_MAX: Final = 1_000
"""Attempts are not counted beyond this."""


class NoSuchProductPicture(NotFound):
    """The product has no such picture."""

    code = "picture.not_found"
    sentence = N_("There is no such picture.")


class PictureFormat(StrEnum):
    """How a size is written; the last part of its address."""

    WEBP = "webp"
    JPEG = "jpg"

    @property
    def media_type(self) -> str:
        """The format as HTTP and HTML name it."""
        return "image/webp" if self is PictureFormat.WEBP else "image/jpeg"


@dataclass(frozen=True, slots=True)
class Rendition:
    """One size of a picture in one format."""

    format: PictureFormat
    width: int
    height: int
    sha256: str

    @property
    def path(self) -> str:
        """Its address on our site."""
        return f"/{self.object_name}"

    @property
    def object_name(self) -> str:
        """Its name in the object store."""
        return f"pictures/{self.sha256}.{self.format}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture that was taken in. It is shown once its sizes are made."""

    id: int
    file_name: str
    """As it was sent."""
    master: str
    """SHA-256 of what we keep and make sizes of: upright, in sRGB, without metadata."""
    width: int
    height: int
    renditions: Sequence[Rendition] = ()
    """By width."""
    attempts: int = 0
    """How often making the sizes has failed."""

    @property
    def is_ready(self) -> bool:
        """Whether its sizes are made."""
        return bool(self.renditions)

    @property
    def master_name(self) -> str:
        """The name of the master in the object store."""
        return master_name(self.master)

    def in_format(self, wanted: PictureFormat) -> list[Rendition]:
        """Return the sizes in a format, narrowest first."""
        return [each for each in self.renditions if each.format is wanted]


def master_name(sha256: str) -> str:
    """Return the name of a master in the object store; no address leads to it."""
    return f"masters/{sha256}.jpg"


def next_try(attempts: int, *, at: datetime) -> datetime:
    """Return when sizes are tried again after so many failures, counted from 1."""
    doubled: int = 2 ** min(attempts - 1, _DOUBLINGS_MAX)
    return at + min(FIRST_PAUSE * doubled, LONGEST_PAUSE)
