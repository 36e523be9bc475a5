"""The pages on which a product's pictures are arranged, for the seller's desk and the office."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from litestar import Response

from app.catalog.gallery import ALT_LENGTH_MAX, MOST, Hanging, find
from app.catalog.product import Product
from app.kit import forms
from app.kit.formats import number
from app.kit.i18n import HTML_TAGS, LANGUAGES, N_, OWN_NAMES, say, text_of, translate
from app.pictures.actions import SentFile
from app.pictures.limits import ACCEPTED, AT_ONCE, BYTES_MAX, PIXELS_MAX, SIDE_MIN
from app.pictures.refused import TooManyPictures
from app.web.forms import AltsForm, PicturesForm
from app.web.gallery_page import read_product
from app.web.guards import reader_of
from app.web.presenters.pictures import PictureView, picture_view
from app.web.rendering import render
from app.web.requests import WebRequest
from app.web.uploads import read_upload, upload_name

_MEGA: Final = 1_000_000
_LIMITS: Final = N_(
    "JPEG, PNG or WebP. Up to %(at_once)s at once, each up to %(megabytes)s MB and"
    " %(megapixels)s megapixels, at least %(side)s pixels a side; %(most)s for one product."
)
_WAITS: Final = N_("Its sizes are being made; the shop shows it in a moment.")
_FAILED: Final = N_("Its sizes could not be made. It is tried again by itself; or send it anew.")


@dataclass(frozen=True, slots=True)
class HangingView:
    """A picture at its place; `picture` is None while its sizes are not made."""

    picture: PictureView | None
    href: str
    place: str
    trouble: str
    has_failed: bool
    lacks: str
    """The languages in which nothing is said of it."""
    forward: str
    """The place before its own; empty for the first."""


async def read_files(request: WebRequest) -> list[SentFile]:
    """Return the files of the form; raises `TooManyPictures`."""
    form = await request.form()
    sent = [each for each in form.getall("pictures", []) if upload_name(each)]
    if len(sent) > AT_ONCE:
        raise TooManyPictures(most=AT_ONCE, count=len(sent), field="pictures")
    return [SentFile(upload_name(each), await read_upload(each, limit=BYTES_MAX)) for each in sent]


def alts_in(data: AltsForm) -> dict[str, str]:
    """Return the texts by language."""
    return {tag: getattr(data, f"alt_{tag}") for tag in LANGUAGES}


async def show_gallery(
    request: WebRequest, template: str, sku: str, form: forms.Form[PicturesForm] | None = None
) -> Response[str]:
    """Show the pictures of a product, and the form that adds some."""
    product = await read_product(sku, by=reader_of(request))
    form, home = form or forms.empty(PicturesForm), _home(request, sku)
    return await render(
        request,
        template,
        status=form.status,
        form=form,
        product=text_of(product.names),
        sku=product.sku,
        home=home,
        hangings=[_hanging(each, product, home) for each in product.gallery],
        limits=_limits(),
        accepted=ACCEPTED,
        is_full=len(product.gallery) >= MOST,
    )


async def show_picture(
    request: WebRequest,
    template: str,
    sku: str,
    picture_id: int,
    form: forms.Form[AltsForm] | None = None,
) -> Response[str]:
    """Show one picture, what is said of it, and what can be done with it."""
    product = await read_product(sku, by=reader_of(request))
    hanging = find(product.gallery, picture_id)
    form = form or forms.empty(AltsForm, **_alts(hanging.alts))
    home = _home(request, sku)
    return await render(
        request,
        template,
        status=form.status,
        form=form,
        product=text_of(product.names),
        home=home,
        hanging=_hanging(hanging, product, home),
        languages_of_words=[(tag, OWN_NAMES[tag], HTML_TAGS[tag]) for tag in LANGUAGES],
        labels={f"alt_{tag}": OWN_NAMES[tag] for tag in LANGUAGES},
        longest=ALT_LENGTH_MAX,
    )


def _home(request: WebRequest, sku: str) -> str:
    desk = request.url.path.split("/")[1]
    return f"/{desk}/goods/{sku}/pictures"


def _alts(alts: Mapping[str, str]) -> dict[str, str]:
    return {f"alt_{tag}": text for tag, text in alts.items()}


def _limits() -> str:
    fields: dict[str, object] = {
        "at_once": AT_ONCE,
        "megabytes": BYTES_MAX // _MEGA,
        "megapixels": PIXELS_MAX // _MEGA,
        "side": SIDE_MIN,
        "most": MOST,
    }
    return say(_LIMITS, fields)


def _hanging(hanging: Hanging, product: Product, home: str) -> HangingView:
    picture = hanging.picture
    failed = picture.attempts > 0 and not picture.is_ready
    waits = "" if picture.is_ready else translate(_FAILED if failed else _WAITS)
    return HangingView(
        picture=picture_view(hanging, names=product.names) if picture.is_ready else None,
        href=f"{home}/{picture.id}",
        place=number(hanging.position),
        trouble=waits,
        has_failed=failed,
        lacks=", ".join(OWN_NAMES[tag] for tag in LANGUAGES if not hanging.alts.get(tag)),
        forward=str(hanging.position - 1) if hanging.position > 1 else "",
    )
