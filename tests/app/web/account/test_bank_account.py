"""A buyer sees the bank account for the proforma's currency, as it stood that day."""

from datetime import timedelta
from pathlib import Path

from app.kit import clock
from app.payments.lists import BANK_ACCOUNTS
from app.reference import actions
from tests.app.orders.market import NOON, Market, place
from tests.app.web.browser import Browser, page_text

HEAD = "code,bank,account,swift,valid_from,source\n"


async def enter(folder: Path, *rows: str) -> None:
    path = folder / "accounts.csv"
    path.write_text(HEAD + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    await actions.enter_file(BANK_ACCOUNTS, path, at=NOON, by="test")


async def test_the_account_of_the_day_is_shown_and_a_later_one_is_not(
    reference: str, market: Market, browser: Browser, tmp_path: Path
) -> None:
    assert reference
    today = clock.day_at(clock.now())
    await enter(
        tmp_path,
        f"KZT,First Bank,KZ86125KZT5004100100,CASPKZKA,{today},Letter",
        f"KZT,Later Bank,KZ86125KZT5004100199,,{today + timedelta(days=1)},Letter",
        f"KGS,Other Bank,1180000012345678,,{today},Letter",
    )
    order = await place(market.kazakh, (market.raisins, 10))
    await browser.sign_in(market.kazakh)
    for path in (f"/en/orders/{order.number}", f"/en/orders/{order.number}/proforma"):
        shown = page_text(await browser.get(path))
        assert "First Bank CASPKZKA" in shown
        assert "KZ86125KZT5004100100" in shown
        assert "Later Bank" not in shown
        assert "Other Bank" not in shown


async def test_while_no_account_is_entered_none_is_invented(
    market: Market, browser: Browser
) -> None:
    order = await place(market.kazakh, (market.raisins, 10))
    await browser.sign_in(market.kazakh)
    shown = page_text(await browser.get(f"/en/orders/{order.number}"))
    assert "Payment reference" in shown
    assert "Account " not in shown
