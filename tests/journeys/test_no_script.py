"""Everything can be done without a script: a buyer finds, orders and reads what to pay."""

from playwright.async_api import Browser

from app.demo.cast import DEMO_PASSWORD
from tests.running import LiveServer


async def test_a_buyer_without_scripts_finds_orders_and_reads_what_to_pay(
    server: LiveServer, browser: Browser
) -> None:
    context = await browser.new_context(java_script_enabled=False)
    page = await context.new_page()
    await page.goto(f"{server.address}/ru/sign-in")
    await page.fill("#email", "timur@dastan-trade.example")
    await page.fill("#password", DEMO_PASSWORD)
    await page.click("form[action$='/sign-in'] button[type=submit]")
    await page.fill("input[name='q']", "полотенца")
    await page.click("form[action$='/search'] button")
    await page.click("a[href$='/goods/cotton-bath-towels']")
    await page.goto(page.url + "?quantity=60")
    assert await page.input_value("#quantity") == "60"
    await page.click("form[action$='/basket'] button[type=submit]")
    await page.click("form[action$='/quotes'] button[type=submit]")
    await page.check("input[name='delivery_term'] >> nth=0")
    await page.select_option("#border_crossing", "khorgos")
    await page.click("form[action$='/order'] button[type=submit]")
    assert "/ru/orders/K-" in page.url
    assert (await page.inner_text(".pay code")).startswith("PF-")
    await page.locator(".confirm summary").click()
    await page.click("form[action$='/cancellation'] button[type=submit]")
    assert await page.locator(".badge-bad, .badge-plain").count() == 1
    await context.close()
