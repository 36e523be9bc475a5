"""Pictures of anybody's goods, for the operator."""

from typing import Final

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from app.catalog.actions import gallery
from app.kit import clock, forms
from app.pictures.limits import BODY_BYTES_MAX
from app.web.forms import AltsForm, PicturesForm, PlaceForm
from app.web.galleries import alts_in, read_files, show_gallery, show_picture
from app.web.guards import reader_of
from app.web.rendering import RowId, see_other
from app.web.requests import WebRequest

_GALLERY: Final = "office/goods/pictures.html"
_PICTURE: Final = "office/goods/picture.html"


def _home(sku: str) -> str:
    return f"/office/goods/{sku}/pictures"


@get("/{sku:str}/pictures")
async def office_pictures(request: WebRequest, sku: FromPath[str]) -> Response[str]:
    """Show the pictures of a product."""
    return await show_gallery(request, _GALLERY, sku)


@post("/{sku:str}/pictures", request_max_body_size=BODY_BYTES_MAX)
async def add_office_pictures(request: WebRequest, sku: FromPath[str]) -> Response[str] | Redirect:
    """Hang the sent pictures; all, or none."""
    form = forms.read(PicturesForm, {})
    with form.submitting(beside="pictures"):
        await gallery.add_pictures(
            sku,
            await read_files(request),
            by=reader_of(request),
            at=clock.now(),
            objects=request.app.state.objects,
        )
        return see_other(_home(sku))
    return await show_gallery(request, _GALLERY, sku, form)


@get("/{sku:str}/pictures/{picture_id:int}")
async def office_picture(
    request: WebRequest, sku: FromPath[str], picture_id: RowId
) -> Response[str]:
    """Show one picture."""
    return await show_picture(request, _PICTURE, sku, picture_id)


@post("/{sku:str}/pictures/{picture_id:int}")
async def describe_office_picture(
    request: WebRequest, sku: FromPath[str], picture_id: RowId
) -> Response[str] | Redirect:
    """Save what a picture shows, in each language."""
    form = forms.read(AltsForm, await request.form())
    with form.submitting():
        alts = alts_in(form.data)
        await gallery.describe_picture(sku, picture_id, alts, by=reader_of(request))
        return see_other(_home(sku))
    return await show_picture(request, _PICTURE, sku, picture_id, form)


@post("/{sku:str}/pictures/{picture_id:int}/place")
async def move_office_picture(
    request: WebRequest, sku: FromPath[str], picture_id: RowId
) -> Redirect:
    """Hang a picture at another place."""
    to = forms.read(PlaceForm, await request.form()).data.to
    await gallery.move_picture(sku, picture_id, to=to, by=reader_of(request))
    return see_other(_home(sku))


@post("/{sku:str}/pictures/{picture_id:int}/removal")
async def remove_office_picture(
    request: WebRequest, sku: FromPath[str], picture_id: RowId
) -> Redirect:
    """Take a picture down."""
    await gallery.remove_picture(sku, picture_id, by=reader_of(request), at=clock.now())
    return see_other(_home(sku))


HANDLERS = (
    office_pictures,
    add_office_pictures,
    office_picture,
    describe_office_picture,
    move_office_picture,
    remove_office_picture,
)
