"""Signing in by the page makes a device known, and the page of visits ends them."""

from app.accounts import actions
from app.accounts.tables import Device, Session
from app.kit import clock
from tests.app.orders.market import Market
from tests.app.web.browser import Browser, browsing, page_text

PASSWORD = "the caravan rests at noon"
PHONE = {"user-agent": "Mozilla/5.0 (Linux; Android 15) Chrome/140.0 Mobile"}


async def sign_in(browser: Browser, email: str) -> None:
    await browser.get("/en/sign-in")
    await browser.sends("/sign-in", email=email, password=PASSWORD)


async def test_a_browser_is_one_device_however_often_it_signs_in(
    market: Market, browser: Browser
) -> None:
    link = await actions.issue_link(market.operator.email, at=clock.now())
    await browser.get(link.path)
    await browser.sends(link.path, chosen=PASSWORD, repeated=PASSWORD)
    for _ in range(2):
        await sign_in(browser, market.operator.email)
    assert await Device.count() == 1
    cookie = next(each for each in browser.client.cookies.jar if each.name == "device")
    assert cookie.expires is not None


async def test_a_planted_device_key_is_not_taken_on(market: Market, browser: Browser) -> None:
    link = await actions.issue_link(market.operator.email, at=clock.now())
    planted = "A" * 43
    browser.client.cookies.set("device", planted)
    await browser.get(link.path)
    await browser.sends(link.path, chosen=PASSWORD, repeated=PASSWORD)
    keys = {each.value for each in browser.client.cookies.jar if each.name == "device"}
    assert keys - {planted}


async def test_visits_are_shown_and_ended(market: Market, browser: Browser) -> None:
    link = await actions.issue_link(market.operator.email, at=clock.now())
    await browser.get(link.path)
    await browser.sends(link.path, chosen=PASSWORD, repeated=PASSWORD)
    async with browsing() as phone:
        phone.client.headers.update(PHONE)
        await sign_in(phone, market.operator.email)
        await sign_in(browser, market.operator.email)
        page = page_text(await browser.get("/en/account/visits"))
        assert "Chrome · Android" in page
        assert "This device" in page
        shown = await browser.sends("/end-others")
        assert "Every other visit is ended." in page_text(shown)
        assert "Chrome · Android" not in page_text(shown)
        assert (await phone.get("/en/account/visits")).status_code == 401
    assert await Session.count().where(Session.person == market.operator.person_id) == 1


async def test_a_visit_that_is_gone_says_so(market: Market, browser: Browser) -> None:
    await browser.sign_in(market.operator)
    await browser.get("/en/account/visits")
    assert (await browser.post("/en/account/visits/999999/end")).status_code == 404
