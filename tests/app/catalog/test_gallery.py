"""A product's pictures: hung, described, moved and taken down by whom they belong to."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from app.accounts.person import Reader, Role
from app.catalog.actions import gallery
from app.catalog.gallery import MOST, AltTooLong, shown
from app.catalog.product import NoSuchProduct, Product
from app.catalog.repository import get_product
from app.catalog.tables import ProductPicture
from app.kit.objects import NoSuchObject, Objects
from app.pictures import actions as pictures
from app.pictures.actions import FILES_KEPT, SentFile
from app.pictures.picture import FIRST_PAUSE, NoSuchProductPicture, PictureFormat, next_try
from app.pictures.refused import NoPicture, NotAPicture, TooManyPictures
from app.pictures.tables import Picture as PictureRow
from app.pictures.tables import Rendition
from tests.app.orders.market import NOON, Market, save_company, save_person
from tests.app.pictures import shots

ONE = SentFile("one.jpg", shots.jpeg(640, 480))
TWO = SentFile("two.png", shots.saved(shots.drawn(400, 400), "PNG"), {"en": "Raisins in a bowl"})


@pytest.fixture
def objects() -> Objects:
    return Objects.in_memory()


@pytest.fixture
async def seller(market: Market) -> Reader:
    """Return a person of the company whose goods are sold."""
    return market.seller


@pytest.fixture
async def rival(market: Market) -> Reader:
    """Return a person of another seller."""
    assert market.raisins
    company = await save_company("hotan", kind="seller", country="CN", number="91653200MA7700000P")
    return await save_person("Polat", role=Role.SELLER, company=company)


async def add(by: Reader, objects: Objects, *sent: SentFile, sku: str = "RAISINS") -> Product:
    await gallery.add_pictures(sku, sent, by=by, at=NOON, objects=objects)
    return await get_product("raisins")


def ids_of(product: Product) -> list[int]:
    return [each.picture.id for each in product.gallery]


async def nothing_is_kept() -> bool:
    return bool(await PictureRow.count() == 0 and await ProductPicture.count() == 0)


async def test_pictures_hang_in_the_order_in_which_they_came(
    seller: Reader, objects: Objects
) -> None:
    product = await add(seller, objects, ONE, TWO)
    first, second = product.gallery
    assert (first.position, first.picture.file_name, first.alts) == (1, "one.jpg", {})
    assert (second.position, second.alts) == (2, {"en": "Raisins in a bowl"})
    assert (second.picture.width, second.picture.height) == (400, 400)
    assert await objects.read(first.picture.master_name)
    assert shown(product.gallery) == []


async def test_the_worker_makes_the_sizes_and_the_picture_is_shown(
    seller: Reader, objects: Objects
) -> None:
    await add(seller, objects, ONE)
    assert await pictures.make_due_sizes(objects=objects, at=NOON) == 1
    assert await pictures.make_due_sizes(objects=objects, at=NOON) == 0
    [hanging] = shown((await get_product("raisins")).gallery)
    webp = hanging.picture.in_format(PictureFormat.WEBP)
    assert [(each.width, each.height) for each in webp] == [(320, 240), (640, 480)]
    for each in hanging.picture.renditions:
        assert await objects.read(each.object_name)


async def test_a_size_that_cannot_be_made_is_tried_again_after_a_pause(
    seller: Reader, objects: Objects
) -> None:
    product = await add(seller, objects, ONE)
    master = product.gallery[0].picture.master_name
    body = await objects.read(master)
    await objects.delete(master)
    assert await pictures.make_due_sizes(objects=objects, at=NOON) == 0
    [hanging] = (await get_product("raisins")).gallery
    assert (hanging.picture.attempts, hanging.picture.is_ready) == (1, False)
    await objects.save(master, body)
    soon = NOON + FIRST_PAUSE - timedelta(seconds=1)
    assert await pictures.make_due_sizes(objects=objects, at=soon) == 0
    assert await pictures.make_due_sizes(objects=objects, at=NOON + FIRST_PAUSE) == 1
    [hanging] = (await get_product("raisins")).gallery
    assert (hanging.picture.attempts, hanging.picture.is_ready) == (0, True)


def test_the_pause_doubles_up_to_six_hours() -> None:
    pauses = [next_try(count, at=NOON) - NOON for count in (1, 2, 3, 900)]
    assert pauses == [timedelta(seconds=s) for s in (30, 60, 120, 6 * 3600)]


async def test_two_workers_save_the_sizes_of_a_picture_once(
    seller: Reader, objects: Objects
) -> None:
    await add(seller, objects, ONE)
    await asyncio.gather(
        pictures.make_due_sizes(objects=objects, at=NOON),
        pictures.make_due_sizes(objects=objects, at=NOON),
    )
    assert await Rendition.count() == 4


async def test_one_file_that_is_no_picture_keeps_all_out(seller: Reader, objects: Objects) -> None:
    with pytest.raises(NotAPicture) as refused:
        await add(seller, objects, ONE, SentFile("logo.svg", shots.SVG))
    assert refused.value.fields["name"] == "logo.svg"
    assert await nothing_is_kept()


async def test_no_file_and_too_many_files_are_refused(seller: Reader, objects: Objects) -> None:
    with pytest.raises(NoPicture):
        await add(seller, objects)
    with pytest.raises(TooManyPictures):
        await add(seller, objects, *[ONE] * (MOST + 1))
    assert await nothing_is_kept()


async def test_two_forms_at_once_do_not_hang_more_than_fit(
    seller: Reader, objects: Objects, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.catalog.gallery.MOST", 2)
    answers = await asyncio.gather(
        add(seller, objects, ONE, TWO), add(seller, objects, ONE), return_exceptions=True
    )
    assert [type(each) for each in answers].count(TooManyPictures) == 1
    positions = [each.position for each in (await get_product("raisins")).gallery]
    assert positions in ([1, 2], [1])


async def test_another_sellers_goods_are_not_there(
    seller: Reader, rival: Reader, market: Market, objects: Objects
) -> None:
    product = await add(seller, objects, ONE)
    [picture_id] = ids_of(product)
    for stranger in (rival, market.kazakh, market.warehouse):
        with pytest.raises(NoSuchProduct):
            await add(stranger, objects, TWO)
        with pytest.raises(NoSuchProduct):
            await gallery.describe_picture("RAISINS", picture_id, {"en": "Mine"}, by=stranger)
        with pytest.raises(NoSuchProduct):
            await gallery.move_picture("RAISINS", picture_id, to=1, by=stranger)
        with pytest.raises(NoSuchProduct):
            await gallery.remove_picture("RAISINS", picture_id, by=stranger, at=NOON)
    assert (await get_product("raisins")).gallery == product.gallery


async def test_a_picture_is_not_reached_through_other_goods(
    seller: Reader, objects: Objects
) -> None:
    product = await add(seller, objects, ONE)
    [picture_id] = ids_of(product)
    with pytest.raises(NoSuchProductPicture):
        await gallery.remove_picture("WALNUTS", picture_id, by=seller, at=NOON)
    with pytest.raises(NoSuchProductPicture):
        await gallery.describe_picture("WALNUTS", picture_id, {"en": "Walnuts"}, by=seller)
    with pytest.raises(NoSuchProductPicture):
        await gallery.move_picture("WALNUTS", picture_id, to=1, by=seller)
    assert (await get_product("raisins")).gallery == product.gallery


async def test_an_operator_arranges_everybodys(market: Market, objects: Objects) -> None:
    product = await add(market.operator, objects, ONE)
    assert len(product.gallery) == 1


async def test_any_picture_can_become_the_main_one(seller: Reader, objects: Objects) -> None:
    one, two, three = ids_of(await add(seller, objects, ONE, TWO, ONE))
    await gallery.move_picture("RAISINS", three, to=1, by=seller)
    assert ids_of(await get_product("raisins")) == [three, one, two]
    await gallery.move_picture("RAISINS", three, to=12, by=seller)
    product = await get_product("raisins")
    assert ids_of(product) == [one, two, three]
    assert [each.position for each in product.gallery] == [1, 2, 3]


async def test_words_are_kept_by_language_and_an_empty_one_goes(
    seller: Reader, objects: Objects
) -> None:
    _, second = ids_of(await add(seller, objects, ONE, TWO))
    await gallery.describe_picture("RAISINS", second, {"en": "", "ru": "Изюм"}, by=seller)
    assert (await get_product("raisins")).gallery[1].alts == {"ru": "Изюм"}
    with pytest.raises(AltTooLong):
        await gallery.describe_picture("RAISINS", second, {"en": "x" * 151}, by=seller)
    assert (await get_product("raisins")).gallery[1].alts == {"ru": "Изюм"}


async def test_a_removed_pictures_files_stay_a_week_and_those_of_another_stay(
    seller: Reader, objects: Objects
) -> None:
    product = await add(seller, objects, ONE, ONE, TWO)
    await pictures.make_due_sizes(objects=objects, at=NOON)
    same, _, other = (await get_product("raisins")).gallery
    for each in (same, other):
        await gallery.remove_picture("RAISINS", each.picture.id, by=seller, at=NOON)
    assert [each.position for each in (await get_product("raisins")).gallery] == [1]
    week = NOON + FILES_KEPT
    assert await pictures.delete_removed_files(objects=objects, at=week - timedelta(1)) == 0
    assert await objects.read(other.picture.master_name)
    assert await pictures.delete_removed_files(objects=objects, at=week) == 2
    for name in [other.picture.master_name, *(r.object_name for r in other.picture.renditions)]:
        with pytest.raises(NoSuchObject):
            await objects.read(name)
    assert await objects.read(same.picture.master_name)
    assert await PictureRow.count() == len(product.gallery) - 2


async def test_a_folder_keeps_objects(tmp_path: Path) -> None:
    objects = Objects.in_folder(tmp_path / "objects")
    await objects.save("pictures/a.jpg", b"one")
    await objects.save("pictures/a.jpg", b"one")
    assert await Objects.in_folder(tmp_path / "objects").read("pictures/a.jpg") == b"one"
    await objects.delete("pictures/a.jpg")
    await objects.delete("pictures/a.jpg")
    with pytest.raises(NoSuchObject):
        await objects.read("pictures/a.jpg")
    assert list((tmp_path / "objects").rglob("*.*")) == []
