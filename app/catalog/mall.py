"""A mall: a storefront of its own."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from app.kit.i18n import N_
from app.kit.refusal import BadInput, Conflict, NotFound


class NoSuchMall(NotFound):
    """No mall has this code."""

    code = "mall.not_found"
    sentence = N_("There is no mall %(code)s.")


class MallTaken(Conflict):
    """A mall with this code is open already."""

    code = "mall.taken"
    sentence = N_("A mall with the code %(code)s is open already.")


class BadAccent(BadInput):
    """The accent is not a colour of six hexadecimal digits."""

    code = "mall.bad_accent"
    sentence = N_("%(accent)s is not a colour such as #b3261e.")


class UnknownMallPicture(BadInput):
    """The shop has no such picture: none of its goods or malls shows it."""

    code = "mall.no_such_picture"
    sentence = N_("The shop has no picture %(picture)s.")


class MallChanged(Conflict):
    """Somebody changed the mall while the form was open."""

    code = "mall.changed"
    sentence = N_(
        "Somebody changed the mall %(code)s meanwhile. Below is what they changed;"
        " look at it, and save again."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class MallFacts:
    """A mall as the operator opens it. Texts are by language tag."""

    code: str
    position: int
    """Its place in the row of malls."""
    accent: str
    """Its colour, such as #b3261e."""
    picture: str
    """Name of a set of pictures and of one in it, such as keruen:green-raisins."""
    tint: int
    """The hue behind the picture, 0 to 11."""
    names: Mapping[str, str]
    intros: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Mall:
    """A mall in one language: the reader's, or English where theirs is missing."""

    id: int
    code: str
    position: int
    accent: str
    picture: str
    tint: int
    name: str
    intro: str
    language: str
    """The tag of the language that its texts are in."""


@dataclass(frozen=True, slots=True)
class MallSheet:
    """A mall as the operator sees it."""

    id: int
    facts: MallFacts
    version: int
    is_retired: bool


@dataclass(frozen=True, slots=True)
class MallStep:
    """One change of a mall: each field that changed, from and to."""

    at: datetime
    by: str
    fields: tuple[tuple[str, str, str], ...]


def texts_of(facts: MallFacts) -> dict[str, str]:
    """Return what may change of a mall, as texts by field."""
    return {
        "position": str(facts.position),
        "accent": facts.accent,
        "picture": facts.picture,
        "tint": str(facts.tint),
        **{f"name_{tag}": text for tag, text in facts.names.items()},
        **{f"intro_{tag}": text for tag, text in facts.intros.items()},
    }


def check_accent(accent: str) -> None:
    """Check a colour such as #b3261e; raises `BadAccent`."""
    digits = accent.removeprefix("#").lower()
    if not (accent.startswith("#") and len(digits) == 6 and set(digits) <= set("0123456789abcdef")):  # noqa: PLR2004 -- red, green and blue have two digits each
        raise BadAccent(field="accent", accent=accent)
