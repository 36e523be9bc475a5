"""Forms of malls."""

from typing import Annotated

import msgspec

Name = Annotated[str, msgspec.Meta(max_length=100)]
Intro = Annotated[str, msgspec.Meta(max_length=500)]


class MallForm(msgspec.Struct):
    """A mall's look and texts; `seen` is the version that the form was made of."""

    code: Annotated[
        str,
        msgspec.Meta(pattern="^[a-z][a-z0-9-]{1,19}$", description="2 to 20 of a-z, 0-9 and -."),
    ]
    seen: Annotated[int, msgspec.Meta(ge=0, le=10**9)]
    position: Annotated[int, msgspec.Meta(ge=1, le=999)]
    accent: Annotated[str, msgspec.Meta(min_length=1, max_length=20)]
    picture: Annotated[str, msgspec.Meta(min_length=1, max_length=80)]
    tint: Annotated[int, msgspec.Meta(ge=0, le=11)]
    name_en: Name
    intro_en: Intro
    name_ru: Name
    intro_ru: Intro
    name_kk: Name
    intro_kk: Intro
    name_ky: Name
    intro_ky: Intro
    name_zh_Hans: Name  # noqa: N815 -- the language's tag
    intro_zh_Hans: Intro  # noqa: N815 -- as above


class MallRetirementForm(msgspec.Struct):
    """Whether a mall leaves the shop or comes back."""

    to: Annotated[str, msgspec.Meta(pattern="^(retired|open)$")]
