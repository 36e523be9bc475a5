"""A double click, a double tap, a form sent again from the page before: done once."""

import asyncio
import re

import httpx

from app.kit.db import DB
from app.kit.tables import Submission
from app.quotes.tables import Quote
from app.shop.tables import BasketLine
from tests.app.shop.stall import Stall
from tests.app.web.browser import Browser, page_text

_ONCE = re.compile(r'name="_once" value="([^"]+)"')


async def key_on(browser: Browser, path: str) -> str:
    found = _ONCE.search((await browser.get(path)).text)
    assert found is not None
    return found[1]


async def twice(browser: Browser, path: str, **fields: str) -> list[httpx.Response]:
    return list(await asyncio.gather(*(browser.post(path, **fields) for _ in range(2))))


async def quantities() -> list[int]:
    return [row["quantity"] for row in await BasketLine.select(BasketLine.quantity)]


async def test_a_double_click_puts_goods_into_the_basket_once(
    stall: Stall, browser: Browser
) -> None:
    await browser.sign_in(stall.kazakh)
    slug = stall.goods["raisins"].slug
    once = await key_on(browser, f"/en/goods/{slug}")
    answers = await twice(browser, "/en/basket", product=slug, quantity="40", _once=once)
    assert [(each.status_code, each.headers["location"]) for each in answers] == [
        (303, "/en/basket"),
        (303, "/en/basket"),
    ]
    assert await quantities() == [40]
    page = page_text(await browser.get("/en/basket"))
    assert page.count("It is in your basket.") == 1


async def test_a_visitors_double_click_leads_both_times_to_the_same_basket(
    stall: Stall, browser: Browser
) -> None:
    slug = stall.goods["raisins"].slug
    once = await key_on(browser, f"/en/goods/{slug}")
    token = dict(browser.client.cookies)
    for _ in range(2):
        browser.client.cookies.clear()
        browser.client.cookies.update(token)
        await browser.post("/en/basket", product=slug, quantity="40", _once=once)
    # What the browser kept is the second answer's visit; the first one's was thrown away.
    assert await quantities() == [40]
    assert "Green raisins of Turpan" in page_text(await browser.get("/en/basket"))


async def test_another_quantity_from_the_same_page_is_another_act(
    stall: Stall, browser: Browser
) -> None:
    await browser.sign_in(stall.kazakh)
    slug = stall.goods["raisins"].slug
    once = await key_on(browser, f"/en/goods/{slug}")
    for quantity in ("40", "80"):
        await browser.post("/en/basket", product=slug, quantity=quantity, _once=once)
    assert await quantities() == [120]


async def test_a_form_that_was_refused_may_be_sent_again(stall: Stall, browser: Browser) -> None:
    await browser.sign_in(stall.kazakh)
    slug = stall.goods["raisins"].slug
    once = await key_on(browser, f"/en/goods/{slug}")
    fields = {"product": slug, "quantity": "480", "_once": once}
    assert (await browser.post("/en/basket", **fields)).status_code == 422
    assert await Submission.count() == 0
    pool = DB.pool
    assert pool is not None
    await pool.execute("UPDATE lot SET on_hand = 500")
    assert (await browser.post("/en/basket", **fields)).status_code == 303
    assert await quantities() == [480]


async def test_a_double_click_opens_one_quote_and_both_answers_show_it(
    stall: Stall, browser: Browser
) -> None:
    await browser.sign_in(stall.kazakh)
    slug = stall.goods["raisins"].slug
    await browser.post("/en/basket", product=slug, quantity="40")
    once = await key_on(browser, "/en/basket")
    answers = await twice(browser, "/en/quotes", _once=once)
    quotes = await Quote.select(Quote.number, Quote.state)
    assert [each["state"] for each in quotes] == ["held"]
    assert {each.headers["location"] for each in answers} == {f"/en/quotes/{quotes[0]['number']}"}


async def test_a_form_sent_again_much_later_says_that_it_was_done_once(
    stall: Stall, browser: Browser
) -> None:
    await browser.sign_in(stall.kazakh)
    slug = stall.goods["raisins"].slug
    once = await key_on(browser, f"/en/goods/{slug}")
    await browser.post("/en/basket", product=slug, quantity="40", _once=once)
    pool = DB.pool
    assert pool is not None
    await pool.execute("UPDATE submission SET at = at - interval '1 hour'")
    await browser.post("/en/basket", product=slug, quantity="40", _once=once)
    assert await quantities() == [40]
    page = page_text(await browser.get("/en/basket"))
    assert "This form was sent already: what it asks for was done once." in page
