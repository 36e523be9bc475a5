"""The basket: what is put in stays as it was put, and a refusal moves nothing."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from app.accounts.tables import Session
from app.shop import actions, repository
from app.shop.basket import BasketLine, Owner, owner_of
from app.shop.tables import Basket
from app.shop.tables import BasketLine as LineRow
from app.stock.tables import Lot
from tests.app.catalog.counting import counted_queries
from tests.app.catalog.shelf import MORNING
from tests.app.shop.stall import PASSWORD, Stall, open_stall
from tests.app.web.browser import Browser, browsing, page_text


@pytest.fixture
async def stranger(stall: Stall) -> AsyncIterator[Browser]:
    """Another browser at the same shop."""
    assert stall.goods
    async with browsing() as opened:
        yield opened


async def put(browser: Browser, **quantities: str) -> None:
    for product, quantity in quantities.items():
        answer = await browser.post("/en/basket", product=product, quantity=quantity)
        assert (answer.status_code, answer.headers["location"]) == (303, "/en/basket")


async def lines() -> list[tuple[int, int, int]]:
    rows = await LineRow.select().order_by(LineRow.id)
    return [(row["basket"], row["product"], row["quantity"]) for row in rows]


async def test_a_basket_adds_up_to_the_coin(browser: Browser) -> None:
    await put(browser, raisins="200", walnuts="3")
    page = await browser.get("/en/basket")
    text = page_text(page)
    assert "It is in your basket." in text
    assert "4,382.56 ₸ per box 876,512.00 ₸" in text
    assert "2,454.97 ₸ per kilogram 7,364.91 ₸" in text
    assert "Goods at the official rate 862,319.27 ₸ Spread 2.5% of the goods 21,557.64 ₸" in text
    assert "Total 883,876.91 ₸" in text
    assert "Go to checkout" in text
    assert "2 products" in text


async def test_the_same_product_again_adds_to_its_line(browser: Browser) -> None:
    await put(browser, raisins="40")
    await put(browser, raisins="44")
    assert [quantity for _, _, quantity in await lines()] == [84]


@pytest.mark.parametrize(
    ("quantity", "sentence"),
    [
        ("36", "The smallest quantity that can be ordered is 40."),
        ("0", "The smallest quantity that can be ordered is 40."),
        ("-40", "The smallest quantity that can be ordered is 40."),
        ("42", "Sold in multiples of 4: order 40 or 44."),
        ("404", "Only 402 are in stock now."),
        ("364", "Only 402 are in stock now."),
        ("4" * 40, "The number is too long: at most 15 digits before the decimal point."),
        ("many", "Write a whole number."),
        ("", "Fill this in."),
    ],
)
async def test_a_quantity_that_cannot_be_ordered_is_refused_in_the_form(
    browser: Browser, quantity: str, sentence: str
) -> None:
    await put(browser, raisins="40")
    before = await lines()
    page = await browser.post("/en/basket", product="raisins", quantity=quantity)
    assert page.status_code == 422
    assert sentence in page_text(page)
    assert 'id="quantity-error"' in page.text
    assert f'value="{quantity}"' in page.text
    assert await lines() == before


async def test_a_first_refusal_opens_no_basket(browser: Browser) -> None:
    for product in ("raisins", "bags"):
        answer = await browser.post("/en/basket", product=product, quantity="42")
        assert answer.status_code == 422
    assert await Basket.count() == 0
    assert await Session.count() == 0


async def test_goods_that_are_sold_out_or_unknown_cannot_be_put(browser: Browser) -> None:
    answer = await browser.post("/en/basket", product="bags", quantity="40")
    assert answer.status_code == 422
    assert "This product is out of stock now." in page_text(answer)
    assert (await browser.post("/en/basket", product="figs", quantity="40")).status_code == 404
    assert (await browser.post("/en/basket", quantity="40")).status_code == 404
    assert await Basket.count() == 0


async def test_a_forged_form_is_refused_and_moves_nothing(browser: Browser) -> None:
    await put(browser, raisins="40")
    before = await lines()
    for path in ("/en/basket", "/en/basket/lines/raisins", "/en/basket/lines/raisins/removal"):
        answer = await browser.client.post(
            path, data={"product": "raisins", "quantity": "40", "quantity_raisins": "44"}
        )
        assert answer.status_code == 403
    assert await lines() == before


async def test_a_line_is_changed_and_removed(browser: Browser) -> None:
    await put(browser, raisins="40", walnuts="3")
    answer = await browser.post("/en/basket/lines/raisins", quantity_raisins="48")
    assert (answer.status_code, answer.headers["location"]) == (303, "/en/basket")
    assert [quantity for _, _, quantity in await lines()] == [48, 3]
    answer = await browser.post("/en/basket/lines/raisins/removal")
    assert (answer.status_code, answer.headers["location"]) == (303, "/en/basket")
    assert [quantity for _, _, quantity in await lines()] == [3]


@pytest.mark.parametrize(
    ("quantity", "sentence"),
    [
        ("36", "The smallest quantity that can be ordered is 40."),
        ("42", "Sold in multiples of 4: order 40 or 44."),
        ("404", "Only 402 are in stock now."),
        ("many", "Write a whole number."),
    ],
)
async def test_a_refused_change_stands_beside_its_line_and_moves_nothing(
    browser: Browser, quantity: str, sentence: str
) -> None:
    await put(browser, raisins="40", walnuts="3")
    before = await lines()
    page = await browser.post("/en/basket/lines/raisins", quantity_raisins=quantity)
    assert page.status_code == 422
    assert sentence in page_text(page)
    assert 'id="quantity_raisins-error"' in page.text
    assert 'id="quantity_walnuts-error"' not in page.text
    assert f'value="{quantity}"' in page.text
    assert await lines() == before


async def test_a_reload_after_a_refused_change_shows_the_basket(browser: Browser) -> None:
    answer = await browser.get("/en/basket/lines/raisins")
    assert (answer.status_code, answer.headers["location"]) == (
        303,
        "/en/basket#quantity_raisins",
    )


async def test_what_is_not_in_the_basket_cannot_be_changed(browser: Browser) -> None:
    for _ in range(2):
        answer = await browser.post("/en/basket/lines/raisins", quantity_raisins="44")
        assert answer.status_code == 404
        answer = await browser.post("/en/basket/lines/raisins/removal")
        assert answer.status_code == 404
        assert "This product is not in your basket." in page_text(answer)
        await put(browser, walnuts="1")
    assert [quantity for _, _, quantity in await lines()] == [2]


async def test_nobody_reaches_into_another_basket(browser: Browser, stranger: Browser) -> None:
    await put(browser, raisins="40")
    assert "Your basket is empty." in page_text(await stranger.get("/en/basket"))
    await put(stranger, raisins="80")
    await stranger.post("/en/basket/lines/raisins/removal")
    assert [quantity for _, _, quantity in await lines()] == [40]
    assert "182,668.00" in page_text(await browser.get("/en/basket"))


async def test_a_basket_goes_with_the_visitor_who_signs_in(
    browser: Browser, stall: Stall, stranger: Browser
) -> None:
    await stranger.sign_in(stall.kazakh)
    await put(stranger, raisins="80", walnuts="5")
    await put(browser, raisins="40", walnuts="7", socks="40")
    answer = await browser.post("/en/sign-in", email=stall.kazakh.email, password=PASSWORD, next="")
    assert answer.status_code == 303
    assert await Basket.count() == 1
    mine = await repository.find_basket(owner_of(stall.kazakh))
    assert mine.lines == (
        BasketLine(stall.goods["raisins"].id, 80),
        BasketLine(stall.goods["walnuts"].id, 7),
        BasketLine(stall.goods["socks"].id, 40),
    )
    assert "3 products" in page_text(await browser.get("/en/basket"))
    await browser.post("/en/sign-out")
    assert "Your basket is empty." in page_text(await browser.get("/en/basket"))


async def test_signing_in_without_a_basket_leaves_the_readers_own(
    browser: Browser, stall: Stall
) -> None:
    await actions.put_in_basket(owner_of(stall.kazakh), "walnuts", quantity=2, at=MORNING)
    await browser.post("/en/sign-in", email=stall.kazakh.email, password=PASSWORD, next="")
    assert "4,909.94" in page_text(await browser.get("/en/basket"))


async def test_a_quantity_that_others_bought_meanwhile_is_an_obstacle(
    browser: Browser, stall: Stall
) -> None:
    await put(browser, raisins="40", walnuts="50")
    await Lot.update({Lot.reserved: 1}).where(Lot.product == stall.goods["walnuts"].id)
    page = await browser.get("/en/basket")
    text = page_text(page)
    assert page.status_code == 200
    assert "Only 49 are in stock now." in text
    assert "Some quantities cannot be ordered" in text
    assert "Go to checkout" not in text
    assert 'id="quantity_walnuts-error"' in page.text
    assert 'id="quantity_raisins-error"' not in page.text


async def test_only_an_importer_goes_on_to_the_checkout(browser: Browser, stall: Stall) -> None:
    await browser.sign_in(stall.operator)
    await put(browser, raisins="40")
    text = page_text(await browser.get("/en/basket"))
    assert "Only an importing company can place an order." in text
    assert "Go to checkout" not in text


async def test_a_basket_without_a_rate_says_why_and_has_no_sum(database: str) -> None:
    assert database
    await open_stall(has_rates=False)
    async with browsing() as browser:
        await put(browser, raisins="40")
        page = await browser.get("/en/basket")
        assert page.status_code == 200
        assert "National Bank of Kazakhstan has no rate for CNY in force on" in page_text(page)
        assert "₸" not in page.text
        assert "Go to checkout" not in page_text(page)


async def test_two_changes_of_one_basket_at_once_both_count(stall: Stall) -> None:
    owner = owner_of(stall.kazakh)
    await asyncio.gather(
        *(actions.put_in_basket(owner, "walnuts", quantity=1, at=MORNING) for _ in range(8))
    )
    assert await Basket.count() == 1
    assert (await repository.find_basket(owner)).lines == (
        BasketLine(stall.goods["walnuts"].id, 8),
    )


async def test_what_was_ordered_leaves_the_basket_and_the_rest_stays(stall: Stall) -> None:
    owner = owner_of(stall.kazakh)
    for slug in ("walnuts", "socks"):
        await actions.put_in_basket(owner, slug, quantity=40, at=MORNING)
    basket = await repository.find_basket(owner)
    await repository.drop_line(basket.id, stall.goods["walnuts"].id)
    assert await repository.find_basket(owner) == type(basket)(
        basket.id, (BasketLine(stall.goods["socks"].id, 40),)
    )


async def test_a_visitors_key_never_opens_a_persons_basket(stall: Stall) -> None:
    key = await actions.put_in_basket(owner_of(stall.kazakh), "walnuts", quantity=1, at=MORNING)
    assert (await repository.find_basket(Owner(key=key))).lines == ()


async def test_more_lines_cost_the_basket_no_more_queries(browser: Browser) -> None:
    await put(browser, raisins="40")
    await browser.get("/en/basket")
    async with counted_queries() as few:
        await browser.get("/en/basket")
    await put(browser, walnuts="3", socks="40")
    await browser.get("/en/basket")
    async with counted_queries() as many:
        await browser.get("/en/basket")
    # Goods without a code of the importing country end the estimate before its first query.
    assert (len(few), len(many)) == (22, 16)
