"""The seller's desk: a walk from an empty draft to a buyer's page, and what nobody else sees."""

import pytest

from app.catalog import repository as catalog
from app.listings import actions, repository
from app.orders.order import OrderState
from tests.app.catalog.shelf import MORNING
from tests.app.listings.written import ANSWERS, ELEMENTS, open_shelf, submitted, written
from tests.app.orders.market import NOON, Market, place
from tests.app.web.browser import Browser, page_text

FIELDS = {
    **{step: dict(answers) for step, answers in ANSWERS.items()},
    "elements": {"element_1": "0", "element_2": "0", "element_3": "晾干"},
}


async def test_a_seller_walks_from_an_empty_draft_to_a_buyers_page(
    market: Market, browser: Browser
) -> None:
    await open_shelf()
    await browser.sign_in(market.seller)
    await browser.get("/seller/listings")
    await browser.sends("/seller/listings")
    for step, fields in FIELDS.items():
        assert str(browser.page.url).endswith(f"/steps/{step}")
        page = await browser.sends(f"/steps/{step}", **fields)
        assert page.status_code == 200, page_text(page)
    text = page_text(browser.page)
    assert "100 of 100 ready" in text
    assert [sign for sign in ("18.50 CNY", "₸", "сом") if sign not in text] == []
    await browser.sends("/submission")
    assert "With the office" in page_text(browser.page)
    browser.client.cookies.clear()
    await browser.sign_in(market.operator)
    await browser.get("/office/listings")
    await browser.get("/office/listings/1")
    await browser.sends("/product")
    assert "The goods are on sale." in page_text(browser.page)
    product = await catalog.get_product("apricot-1")
    assert product.names["ru"] == "Курага из Кашгара"
    page = await browser.get("/en/goods/apricot-1")
    assert "Dried apricots of Kashgar" in page_text(page)


async def test_what_was_typed_stays_beside_its_refusal(market: Market, browser: Browser) -> None:
    await open_shelf()
    draft_id = await actions.begin_draft(by=market.seller, at=NOON)
    await browser.sign_in(market.seller)
    for step, wrong, sentence in (
        ("words", {"name_zh": ""}, "Fill this in."),
        ("packing", {"unit_net": "0.0005"}, "Weights are kept in whole grams"),
        ("packing", {"unit_net": "0"}, "Write a number of at least 0.001."),
        ("prices", {"multiple": "7"}, "The least quantity, 20, must fill multiples of 7."),
        ("prices", {"from_2": "5"}, "The price ladder must have rising quantities"),
        ("prices", {"price_2": "x"}, "Write a number, such as 12.5."),
        ("origin", {"prefecture": "atlantis"}, "There is no prefecture with the code atlantis."),
        ("code", {"china_code": "9999999999"}, "has no code 9999999999"),
        ("malls", {"mall": "none"}, "Choose one of those that the page offers."),
    ):
        path = f"/seller/listings/{draft_id}/steps/{step}"
        await browser.get(path)
        page = await browser.post(path, **{**FIELDS[step], "version": "1", **wrong})
        assert page.status_code == 422, (step, wrong)
        assert sentence in page_text(page), (step, wrong)
        (form,) = [each for each in browser.forms() if str(each.action).endswith(path)]
        shown = dict(form.form_values())
        typed = {name: text for name, text in FIELDS[step].items() if text and name not in wrong}
        assert {name: shown.get(name) for name in typed} == typed
    draft = await repository.get_draft_for(market.seller, draft_id)
    assert (draft.version, draft.answers) == (1, {})


async def test_an_element_off_its_list_is_refused_beside_it(
    market: Market, browser: Browser
) -> None:
    await open_shelf()
    draft_id = await written(market.seller, at=NOON)
    await browser.sign_in(market.seller)
    path = f"/seller/listings/{draft_id}/steps/elements"
    page = await browser.get(path)
    assert [name for name in ELEMENTS if name in page.text] == list(ELEMENTS)
    page = await browser.post(path, version="8", element_1="9", element_3="烤|干")
    assert page.status_code == 422
    assert 'id="element_1-error"' in page.text


async def test_a_second_tab_is_told_what_changed_and_may_save_again(
    market: Market, browser: Browser
) -> None:
    await open_shelf()
    draft_id = await written(market.seller, at=NOON)
    await browser.sign_in(market.seller)
    path = f"/seller/listings/{draft_id}/steps/origin"
    page = await browser.post(path, version="3", prefecture="kashgar", shelf_life_days="90")
    assert page.status_code == 409
    assert "Good for how many days" in page_text(page)
    await browser.sends("/steps/origin")
    draft = await repository.get_draft_for(market.seller, draft_id)
    assert draft.answer("shelf_life_days") == "90"


async def test_new_prices_are_tried_in_both_currencies_and_agreed(
    market: Market, browser: Browser
) -> None:
    await browser.sign_in(market.seller)
    before = await catalog.get_product("raisins")
    await browser.get("/seller/goods/RAISINS/prices")
    fields = {"holds_from": "2026-11-27", "from_1": "10", "price_1": "13.75"}
    page = await browser.post("/seller/goods/RAISINS/prices/trial", **fields)
    text = page_text(page)
    assert page.status_code == 200
    assert [sign for sign in ("+10%", "KZT", "KGS") if sign not in text] == []
    assert await catalog.get_product("raisins") == before
    page = await browser.sends("/seller/goods/RAISINS/prices")
    assert "Agreed for later" in page_text(page)
    await browser.sends("/withdrawal")
    assert "The later prices are taken back." in page_text(browser.page)


@pytest.mark.parametrize("act", ["trial", ""])
async def test_prices_that_do_not_fit_stand_beside_their_field(
    market: Market, browser: Browser, act: str
) -> None:
    await browser.sign_in(market.seller)
    path = f"/seller/goods/RAISINS/prices/{act}".rstrip("/")
    fields = {"holds_from": "2026-11-20", "from_1": "10", "price_1": "13.75"}
    page = await browser.post(path, **fields)
    assert page.status_code == 422
    assert "New prices hold from today or a later day." in page_text(page)
    assert 'value="13.75"' in page.text


async def test_orders_of_my_goods_keep_the_buyers_secrets(market: Market, browser: Browser) -> None:
    order = await place(market.kazakh, (market.raisins, 20))
    assert order.state is OrderState.PLACED
    await browser.sign_in(market.seller)
    for path in ("/seller/orders", "/seller/goods/RAISINS", "/seller"):
        text = page_text(await browser.get(path))
        secrets = (order.number, "Dastan", market.kazakh.name, "100000000002", "KZT", "₸")
        assert [each for each in secrets if each in text] == [], path
    assert "20 boxes Placed Kazakhstan" in page_text(await browser.get("/seller/orders"))


async def test_another_seller_comes_to_nothing_of_the_company(
    market: Market, browser: Browser
) -> None:
    draft_id = await submitted(market.seller, at=MORNING)
    goods, draft = "/seller/goods/RAISINS", f"/seller/listings/{draft_id}"
    await browser.sign_in(market.other_seller)
    for path in (goods, f"{goods}/prices", draft, f"{draft}/steps/words"):
        assert (await browser.get(path)).status_code == 404, path
    prices = {"holds_from": "2026-11-27", "from_1": "10", "price_1": "13.75"}
    for path, fields in (
        (f"{goods}/state", {"state": "paused"}),
        (f"{goods}/prices", prices),
        (f"{goods}/prices/trial", prices),
        (f"{goods}/prices/1/withdrawal", {}),
        ("/seller/listings/copies", {"sku": "RAISINS"}),
        (f"{draft}/steps/words", {**ANSWERS["words"], "version": "1"}),
        (f"{draft}/submission", {}),
    ):
        assert (await browser.post(path, **fields)).status_code == 404, path
    text = page_text(await browser.get("/seller"))
    assert "RAISINS" not in text
    assert "喀什杏干" not in page_text(await browser.get("/seller/listings"))


async def test_goods_are_found_by_word_and_state(market: Market, browser: Browser) -> None:
    await browser.sign_in(market.seller)
    assert "RAISINS" not in page_text(await browser.get("/seller?q=walnuts"))
    assert "Nothing matches." in page_text(await browser.get("/seller?goods=retired"))
    await browser.get("/seller/goods/WALNUTS")
    await browser.sends("/state", state="paused", why="No harvest.")
    assert "Paused" in page_text(browser.page)
    assert "RAISINS" not in page_text(await browser.get("/seller?goods=paused"))


async def test_a_batch_is_announced_and_the_warehouse_sees_it(
    market: Market, browser: Browser
) -> None:
    await browser.sign_in(market.seller)
    await browser.get("/seller/deliveries")
    batch = {
        "sku": "RAISINS",
        "batch": "R-NEW",
        "produced_on": "2026-11-01",
        "best_before": "soon",
        "quantity": "200",
        "cartons": "10",
        "due_on": "2026-11-25",
    }
    page = await browser.post("/seller/deliveries", **batch)
    assert page.status_code == 422
    assert 'id="best_before-error"' in page.text
    await browser.sends("/seller/deliveries", best_before="2027-11-01")
    assert "10 200 not come yet" in page_text(browser.page)
    browser.client.cookies.clear()
    await browser.sign_in(market.other_seller)
    assert "R-NEW" not in page_text(await browser.get("/seller/deliveries"))
    assert (await browser.post("/seller/deliveries/1/withdrawal")).status_code == 404
    browser.client.cookies.clear()
    await browser.sign_in(market.warehouse)
    text = page_text(await browser.get("/warehouse/receipts/new"))
    assert "Announced by sellers" in text
    assert "R-NEW" in text
