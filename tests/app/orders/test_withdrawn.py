"""A quote changed in another tab shows what became of it, and by whom."""

from collections.abc import AsyncIterator

import pytest

from app.kit import clock
from app.kit.catalogues import compile_catalogues
from app.orders.tables import Order
from app.quotes import actions as quoting
from tests.app.orders.market import Market, place, quoted
from tests.app.web.browser import Browser, browsing, page_text

FIELDS = {
    "consignee": "Dastan",
    "consignee_address": "Abai 1",
    "delivery_term": "fca-khorgos",
    "border_crossing": "khorgos",
    "broker": "",
    "agreed_total": "0",
}


@pytest.fixture(scope="module", autouse=True)
def catalogues() -> None:
    compile_catalogues()


@pytest.fixture
async def browser(market: Market) -> AsyncIterator[Browser]:
    async with browsing() as opened:
        await opened.sign_in(market.kazakh)
        yield opened


@pytest.mark.parametrize("changes", [{}, {"consignee": ""}], ids=["whole", "with an error"])
async def test_a_quote_withdrawn_in_one_tab_and_ordered_in_the_other_says_by_whom_and_when(
    market: Market, browser: Browser, changes: dict[str, str]
) -> None:
    quote = await quoted(market.kazakh, (market.raisins, 20), at=clock.now())
    await quoting.withdraw_quote(quote.number, reader=market.kazakh, at=clock.now())
    answer = await browser.post(f"/en/quotes/{quote.number}/order", **{**FIELDS, **changes})
    assert (answer.status_code, answer.headers["location"]) == (303, "/en/basket")
    page = page_text(await browser.get("/en/basket"))
    assert f"Quote {quote.number} was withdrawn by Aigerim at 2026-11-23 " in page
    assert "ended at" not in page
    assert await Order.count() == 0


async def test_the_page_of_a_withdrawn_quote_says_the_same(
    market: Market, browser: Browser
) -> None:
    quote = await quoted(market.kazakh, (market.raisins, 20), at=clock.now())
    await quoting.withdraw_quote(quote.number, reader=market.kazakh, at=clock.now())
    assert (await browser.get(f"/en/quotes/{quote.number}")).headers["location"] == "/en/basket"
    assert "was withdrawn by Aigerim at" in page_text(await browser.get("/en/basket"))


async def test_a_form_with_an_error_for_a_quote_ordered_in_another_tab_leads_to_the_order(
    market: Market, browser: Browser
) -> None:
    order = await place(market.kazakh, (market.raisins, 20))
    answer = await browser.post("/en/quotes/Q-2026-000001/order", **{**FIELDS, "consignee": ""})
    assert answer.headers["location"] == f"/en/orders/{order.number}"
