"""The operator's list of orders, as a reader sees it and takes it home."""

import io

import openpyxl
import pytest

from app.kit.listing import PAGE_SIZE
from tests.app.orders.market import Market, place
from tests.app.orders.test_listing import copies
from tests.app.web.browser import Browser, page_text


@pytest.fixture
async def office(market: Market, browser: Browser) -> Browser:
    await browser.sign_in(market.operator)
    return browser


async def test_the_address_keeps_every_choice_on_the_way_through_the_pages(
    market: Market, office: Browser
) -> None:
    order = await place(market.kazakh, (market.raisins, 20))
    await copies(order.number, PAGE_SIZE)
    page = await office.get("/office/orders?q=RAISINS&currency=KZT&sort=oldest")
    assert "26 found" in page_text(page)
    assert order.number in page.text
    (onward,) = [
        link
        for _, _, link, _ in office.forms()[0].getroottree().getroot().iterlinks()
        if "place=" in link
    ]
    assert onward.startswith("/office/orders?q=RAISINS&sort=oldest&currency=KZT&place=")
    page = await office.get(onward)
    assert (page.status_code, order.number in page.text) == (200, False)
    assert 'rel="prev"' in page.text
    assert 'rel="next"' not in page.text


async def test_what_an_address_cannot_say_is_answered_beside_its_field(
    market: Market, office: Browser
) -> None:
    order = await place(market.kazakh, (market.raisins, 20))
    for query, sentence in {
        "place=x": "This address leads to no page of the list.",
        "sort=x": "This list cannot be sorted like that.",
        "state=x": "Choose one of those that the page offers.",
        "least=x": "",
        "least=10": "Choose a currency too",
        "since=2026-11-24&until=2026-11-23": "The last day, 2026-11-23, lies before the first",
    }.items():
        page = await office.get(f"/office/orders?{query}")
        assert page.status_code == 422, query
        assert sentence in page_text(page), query
        assert order.number not in page.text, query
        answer = await office.get(f"/office/orders/orders.xlsx?{query}")
        assert answer.status_code == (200 if query == "place=x" else 422), query


async def test_the_workbook_has_every_order_and_runs_no_formula(
    market: Market, office: Browser
) -> None:
    order = await place(market.kazakh, (market.raisins, 20))
    await copies(order.number, PAGE_SIZE)
    answer = await office.get("/office/orders/orders.xlsx?sort=oldest")
    assert answer.headers["content-disposition"] == 'attachment; filename="orders.xlsx"'
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    assert sheet is not None
    head, first, *others = sheet.iter_rows(values_only=True)
    assert head == (
        "Order", "Placed", "Buyer", "Company's number", "Goods", "State", "Sum", "Currency"
    )  # fmt: skip
    assert first[0] == order.number
    assert (first[6], first[7]) == (float(order.total.amount), "KZT")
    assert len(others) == PAGE_SIZE
