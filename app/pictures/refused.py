"""Why a file is not taken as a picture. Each names the file, for several come at once."""

from collections.abc import Mapping
from typing import Final

from app.kit.i18n import N_
from app.kit.refusal import BadInput


class PictureRefused(BadInput):
    """The file is not a picture that we take; `name` is the file's, as it was sent."""

    code = "picture.refused"
    sentence = N_("%(name)s is not taken.")


class NoPicture(BadInput):
    """No file was chosen."""

    code = "picture.none"
    sentence = N_("Choose at least one picture.")


class TooManyPictures(BadInput):
    """More files came at once, or hang at one product, than we take."""

    code = "picture.too_many"
    sentence = N_("At most %(most)s pictures are taken; %(count)s would be too many.")


class PictureEmpty(PictureRefused):
    """The file has no bytes."""

    code = "picture.empty"
    sentence = N_("%(name)s is empty.")


class PictureHeavy(PictureRefused):
    """The file has more bytes than we take."""

    code = "picture.heavy"
    sentence = N_("%(name)s is too heavy: at most %(megabytes)s MB are taken.")


class NotAPicture(PictureRefused):
    """What is in the file is neither JPEG, PNG nor WebP, whatever its name says."""

    code = "picture.other_format"
    sentence = N_("%(name)s is neither a JPEG, a PNG nor a WebP picture.")


class PictureBroken(PictureRefused):
    """The file begins as a picture and cannot be read to its end."""

    code = "picture.broken"
    sentence = N_("%(name)s is damaged or cut off. Save it anew and send it again.")


class PictureMoves(PictureRefused):
    """The picture has several frames."""

    code = "picture.moves"
    sentence = N_("%(name)s is animated. Send a still picture.")


class PictureSmall(PictureRefused):
    """A side has fewer pixels than a page needs."""

    code = "picture.small"
    sentence = N_("%(name)s is too small: each side needs at least %(least)s pixels.")


class PictureLarge(PictureRefused):
    """The picture has more pixels than we decode."""

    code = "picture.large"
    sentence = N_("%(name)s is too large: at most %(megapixels)s megapixels are taken.")


class PictureHidesMore(PictureRefused):
    """The file is an archive, a document or a page as well."""

    code = "picture.hides_more"
    sentence = N_("%(name)s is a picture and another file in one. Send the picture alone.")


class PictureTooCostly(PictureRefused):
    """Reading the picture took more time or memory than one may take."""

    code = "picture.too_costly"
    sentence = N_("%(name)s could not be read in the time and memory that one picture may take.")


KINDS: Final[Mapping[str, type[PictureRefused]]] = {
    each.code: each
    for each in (
        NotAPicture,
        PictureBroken,
        PictureMoves,
        PictureSmall,
        PictureLarge,
        PictureHidesMore,
        PictureTooCostly,
    )
}
"""What the process that reads a picture may answer, by code."""
