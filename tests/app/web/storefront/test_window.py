"""The shop window as a visitor sees it: malls, goods, prices, search; real pages, real rates."""

import re
from collections.abc import AsyncIterator

import pytest

from app.catalog import actions
from tests.app.catalog.counting import counted_queries
from tests.app.catalog.shelf import list_product, mall
from tests.app.shop.stall import Stall, open_stall, save_lot
from tests.app.web.browser import Browser, browsing, page_text

KZT_RATE = "1 CNY = 71.86 KZT, National Bank of Kazakhstan, in force from 2026-11-23"
KGS_RATE = "1 CNY = 12.2630 KGS, National Bank of the Kyrgyz Republic, in force from 2026-11-23"


@pytest.fixture
async def dark(database: str) -> AsyncIterator[Browser]:
    """A browser at the shop on a day without any rate."""
    assert database
    await open_stall(has_rates=False)
    async with browsing() as opened:
        yield opened


async def test_the_front_page_shows_malls_goods_in_stock_and_the_rates(browser: Browser) -> None:
    page = await browser.get("/en/")
    text = page_text(page)
    assert page.status_code == 200
    assert "bulk en Welcome en 3 products hub en Welcome en 2 products" in text
    assert "Green raisins of Turpan" in text
    assert "402 boxes in Urumqi" in text
    assert "Gift bags" not in text
    assert KZT_RATE in text
    assert KGS_RATE in text


async def test_a_mall_shows_its_goods_sold_out_ones_too(browser: Browser) -> None:
    text = page_text(await browser.get("/en/malls/hub"))
    assert "2 products" in text
    assert "Cotton socks Jinhua, Zhejiang Turpan Fruit 4,566.70 ₸ per pair" in text
    assert "Gift bags" in text
    assert "Out of stock" in text
    assert "Green raisins" not in text


async def test_a_long_mall_is_turned_page_by_page(browser: Browser) -> None:
    for number in range(24):
        await list_product(f"MORE-{number:02}", malls=("hub",))
    first, second = await browser.get("/en/malls/hub"), await browser.get("/en/malls/hub?page=2")
    assert "/en/malls/hub?page=2" in first.text
    assert "Page 1 of 2" in page_text(first)
    assert "/en/malls/hub?page=1" in second.text
    assert second.text.count("product-name") == 2
    assert (await browser.get("/en/malls/hub?page=3")).status_code == 404
    assert (await browser.get("/en/malls/hub?page=0")).status_code == 404
    assert (await browser.get("/en/malls/hub?page=many")).status_code == 400


async def test_a_price_is_taken_apart_to_the_coin(browser: Browser) -> None:
    text = page_text(await browser.get("/en/goods/raisins"))
    assert "40–199 boxes 4,566.70 ₸ 200 boxes and more 4,382.56 ₸" in text
    assert f"Goods at the official rate {KZT_RATE} 178,212.80 ₸" in text
    assert "Spread 2.5% of the goods 4,455.20 ₸ 40 boxes 182,668.00 ₸" in text
    assert "Minimum: 40 boxes, in steps of 4" in text


async def test_a_products_page_says_what_it_is_and_its_codes(browser: Browser) -> None:
    text = page_text(await browser.get("/en/goods/raisins"))
    assert "Origin Turpan, Xinjiang" in text
    assert "Seller Turpan Fruit 新疆吐鲁番市" in text
    assert "Net weight 5 kg per box" in text
    assert "In a full carton 4 boxes net 20 kg, gross 20.6 kg" in text
    assert "ten digits 0806209000 To be confirmed by your broker" in text
    text = page_text(await browser.get("/en/goods/socks"))
    assert "EAEU tariff (ТН ВЭД), ten digits — Your broker names it." in text


async def test_the_price_of_a_quantity_is_shown_when_it_is_asked(browser: Browser) -> None:
    page = await browser.get("/en/goods/raisins?quantity=200")
    text = page_text(page)
    assert page.status_code == 200
    assert "200 boxes 876,512.00 ₸" in text
    assert 'value="200"' in page.text


@pytest.mark.parametrize(
    ("quantity", "sentence"),
    [
        ("36", "The smallest quantity that can be ordered is 40."),
        ("-40", "The smallest quantity that can be ordered is 40."),
        ("42", "Sold in multiples of 4: order 40 or 44."),
        ("404", "Only 402 are in stock now."),
        ("4" * 40, "The number is too long: at most 15 digits before the decimal point."),
        ("many", "Write a whole number."),
        ("1.5", "Write a whole number."),
    ],
)
async def test_a_quantity_that_cannot_be_ordered_is_named_beside_the_price(
    browser: Browser, quantity: str, sentence: str
) -> None:
    page = await browser.get(f"/en/goods/raisins?quantity={quantity}", **{"HX-Request": "true"})
    live = page.text.split('id="live-price"')[1].split("<form")[0]
    assert page.status_code == 422
    assert sentence in live
    assert "182,668.00" in live


async def test_a_sold_out_product_can_be_looked_at_but_not_put(browser: Browser) -> None:
    page = await browser.get("/en/goods/bags")
    assert page.status_code == 200
    assert "This product is out of stock now." in page_text(page)
    assert 'name="quantity"' not in page.text


async def test_one_page_two_countries_two_currencies(browser: Browser, stall: Stall) -> None:
    await browser.sign_in(stall.kazakh)
    assert "4,566.70 ₸ per box" in page_text(await browser.get("/en/goods/raisins"))
    await browser.sign_in(stall.kyrgyz)
    text = page_text(await browser.get("/en/goods/raisins"))
    assert "783.12 сом per box" in text
    assert f"{KGS_RATE} 30,412.40 сом" in text
    assert "Spread 3% of the goods 912.40 сом 40 boxes 31,324.80 сом" in text


async def test_a_visitor_chooses_the_currency(browser: Browser) -> None:
    answer = await browser.post("/en/currency", currency="KGS", next="/en/goods/raisins")
    assert (answer.status_code, answer.headers["location"]) == (303, "/en/goods/raisins")
    assert "783.12 сом per box" in page_text(await browser.get("/en/goods/raisins"))
    answer = await browser.post("/en/currency", currency="KZT", next="//elsewhere.example/")
    assert answer.headers["location"] == "/en/"
    assert "4,566.70 ₸ per box" in page_text(await browser.get("/en/goods/raisins"))


async def test_a_currency_we_do_not_show_is_refused(browser: Browser) -> None:
    answer = await browser.post("/en/currency", currency="USD", next="/en/")
    assert answer.status_code == 422
    assert "Prices are not shown in USD." in page_text(answer)
    assert "₸" in page_text(await browser.get("/en/goods/raisins"))


async def test_a_company_pays_in_its_countrys_currency(browser: Browser, stall: Stall) -> None:
    await browser.sign_in(stall.kazakh)
    assert "Show prices in" not in page_text(await browser.get("/en/"))
    answer = await browser.post("/en/currency", currency="KGS", next="/en/")
    assert answer.status_code == 403
    assert "Your company pays in KZT" in page_text(answer)
    assert "₸" in page_text(await browser.get("/en/goods/raisins"))


async def test_without_a_rate_there_is_a_reason_and_no_price(dark: Browser) -> None:
    reason = "National Bank of Kazakhstan has no rate for CNY in force on 2026-11-23."
    for path in ("/en/", "/en/malls/bulk", "/en/goods/raisins", "/en/search?q=raisins"):
        page = await dark.get(path)
        assert page.status_code == 200
        assert reason in page_text(page)
        assert "₸" not in page.text
    assert 'name="quantity"' not in (await dark.get("/en/goods/raisins")).text


@pytest.mark.parametrize(
    ("language", "query", "name"),
    [
        ("en", "raisins", "Green raisins of Turpan"),
        ("ru", "изюма", "Зелёный изюм из Турфана"),
        ("kk", "мейіз", "Тұрпанның жасыл мейізі"),
        ("ky", "мейизи", "Турпандын жашыл мейизи"),
        ("zh_Hans", "葡萄干", "吐鲁番绿葡萄干"),
        ("ru", "080620", "Зелёный изюм из Турфана"),
    ],
)
async def test_goods_are_found_and_named_in_every_language(
    browser: Browser, language: str, query: str, name: str
) -> None:
    page = await browser.get(f"/{language}/search?q={query}")
    assert page.status_code == 200
    assert name in page_text(page)
    assert f'value="{query}"' in page.text


async def test_a_query_is_shown_as_it_was_written_and_never_trusted(browser: Browser) -> None:
    page = await browser.get("/en/search", q="x")
    assert page.status_code == 200
    page = await browser.get("/en/search?q=%3Cscript%3Ealert(1)%3C/script%3E")
    assert "<script>alert" not in page.text
    assert "0 products for “<script>alert(1)</script>”" in page_text(page)
    assert "Nothing was found." in page_text(page)
    assert "/en/search?q=Walnuts" in page.text


async def test_an_empty_search_asks_for_words(browser: Browser) -> None:
    for path in ("/en/search", "/en/search?q=%20"):
        assert "Write what you are looking for." in page_text(await browser.get(path))


@pytest.mark.parametrize(
    "path",
    [
        "/en/goods/figs",
        "/en/malls/figs",
        "/en/goods/%00",
        "/fr/",
        "/en/search?q=raisins&page=2",
    ],
)
async def test_an_address_where_nothing_lives_is_said_to_be_so(browser: Browser, path: str) -> None:
    assert (await browser.get(path)).status_code == 404


async def test_a_page_number_that_no_list_has_cannot_be_read(browser: Browser) -> None:
    page = await browser.get(f"/en/search?q=raisins&page={10**30}")
    assert page.status_code == 400
    assert "cannot be read as it is" in page_text(page)


@pytest.mark.parametrize(
    ("path", "count"),
    [
        ("/en/", 18),
        ("/en/malls/hub", 15),
        ("/en/search?q=raisins", 14),
        ("/en/goods/raisins", 20),
    ],
)
async def test_more_goods_cost_a_page_no_more_queries(
    browser: Browser, path: str, count: int
) -> None:
    async with counted_queries() as few:
        await browser.get(path)
    for number in range(20):
        await save_lot(await list_product(f"MORE-{number:02}", malls=("hub",)), 100)
    async with counted_queries() as many:
        assert (await browser.get(path)).status_code == 200
    assert len(few) == len(many) == count


async def test_a_sixth_mall_has_its_own_colour_on_its_page(browser: Browser) -> None:
    await actions.add_mall(mall("sixth", position=6, accent="#1f5fa8"))
    page = await browser.get("/en/malls/sixth")
    (address,) = re.findall(r'href="(/en/look/[0-9a-f]{16}\.css)"', page.text)
    (look,) = re.findall(r'class="mall-head tint-\d+ (mall-\d+)"', page.text)
    sheet = await browser.get(address)
    assert f".{look} {{ --accent: #1f5fa8; }}" in sheet.text
    assert sheet.headers["cache-control"] == "public, max-age=31536000, immutable"
    await actions.add_mall(mall("seventh", position=7, accent="#8a2020"))
    assert (await browser.get(address)).headers["cache-control"] == "no-store"
