"""Forms of the operator's page of a listing."""

from typing import Annotated

import msgspec

_Name = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
_Text = Annotated[str, msgspec.Meta(min_length=1, max_length=2000)]


class ListingWordsForm(msgspec.Struct):
    """The words in other languages that goods are listed with."""

    name_ru: _Name
    description_ru: _Text
    name_en: _Name
    description_en: _Text


class ListingReturnForm(msgspec.Struct):
    """What the seller must put right."""

    why: Annotated[str, msgspec.Meta(min_length=3, max_length=1000)]
