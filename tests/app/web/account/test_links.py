"""Pages of passwords: a link opens a form, a forgotten password asks for a letter."""

import re

from app.accounts import actions
from app.kit import clock
from app.kit.tables import Letter
from tests.app.orders.market import Market
from tests.app.web.browser import Browser, page_text

PASSWORD = "the caravan rests at noon"


async def link_of(market: Market) -> str:
    return (await actions.issue_link(market.operator.email, at=clock.now())).path


async def test_a_link_sets_the_password_and_leads_to_signing_in(
    market: Market, browser: Browser
) -> None:
    path = await link_of(market)
    assert market.operator.email in page_text(await browser.get(path))
    shown = await browser.sends(path, chosen=PASSWORD, repeated=PASSWORD)
    assert shown.url.path == "/en/sign-in"
    assert "Your password is set." in page_text(shown)
    shown = await browser.sends("/sign-in", email=market.operator.email, password=PASSWORD)
    assert shown.url.path == "/office"


async def test_opening_the_page_uses_nothing_up(market: Market, browser: Browser) -> None:
    path = await link_of(market)
    for _ in range(3):
        assert (await browser.get(path)).status_code == 200


async def test_a_password_that_is_short_or_typed_otherwise_is_refused_beside_its_field(
    market: Market, browser: Browser
) -> None:
    path = await link_of(market)
    await browser.get(path)
    shown = await browser.sends(path, chosen="short", repeated="short")
    assert shown.status_code == 422
    assert 'id="chosen-error"' in shown.text
    shown = await browser.sends(path, chosen=PASSWORD, repeated=f"{PASSWORD}!")
    assert shown.status_code == 422
    assert 'id="repeated-error"' in shown.text
    assert (await browser.get(path)).status_code == 200


async def test_a_used_link_says_so_and_shows_the_way_on(market: Market, browser: Browser) -> None:
    path = await link_of(market)
    await browser.get(path)
    await browser.sends(path, chosen=PASSWORD, repeated=PASSWORD)
    again = await browser.post(path, chosen=PASSWORD, repeated=PASSWORD)
    assert again.status_code == 404
    assert "This link has been used" in page_text(again)
    shown = await browser.get(path)
    assert shown.status_code == 404
    assert "This link has been used" in page_text(shown)
    assert 'href="/en/password"' in shown.text


async def test_a_forgotten_password_is_set_by_the_link_of_a_letter(
    market: Market, browser: Browser
) -> None:
    await browser.get("/en/password")
    shown = await browser.sends("/password", email=market.kazakh.email)
    assert market.kazakh.email in page_text(shown)
    (body,) = await Letter.select(Letter.body).output(as_list=True)
    address = re.search(r"http://test(/\S+)", body)
    assert address is not None
    assert (await browser.get(address[1])).status_code == 200


async def test_whether_somebody_signs_in_with_an_e_mail_is_not_told(
    market: Market, browser: Browser
) -> None:
    said = []
    for email in (market.kazakh.email, "nobody@firm.example"):
        await browser.get("/en/password")
        shown = await browser.sends("/password", email=email)
        said.append(page_text(shown).replace(email, "…"))
    assert said[0] == said[1]
    assert await Letter.count() == 1
