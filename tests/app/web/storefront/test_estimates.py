"""Duty, tax and fee on the pages where a price is: a dated estimate, or why there is none."""

from collections.abc import AsyncIterator, Sequence
from datetime import date

import pytest

from app.landed.estimate import Bought, Estimated
from app.landed.repository import estimate
from app.tariff.actions.known import enter_known, enter_rows
from customs.countries.figure import Figure, FigureName
from tests.app.catalog.counting import counted_queries
from tests.app.catalog.shelf import MORNING
from tests.app.shop.stall import Stall, open_stall
from tests.app.web.browser import Browser, browsing, page_text

MRP = Figure(
    country="KZ",
    name=FigureName.FEE_UNIT,
    value="4325",
    valid_from=date(2026, 1, 1),
    source="A test's own: a year without an end, since pages are of today.",
)

NEW_YEAR = date(2099, 1, 1)


@pytest.fixture
async def stall(stall: Stall) -> Stall:
    """The shop with the shipped tariff."""
    await enter_known(at=MORNING)
    await enter_rows([MRP])
    return stall


async def estimate_of_new_year(bought: Sequence[Bought], *, on: date) -> Estimated:
    """Estimate for a year whose MRP is not entered; prices are of today."""
    return await estimate(bought, on=max(on, NEW_YEAR))


@pytest.fixture
async def browser(stall: Stall) -> AsyncIterator[Browser]:
    assert stall.goods
    async with browsing() as opened:
        yield opened


async def test_a_product_shows_what_customs_would_ask_and_every_reason(browser: Browser) -> None:
    words = page_text(await browser.get("/en/goods/raisins?quantity=40"))
    assert "With customs paid in Kazakhstan: estimate of " in words
    assert "Import duty" in words
    assert "Customs fee once for a declaration 25,950.00" in words
    assert "Phytosanitary certificate: Decision 318 of 18 June 2010" in words
    assert "Conformity: TR TS 021/2011" in words


async def test_what_goods_must_have_is_said_in_the_readers_language(browser: Browser) -> None:
    words = page_text(await browser.get("/ru/goods/raisins?quantity=40"))
    assert (
        "Фитосанитарный сертификат: Решение № 318 от 18 июня 2010 года"
        " (источник ещё не проверен; проверяет таможенный представитель)" in words
    )


async def test_the_basket_is_estimated_as_one_declaration(browser: Browser) -> None:
    await browser.post("/en/basket", product="raisins", quantity="40")
    await browser.get("/en/basket")
    async with counted_queries() as queries:
        words = page_text(await browser.get("/en/basket"))
    assert words.count("Customs fee once for a declaration") == 1
    assert len(queries) == 25


async def test_goods_without_a_code_are_named_where_the_estimate_would_stand(
    browser: Browser,
) -> None:
    words = page_text(await browser.get("/en/goods/socks"))
    assert (
        "There is no estimate. No code of the importing country's tariff is known yet for:"
        " Cotton socks." in words
    )


async def test_a_year_whose_figure_is_not_known_leaves_prices_and_names_the_figure(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert database
    await enter_known(at=MORNING)
    await open_stall()
    for pages in ("goods.pages", "pages"):
        monkeypatch.setattr(f"app.web.storefront.{pages}.estimate", estimate_of_new_year)
    missing = (
        "Казахстан: показатель «единица, в которой считается таможенный сбор»"
        " на 01.01.2099 неизвестен."
    )
    async with browsing() as browser:
        product = await browser.get("/ru/goods/raisins?quantity=40")
        await browser.post("/ru/basket", product="raisins", quantity="40")
        basket = await browser.get("/ru/basket")
    for answer in (product, basket):
        assert answer.status_code == 200
        words = page_text(answer)
        assert "оценка на 01.01.2099 Оценки платежей нет." in words
        assert missing in words
        assert "₸" in words
        assert "Таможенный сбор один раз за декларацию" not in words
