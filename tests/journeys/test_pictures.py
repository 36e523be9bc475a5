"""Pictures from a phone: sent without a script, sized by the worker, seen in the shop."""

from pathlib import Path

from playwright.async_api import Page

from tests.app.pictures import shots as made
from tests.journeys.conftest import Street

GOODS = "turpan-green-raisins"
_DRAWN = "image => image.complete && image.naturalWidth > 0"


async def test_an_operator_sends_pictures_from_a_phone_and_a_buyer_sees_them(
    street: Street, tmp_path: Path
) -> None:
    files = [tmp_path / name for name in ("one.jpg", "two.png", "three.jpg")]
    for file, body in zip(
        files, (made.jpeg(2000, 1500), made.jpeg(900, 1200), made.from_a_phone()), strict=True
    ):
        file.write_bytes(body)
    elena = await street.person("elena@keruen.example", "ru", phone=True)
    buyer = await street.stranger("zh_Hans")
    await buyer.shops(f"/goods/{GOODS}")
    sku = await buyer.reads(".facts dd")
    home = f"/office/goods/{sku}/pictures"
    await elena.goes(home)
    await elena.page.set_input_files("#pictures", files)
    await elena.sends("form[enctype]")
    for _ in range(60):
        await elena.goes(home)
        if await elena.page.locator(".hanging .photo").count() == len(files):
            break
        await elena.page.wait_for_timeout(500)
    assert await are_drawn(elena.page) == len(files)
    await elena.page.locator(".hanging-photo").nth(1).click()
    await elena.looks()
    await elena.sends("form[action$='/place']")
    await buyer.shops(f"/goods/{GOODS}")
    await buyer.page.evaluate("() => window.scrollTo(0, document.body.scrollHeight)")
    assert await are_drawn(buyer.page) == len(files)
    main = buyer.page.locator(".gallery-main .photo")
    assert await main.get_attribute("width") == "900"
    await buyer.shops("/")


async def are_drawn(page: Page) -> int:
    """Return how many pictures of goods the browser has drawn, every one that there is."""
    pictures = page.locator("main .photo")
    count = await pictures.count()
    for turn in range(count):
        await pictures.nth(turn).scroll_into_view_if_needed()
        handle = await pictures.nth(turn).element_handle()
        await page.wait_for_function(_DRAWN, arg=handle)
    return count
