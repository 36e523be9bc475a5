"""A product's pictures: their order, what is said of each, and who may change them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from app.accounts.person import Reader, Role
from app.kit.i18n import N_
from app.kit.refusal import BadInput
from app.pictures.picture import NoSuchProductPicture, Picture
from app.pictures.refused import NoPicture, TooManyPictures

MOST: Final = 12
"""Pictures of one product."""
ALT_LENGTH_MAX: Final = 150


class AltTooLong(BadInput):
    """What is said of a picture is longer than a reader listens to."""

    code = "product.alt_too_long"
    sentence = N_("Say it in at most %(most)s letters; %(length)s came.")


@dataclass(frozen=True, slots=True)
class Hanging:
    """A picture at its place."""

    picture: Picture
    position: int
    """From 1; the first is the main one."""
    alts: Mapping[str, str]
    """What it shows, by language; one that lacks falls back to the product's name."""


Gallery = Sequence[Hanging]
"""By position."""


def shown(gallery: Gallery) -> list[Hanging]:
    """Return the pictures that a page can show: those whose sizes are made."""
    return [each for each in gallery if each.picture.is_ready]


def may_arrange(by: Reader, *, seller_id: int) -> bool:
    """Return whether the reader may see and change the pictures of this seller's goods."""
    return by.role is Role.OPERATOR or (by.role is Role.SELLER and by.company_id == seller_id)


def check_addition(gallery: Gallery, *, count: int) -> None:
    """Check how many pictures come; raises `NoPicture` or `TooManyPictures`."""
    if count < 1:
        raise NoPicture(field="pictures")
    if len(gallery) + count > MOST:
        raise TooManyPictures(most=MOST, count=len(gallery) + count, field="pictures")


def check_alts(alts: Mapping[str, str]) -> dict[str, str]:
    """Return the texts without empty ones; raises `AltTooLong`."""
    for text in alts.values():
        if len(text) > ALT_LENGTH_MAX:
            raise AltTooLong(most=ALT_LENGTH_MAX, length=len(text))
    return {tag: text for tag, text in alts.items() if text}


def find(gallery: Gallery, picture_id: int) -> Hanging:
    """Return a picture of the product; raises `NoSuchProductPicture`."""
    for each in gallery:
        if each.picture.id == picture_id:
            return each
    raise NoSuchProductPicture


def moved(gallery: Gallery, picture_id: int, *, to: int) -> list[int]:
    """Return the ids in their new order, this one at the place; raises `NoSuchProductPicture`."""
    find(gallery, picture_id)
    others = [each.picture.id for each in gallery if each.picture.id != picture_id]
    place = max(1, min(to, len(gallery))) - 1
    return [*others[:place], picture_id, *others[place:]]
