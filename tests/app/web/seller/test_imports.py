"""A seller's workbook on its pages: sent, previewed, agreed to, given back; and whose it is."""

import io
import re

import openpyxl
import pytest

from app.kit.catalogues import compile_catalogues
from tests.app.imports.desk import applied, checked, workbook
from tests.app.orders.market import Market, save_company, save_person
from tests.app.web.browser import Browser, browsing, page_text

TABLE = workbook(
    ("Прайс-лист", "", ""),
    ("Артикул", "Цена, юань", "Примечание"),
    ("RAISINS", "11,90", "=1+1"),
    ("WALNUTS", "даром", ""),
)


@pytest.fixture(scope="module", autouse=True)
def catalogues() -> None:
    compile_catalogues()


async def sent_by(browser: Browser, body: bytes, *, name: str = "прайс.xlsx") -> str:
    """Send a workbook from the page; return the address of its import."""
    await browser.get("/seller/imports")
    fields = {"_csrf_token": browser.token, "_once": key_of(browser)}
    answer = await browser.client.post("/seller/imports", data=fields, files={"file": (name, body)})
    assert answer.status_code == 303, page_text(answer)
    return str(answer.headers["location"])


def key_of(browser: Browser) -> str:
    found = re.search(r'name="_once" value="([^"]+)"', browser.page.text)
    assert found is not None
    return found[1]


async def test_a_workbook_goes_from_the_form_into_the_shop(market: Market) -> None:
    async with browsing() as browser:
        await browser.sign_in(market.seller)
        page = await sent_by(browser, TABLE)
        reading = await browser.get(page)
        assert "Being read" in page_text(reading)
        assert '<meta http-equiv="refresh" content="4">' in reading.text
        await checked()
        shown = page_text(await browser.get(page))
        assert "Waits for your word" in shown
        assert "Prices: 10=12.50; 100=11.90 → 10=11.90; 100=11.90" in shown
        assert "Price, CNY (B): Write a number, such as 12.5." in shown
        assert "http-equiv" not in browser.page.text
        only = page_text(await browser.get(f"{page}?verdict=refused"))
        assert "WALNUTS" in only
        assert "→" not in only
        agreed = await browser.sends("/agreement")
        assert "Being taken in" in page_text(agreed)
        await applied()
        assert "Taken in" in page_text(await browser.get(page))


async def test_the_workbook_comes_back_with_remarks_beside_its_rows(market: Market) -> None:
    async with browsing() as browser:
        await browser.sign_in(market.seller)
        page = await sent_by(browser, TABLE)
        await checked()
        answer = await browser.client.get(f"{page}/workbook.xlsx?language=ru")
        assert answer.headers["content-disposition"].startswith("attachment")
        sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).worksheets[0]
        rows = list(sheet.iter_rows(values_only=True))
        assert rows[1] == (
            *("Артикул", "Цена, юань", "Примечание"),
            *("Keruen: вердикт", "Keruen: примечания"),
        )
        assert rows[2] == ("RAISINS", "11,90", "=1+1", "Изменится", None)
        assert rows[3][:2] == ("WALNUTS", "даром")
        assert rows[3][3] == "Нельзя принять"
        assert str(rows[3][4]).startswith("Цена, CNY (B): ")
        assert sheet["C3"].data_type == "s"
        assert sheet["C3"].quotePrefix
        again = await sent_by(browser, answer.content)
        await checked()
        assert "Waits for your word" in page_text(await browser.get(f"{again}?language=en"))


async def test_the_template_is_recognised_and_its_example_is_not_taken(market: Market) -> None:
    async with browsing() as browser:
        await browser.sign_in(market.seller)
        for language in ("zh_Hans", "ru", "en", "kk", "ky"):
            address = f"/seller/imports/template.xlsx?language={language}"
            answer = await browser.client.get(address)
            book = openpyxl.load_workbook(io.BytesIO(answer.content))
            assert len(book.worksheets) == 2
            page = await sent_by(browser, answer.content)
            await checked()
            shown = page_text(await browser.get(f"{page}?language=en"))
            assert "The example of the template: nothing is taken from it." in shown, language


async def test_another_company_sees_nothing_of_an_import(market: Market) -> None:
    company = await save_company("hotan", kind="seller", country="CN", number="91653200MA7700000X")
    rival = await save_person("Rival", role=market.seller.role, company=company)
    async with browsing() as browser:
        await browser.sign_in(market.seller)
        page = await sent_by(browser, TABLE)
        await checked()
        browser.client.cookies.clear()
        await browser.sign_in(rival)
        assert "прайс" not in page_text(await browser.get("/seller/imports"))
        for path in (page, f"{page}/workbook.xlsx"):
            assert (await browser.client.get(path)).status_code == 404
        for act in ("agreement", "withdrawal", "successor", "columns"):
            answer = await browser.post(f"{page}/{act}", column_0="sku")
            assert answer.status_code == 404, act


async def test_a_form_sent_twice_makes_one_import(market: Market) -> None:
    async with browsing() as browser:
        await browser.sign_in(market.seller)
        await browser.get("/seller/imports")
        fields = {"_csrf_token": browser.token, "_once": key_of(browser)}
        led = {
            (
                await browser.client.post(
                    "/seller/imports", data=fields, files={"file": ("a.xlsx", TABLE)}
                )
            ).headers["location"]
            for _ in range(2)
        }
        assert len(led) == 1
