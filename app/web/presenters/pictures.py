"""Presenter of pictures: addresses in every size, and what is said of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.catalog.gallery import Hanging, shown
from app.catalog.product import Product
from app.kit.i18n import Texts, mark_of, text_of, written_in
from app.pictures.picture import PictureFormat, Rendition


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture that a page shows: the browser chooses one of its sizes."""

    src: str
    """The address of a size that every browser can show."""
    webp: str
    jpeg: str
    """The addresses and widths of all sizes in a format, as `srcset` writes them."""
    full: str
    """The address of the largest size."""
    width: int
    height: int
    """Pixels of the largest size: the browser keeps this room free."""
    alt: str
    lang: str
    """The `lang` of its alternative text; empty when it is the page's."""


def main_picture(product: Product) -> PictureView | None:
    """Present the first picture of a product; None where it has none to show."""
    return next(iter(picture_views(product)), None)


def picture_views(product: Product) -> list[PictureView]:
    """Present the pictures of a product that can be shown, in their order."""
    return [picture_view(each, names=product.names) for each in shown(product.gallery)]


def picture_view(hanging: Hanging, *, names: Texts) -> PictureView:
    """Present a picture; where nothing is said of it, the product's name stands for it."""
    jpegs = hanging.picture.in_format(PictureFormat.JPEG)
    texts = hanging.alts if hanging.alts.get(written_in(hanging.alts)) else names
    return PictureView(
        src=jpegs[min(1, len(jpegs) - 1)].path,
        webp=_srcset(hanging.picture.in_format(PictureFormat.WEBP)),
        jpeg=_srcset(jpegs),
        full=jpegs[-1].path,
        width=jpegs[-1].width,
        height=jpegs[-1].height,
        alt=text_of(texts),
        lang=mark_of(written_in(texts)),
    )


def _srcset(sizes: Iterable[Rendition]) -> str:
    return ", ".join(f"{each.path} {each.width}w" for each in sizes)
