"""Pages of the second step, from the picture for the phone to signing in by its code."""

import re
from datetime import timedelta

import lxml.html
import pyotp
import pytest

from app.accounts import actions
from app.kit import clock
from tests.app.orders.market import Market
from tests.app.web.browser import Browser, page_text

PASSWORD = "the caravan rests at noon"
PAGE = "/en/account/second-step"


async def signed_in(market: Market, browser: Browser) -> None:
    link = await actions.issue_link(market.operator.email, at=clock.now())
    await browser.get(link.path)
    await browser.sends(link.path, chosen=PASSWORD, repeated=PASSWORD)
    await browser.sends("/sign-in", email=market.operator.email, password=PASSWORD)


async def turned_on(browser: Browser) -> tuple[pyotp.TOTP, list[str]]:
    await browser.get(PAGE)
    shown = await browser.sends("/begin")
    assert "<svg" in shown.text
    secret = lxml.html.fromstring(shown.text).xpath("//main//code")[0].text
    phone = pyotp.TOTP(secret.replace(" ", ""))
    shown = await browser.sends("/confirm", code=phone.at(clock.now()))
    codes = [each.text for each in lxml.html.fromstring(shown.text).xpath("//main//li/code")]
    return phone, codes


async def test_after_the_password_the_code_is_asked_for(
    market: Market, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    await signed_in(market, browser)
    phone, codes = await turned_on(browser)
    assert len(codes) == 10
    page = await browser.get(PAGE)
    assert "10 recovery codes are left" in page_text(page)
    assert codes[0] not in page.text
    browser.client.cookies.delete("visit")
    await browser.get("/en/sign-in?next=/office/payments")
    shown = await browser.sends("/sign-in", email=market.operator.email, password=PASSWORD)
    assert shown.url.path == "/en/sign-in/code"
    assert (await browser.get("/office/payments")).status_code == 401
    await browser.get(str(shown.url))
    shown = await browser.sends("/sign-in/code", code="000000")
    assert shown.status_code == 422
    assert 'id="code-error"' in shown.text
    later = clock.now() + timedelta(seconds=30)
    monkeypatch.setattr(clock, "now", lambda: later)
    shown = await browser.sends("/sign-in/code", code=phone.at(later))
    assert shown.url.path == "/office/payments"


async def test_without_a_password_before_no_code_signs_in(market: Market, browser: Browser) -> None:
    await signed_in(market, browser)
    _, codes = await turned_on(browser)
    browser.client.cookies.clear()
    await browser.get("/en/sign-in/code")
    shown = await browser.sends("/sign-in/code", code=codes[0])
    assert shown.status_code == 422
    assert "sign in with your password again" in page_text(shown)
    assert (await browser.get("/office/payments")).status_code == 401


async def test_a_password_of_long_ago_is_asked_for_again(
    market: Market, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    await signed_in(market, browser)
    _, codes = await turned_on(browser)
    browser.client.cookies.delete("visit")
    await browser.get("/en/sign-in")
    await browser.sends("/sign-in", email=market.operator.email, password=PASSWORD)
    later = clock.now() + timedelta(minutes=11)
    monkeypatch.setattr(clock, "now", lambda: later)
    shown = await browser.sends("/sign-in/code", code=codes[0])
    assert "sign in with your password again" in page_text(shown)


async def test_it_is_taken_off_by_the_password_alone(market: Market, browser: Browser) -> None:
    await signed_in(market, browser)
    await turned_on(browser)
    await browser.get(PAGE)
    shown = await browser.sends("/off", password="not the password")
    assert 'id="password-error"' in shown.text
    shown = await browser.sends("/off", password=PASSWORD)
    assert "The second step is off." in page_text(shown)
    assert re.search(r'action="[^"]*/begin"', shown.text)
