"""A visit: its cookie, its end, and the pages of errors."""

import logging
import re
from datetime import timedelta

import pytest

from app.accounts import repository as accounts
from app.accounts.session import TOUCH_EVERY
from app.accounts.tables import Person
from app.accounts.tables import Session as SessionRow
from app.catalog import repository as catalog
from app.kit import clock
from app.kit.db import DB
from app.kit.tables import Submission
from app.shop.tables import BasketLine
from tests.app.orders.market import Market
from tests.app.web.browser import Browser, browsing, page_text


async def test_over_tls_cookies_are_bound_to_the_host_and_tls_is_promised(market: Market) -> None:
    async with browsing(base_url="https://test") as browser:
        page = await browser.get("/en/goods/raisins")
        assert page.headers["strict-transport-security"] == "max-age=31536000"
        kept = page.headers["set-cookie"]
        assert re.fullmatch(r"__Host-csrf=\w+; HttpOnly; Path=/; SameSite=lax; Secure", kept)
        answer = await browser.post("/en/basket", product="raisins", quantity="10")
        assert answer.status_code == 303
        (visit,) = [
            each
            for each in answer.headers.get_list("set-cookie")
            if each.startswith("__Host-visit=")
        ]
        assert re.fullmatch(
            r"__Host-visit=[\w-]{43}; Path=/; HttpOnly; SameSite=Lax; Secure", visit
        )
    assert market.raisins in [row["product"] for row in await BasketLine.select()]


async def test_who_signs_out_leaves_nothing_behind(market: Market, browser: Browser) -> None:
    await browser.sign_in(market.kazakh)
    answer = await browser.post("/en/sign-out")
    assert (answer.status_code, answer.headers["location"]) == (303, "/en/")
    assert "visit=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0" in answer.headers["set-cookie"]
    assert await SessionRow.count() == 0
    assert (await browser.get("/en/orders")).status_code == 401


async def test_nobody_may_sign_out_too(browser: Browser) -> None:
    answer = await browser.post("/en/sign-out")
    assert (answer.status_code, answer.headers["location"]) == (303, "/en/")


async def test_a_visit_that_is_over_asks_who_comes_and_leads_back(
    market: Market, browser: Browser
) -> None:
    await browser.sign_in(market.kazakh)
    await accounts.drop_ended_visits(at=clock.now() + timedelta(days=15))
    answer = await browser.get("/en/orders?page=2")
    assert answer.status_code == 401
    assert 'href="/en/sign-in?next=/en/orders%3Fpage%3D2"' in answer.text
    answer = await browser.post("/en/quotes")
    assert answer.status_code == 401
    assert 'href="/en/sign-in?next="' in answer.text, "a form is sent again by no link"


async def test_a_visit_is_seen_again_once_a_minute(
    market: Market, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = clock.now()
    monkeypatch.setattr(clock, "now", lambda: begun)
    await browser.sign_in(market.kazakh)
    for waited, seen in ((TOUCH_EVERY, begun), (TOUCH_EVERY * 2, begun + TOUCH_EVERY * 2)):
        monkeypatch.setattr(clock, "now", lambda now=begun + waited: now)
        assert (await browser.get("/en/orders")).status_code == 200
        (row,) = await SessionRow.select(SessionRow.seen_at)
        assert row["seen_at"] == seen


async def test_a_desk_speaks_the_persons_language_until_another_is_chosen(
    market: Market, browser: Browser
) -> None:
    await Person.update({Person.language: "kk"}).where(Person.id == market.operator.person_id)
    await browser.sign_in(market.operator)
    assert 'lang="kk"' in (await browser.get("/office/orders")).text
    assert 'lang="ky"' in (await browser.get("/office/orders?language=ky")).text
    assert 'lang="ky"' in (await browser.get("/office/orders")).text
    assert 'lang="ky"' in (await browser.get("/office/orders?language=xx")).text


async def test_a_language_is_chosen_by_nobody_who_has_no_visit(browser: Browser) -> None:
    answer = await browser.get("/office/orders?language=ky", **{"accept-language": "en"})
    assert answer.status_code == 401
    assert 'lang="en"' in answer.text
    assert await SessionRow.count() == 0


async def test_a_fault_of_ours_is_written_down_and_not_shown(
    browser: Browser, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def fail(*_: object, **__: object) -> None:
        raise RuntimeError("the password of the database is caravan")

    monkeypatch.setattr(catalog, "search", fail)
    with caplog.at_level(logging.ERROR, logger="keruen"):
        answer = await browser.get("/en/search?q=raisins")
    assert answer.status_code == 500
    assert "Something went wrong on our side. Nothing was changed." in page_text(answer)
    assert "caravan" not in answer.text
    assert "GET /en/search failed" in caplog.text


async def test_a_way_of_asking_that_no_page_knows_leads_nowhere(browser: Browser) -> None:
    answer = await browser.client.put("/en/basket", headers={"accept": "application/json"})
    assert (answer.status_code, answer.json()["code"]) == (405, "page.not_found")
    answer = await browser.get("/en/sign-out")
    assert answer.status_code == 405
    assert "There is no page at this address." in page_text(answer)


async def test_a_form_that_was_done_and_led_nowhere_says_that_it_was_done(
    market: Market, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.kit.once._LOOKS", 1)
    await browser.sign_in(market.kazakh)
    page = await browser.get("/en/goods/raisins")
    once = re.search(r'name="_once" value="([^"]+)"', page.text)
    assert once is not None
    fields = {"product": "raisins", "quantity": "10", "_once": once[1]}
    assert (await browser.post("/en/basket", **fields)).status_code == 303
    await Submission.update({Submission.answer: ""}, force=True)
    again = await browser.post("/en/basket", **fields)
    assert again.status_code == 409
    assert "This form was sent already: what it asks for was done once." in page_text(again)
    assert [row["quantity"] for row in await BasketLine.select()] == [10]


async def test_without_its_database_the_application_is_not_ready(
    browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def away(_: str) -> None:
        raise ConnectionRefusedError

    monkeypatch.setattr(DB, "_run_in_pool", away)
    answer = await browser.client.get("/health/ready")
    assert (answer.status_code, answer.text) == (503, "database: ConnectionRefusedError\n")
    assert (await browser.client.get("/health/live")).text == "alive\n"
