"""Pictures of products: every query."""

from collections.abc import Mapping, Sequence
from typing import Final

from app.catalog.gallery import Gallery, Hanging
from app.catalog.tables import Product as ProductRow
from app.catalog.tables import ProductPicture as PictureRow
from app.kit.records import Record, read_all
from app.pictures import repository as pictures


class HangingRecord(Record):
    product: int
    picture: int
    position: int
    alts: dict[str, str]


async def get_galleries(product_ids: Sequence[int]) -> dict[int, Gallery]:
    """Return the pictures of products, those whose sizes are not made yet too.

    Always three queries; a product without pictures is left out.
    """
    query = PictureRow.select().where(PictureRow.product.is_in([*product_ids, 0]))
    rows = await read_all(HangingRecord, query.order_by(PictureRow.position))
    found = await pictures.get_pictures([row.picture for row in rows])
    galleries: dict[int, list[Hanging]] = {}
    for row in rows:
        hanging = Hanging(found[row.picture], row.position, row.alts)
        galleries.setdefault(row.product, []).append(hanging)
    return dict(galleries)


async def get_gallery(product_id: int) -> Gallery:
    """Return the pictures of one product."""
    return (await get_galleries([product_id])).get(product_id, ())


async def lock_gallery(product_id: int) -> Gallery:
    """Lock the product, so that nobody else arranges its pictures, and return them."""
    await ProductRow.select(ProductRow.id).where(ProductRow.id == product_id).lock_rows()
    return await get_gallery(product_id)


async def hang(product_id: int, picture_id: int, *, position: int, alts: Mapping[str, str]) -> None:
    """Hang a picture at its place."""
    await PictureRow(
        product=product_id, picture=picture_id, position=position, alts=dict(alts)
    ).save()


async def save_alts(picture_id: int, alts: Mapping[str, str]) -> None:
    """Save what is said of a picture."""
    await PictureRow.update({PictureRow.alts: dict(alts)}).where(PictureRow.picture == picture_id)


_PLACE: Final = (
    "UPDATE product_picture SET position = placed.position"
    " FROM unnest({}::integer[]) WITH ORDINALITY AS placed(picture, position)"
    " WHERE product_picture.picture = placed.picture"
)


async def save_order(picture_ids: Sequence[int]) -> None:
    """Save the places of a product's pictures."""
    await PictureRow.raw(_PLACE, list(picture_ids))


async def take_down(picture_id: int) -> None:
    """Take a picture down."""
    await PictureRow.delete().where(PictureRow.picture == picture_id)
