"""Arranging a product's pictures, by its seller or an operator."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from app.accounts.person import Reader
from app.catalog import repository
from app.catalog.gallery import check_addition, check_alts, find, may_arrange, moved
from app.catalog.product import NoSuchProduct, Product
from app.catalog.repository import gallery as galleries
from app.kit import once
from app.kit.db import transaction
from app.kit.objects import Objects
from app.pictures import actions as pictures
from app.pictures import repository as pictures_rows
from app.pictures.actions import FILES_KEPT, SentFile


async def get_product_to_arrange(sku: str, *, by: Reader) -> Product:
    """Return a product whose pictures the reader may change.

    Raises `NoSuchProduct` for another seller's too: whose goods there are is not told.
    """
    product = await repository.get_product_of(sku)
    if not may_arrange(by, seller_id=product.seller.id):
        raise NoSuchProduct(slug=sku)
    return product


async def add_pictures(
    sku: str, sent: Sequence[SentFile], *, by: Reader, at: datetime, objects: Objects
) -> None:
    """Hang pictures after those that hang there; all of them, or none.

    Raises `NoSuchProduct`, `NoPicture`, `TooManyPictures`, `AltTooLong`, `StoreUnavailable`, or a
    `PictureRefused` that names the file.
    """
    said = [check_alts(each.alts) for each in sent]
    product = await get_product_to_arrange(sku, by=by)
    check_addition(product.gallery, count=len(sent))
    taken = await pictures.take_in(sent, objects=objects)
    async with transaction():
        await once.claim()
        gallery = await galleries.lock_gallery(product.id)
        check_addition(gallery, count=len(taken))
        for place, (picture, alts) in enumerate(zip(taken, said, strict=True), len(gallery) + 1):
            picture_id = await pictures_rows.save_picture(picture, by_id=by.person_id, at=at)
            await galleries.hang(product.id, picture_id, position=place, alts=alts)


async def describe_picture(
    sku: str, picture_id: int, alts: Mapping[str, str], *, by: Reader
) -> None:
    """Save what a picture shows, by language; an empty text removes the one before.

    Raises `NoSuchProduct`, `NoSuchProductPicture` or `AltTooLong`.
    """
    said = check_alts(alts)
    product = await get_product_to_arrange(sku, by=by)
    async with transaction():
        find(await galleries.lock_gallery(product.id), picture_id)
        await galleries.save_alts(picture_id, said)


async def move_picture(sku: str, picture_id: int, *, to: int, by: Reader) -> None:
    """Hang a picture at another place, from 1; raises `NoSuchProduct` or `NoSuchProductPicture`."""
    product = await get_product_to_arrange(sku, by=by)
    async with transaction():
        gallery = await galleries.lock_gallery(product.id)
        await galleries.save_order(moved(gallery, picture_id, to=to))


async def remove_picture(sku: str, picture_id: int, *, by: Reader, at: datetime) -> None:
    """Take a picture down; its files are deleted later. No order shows pictures.

    Raises `NoSuchProduct` or `NoSuchProductPicture`.
    """
    product = await get_product_to_arrange(sku, by=by)
    async with transaction():
        gallery = await galleries.lock_gallery(product.id)
        find(gallery, picture_id)
        await galleries.take_down(picture_id)
        await galleries.save_order(
            [each.picture.id for each in gallery if each.picture.id != picture_id]
        )
        await pictures_rows.mark_removed(picture_id, at=at, files_at=at + FILES_KEPT)
