"""Pictures through the pages: sent from a phone, arranged, and shown in the shop."""

import re
from collections.abc import AsyncIterator

import httpx
import pytest

from app.accounts.person import Reader, Role
from app.catalog.tables import ProductPicture
from app.kit.catalogues import compile_catalogues
from app.kit.objects import Objects
from app.pictures import actions as pictures
from app.pictures.limits import AT_ONCE
from tests.app.orders.market import NOON, Market, save_company, save_person
from tests.app.pictures import shots
from tests.app.web.browser import Browser, browsing, page_text

HOME = "/seller/goods/RAISINS/pictures"


@pytest.fixture(scope="module", autouse=True)
def catalogues() -> None:
    compile_catalogues()


@pytest.fixture
async def seller(market: Market) -> Reader:
    return market.seller


@pytest.fixture
def objects(monkeypatch: pytest.MonkeyPatch) -> Objects:
    """Put a store that is gone with the test behind the pages and their files."""
    found = Objects.in_memory()
    for name in ("save", "read", "delete"):
        monkeypatch.setattr(Objects, name, _through(name, found))
    return found


def _through(name: str, found: Objects) -> object:
    real = getattr(Objects, name)

    async def call(_: Objects, *given: object) -> object:
        return await real(found, *given)

    return call


@pytest.fixture
async def browser(objects: Objects) -> AsyncIterator[Browser]:
    assert isinstance(objects, Objects)
    async with browsing() as opened:
        yield opened


async def send(browser: Browser, path: str, *files: tuple[str, bytes]) -> httpx.Response:
    """Send files with the form of the page, as a browser does."""
    await browser.get(path)
    parts = [("pictures", (name, body, "image/jpeg")) for name, body in files]
    answer = await browser.client.post(
        path, data={"_csrf_token": browser.token}, files=parts or {"pictures": ("", b"")}
    )
    browser.page = answer
    return answer


async def test_a_seller_hangs_pictures_and_the_shop_shows_them(
    browser: Browser, seller: Reader, objects: Objects
) -> None:
    await browser.sign_in(seller)
    assert "No pictures yet" in page_text(await browser.get(HOME))
    answer = await send(
        browser, HOME, ("a.jpg", shots.from_a_phone()), ("b.png", shots.jpeg(900, 600))
    )
    assert (answer.status_code, answer.headers["location"]) == (303, HOME)
    waiting = await browser.get(HOME)
    assert page_text(waiting).count("Its sizes are being made") == 2
    before = await browser.get("/en/goods/raisins")
    assert re.findall(r"/pictures/[0-9a-f]{64}", before.text) == []
    assert await pictures.make_due_sizes(objects=objects, at=NOON) == 2
    arranged = await browser.get(HOME)
    assert "Its sizes are being made" not in page_text(arranged)
    shown = await browser.get("/en/goods/raisins")
    addresses = sorted(set(re.findall(r"/pictures/[0-9a-f]{64}\.(?:webp|jpg)", shown.text)))
    assert len(addresses) == 4 + 6
    for address in addresses:
        file = await browser.client.get(address)
        assert file.status_code == 200
        assert file.headers["content-type"] in {"image/webp", "image/jpeg"}
    assert 'width="400" height="800" alt="Raisins RAISINS"' in shown.text


async def test_a_card_and_the_basket_show_the_main_picture(
    browser: Browser, market: Market, seller: Reader, objects: Objects
) -> None:
    await browser.sign_in(seller)
    await send(browser, HOME, ("a.jpg", shots.jpeg()))
    await pictures.make_due_sizes(objects=objects, at=NOON)
    await browser.sign_in(market.kazakh)
    await browser.get("/en/goods/raisins")
    await browser.post("/en/basket", product="raisins", quantity="20")
    basket = await browser.get("/en/basket")
    assert len(re.findall(r'<img class="photo" [^>]*alt=""', basket.text)) == 1


@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        ([("logo.svg", shots.SVG)], "logo.svg is neither a JPEG, a PNG nor a WebP picture."),
        ([("a.jpg", shots.jpeg()), ("b.jpg", shots.PDF)], "b.jpg is neither a JPEG"),
        ([("empty.jpg", b"")], "empty.jpg is empty."),
        ([], "Choose at least one picture."),
        ([("a.jpg", b"x")] * (AT_ONCE + 1), "At most 8 pictures are taken; 9 would be too many."),
    ],
)
async def test_what_is_no_picture_is_refused_beside_the_field(
    browser: Browser, seller: Reader, files: list[tuple[str, bytes]], sentence: str
) -> None:
    await browser.sign_in(seller)
    answer = await send(browser, HOME, *files)
    assert answer.status_code == 422
    assert sentence in page_text(answer)
    assert await ProductPicture.count() == 0


async def test_a_body_that_is_far_too_large_is_refused_by_name(
    browser: Browser, seller: Reader
) -> None:
    await browser.sign_in(seller)
    answer = await send(browser, HOME, *[(f"{n}.jpg", b"x" * 11_000_000) for n in range(8)])
    assert answer.status_code == 413
    assert "What was sent is too large." in page_text(answer)
    assert await ProductPicture.count() == 0


async def test_words_are_written_in_every_language_and_read_in_the_shop(
    browser: Browser, seller: Reader, objects: Objects
) -> None:
    await browser.sign_in(seller)
    await send(browser, HOME, ("a.jpg", shots.jpeg()))
    await pictures.make_due_sizes(objects=objects, at=NOON)
    picture = await ProductPicture.select(ProductPicture.picture).first()
    assert picture
    page = f"{HOME}/{picture['picture']}"
    await browser.get(page)
    await browser.sends(page, alt_en="A bowl of raisins", alt_ru="Миска изюма")
    assert "A bowl of raisins" in (await browser.get("/en/goods/raisins")).text
    assert 'alt="Миска изюма"' in (await browser.get("/ru/goods/raisins")).text
    assert 'alt="A bowl of raisins" lang="en"' in (await browser.get("/kk/goods/raisins")).text
    await browser.get(page)
    refused = await browser.sends(page, alt_en="x" * 151)
    assert refused.status_code == 422


async def test_pictures_are_moved_and_removed_by_buttons(browser: Browser, seller: Reader) -> None:
    await browser.sign_in(seller)
    await send(browser, HOME, ("a.jpg", shots.jpeg()), ("b.jpg", shots.jpeg(500, 500)))
    rows = await ProductPicture.select().order_by(ProductPicture.position)
    first, second = (row["picture"] for row in rows)
    await browser.get(HOME)
    await browser.sends(f"/{second}/place")
    rows = await ProductPicture.select().order_by(ProductPicture.position)
    assert [row["picture"] for row in rows] == [second, first]
    await browser.get(f"{HOME}/{first}")
    await browser.sends(f"/{first}/removal")
    rows = await ProductPicture.select()
    assert [(row["picture"], row["position"]) for row in rows] == [(second, 1)]


async def test_another_sellers_page_is_not_there_and_the_operators_is(
    browser: Browser, market: Market, seller: Reader
) -> None:
    company = await save_company("hotan", kind="seller", country="CN", number="91653200MA7700000P")
    await browser.sign_in(await save_person("Polat", role=Role.SELLER, company=company))
    assert (await browser.get(HOME)).status_code == 404
    assert (await browser.get(HOME.replace("RAISINS", "NONE"))).status_code == 404
    answer = await browser.client.post(
        HOME,
        data={"_csrf_token": browser.token},
        files=[("pictures", ("a.jpg", shots.jpeg(), "image/jpeg"))],
    )
    assert answer.status_code in {403, 404}
    assert await ProductPicture.count() == 0
    await browser.sign_in(market.kazakh)
    assert (await browser.get(HOME)).status_code == 403
    assert seller.company == "Turpan"
    await browser.sign_in(market.operator)
    office = HOME.replace("/seller/", "/office/")
    assert (await send(browser, office, ("a.jpg", shots.jpeg()))).status_code == 303
    assert await ProductPicture.count() == 1
