"""Forms that several desks share: of the checkout, of orders, of pictures."""

from typing import Annotated

import msgspec

from app.catalog.gallery import ALT_LENGTH_MAX, MOST


class CheckoutForm(msgspec.Struct):
    """Consignee and delivery, and the total that the buyer agreed to."""

    consignee: Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
    consignee_address: Annotated[str, msgspec.Meta(min_length=1, max_length=400)]
    delivery_term: Annotated[str, msgspec.Meta(min_length=1, max_length=20)]
    border_crossing: Annotated[str, msgspec.Meta(min_length=1, max_length=20)]
    broker: Annotated[str, msgspec.Meta(pattern="^[0-9]{0,9}$")]
    """A company's id; empty when the buyer names no broker yet."""
    agreed_total: Annotated[int, msgspec.Meta(ge=0, le=10**15)]
    """The total agreed to after the quote expired, in minor units; 0 before."""


class CancellationForm(msgspec.Struct):
    """Why an order is cancelled; may be empty."""

    why: Annotated[str, msgspec.Meta(max_length=300)]


Alt = Annotated[str, msgspec.Meta(max_length=ALT_LENGTH_MAX)]


class PicturesForm(msgspec.Struct):
    """Pictures of a product; the files are read apart (`app.web.galleries.read_files`)."""

    pictures: str = ""


class AltsForm(msgspec.Struct):
    """What a picture shows, in each language."""

    alt_en: Alt
    alt_ru: Alt
    alt_kk: Alt
    alt_ky: Alt
    alt_zh_Hans: Alt  # noqa: N815 -- the language's tag


class PlaceForm(msgspec.Struct):
    """The place at which a picture is to hang."""

    to: Annotated[int, msgspec.Meta(ge=1, le=MOST)]
