"""The set-up page: what lacks, and pages that mend it, each of which opens for whom it is."""

import re

import pytest

from app.accounts.person import Reader, Role
from app.opening.readiness import CurrencyState, ShopState, needs_of
from tests.app.orders.market import Market
from tests.app.web.browser import Browser, page_text

EMPTY = ShopState(
    people={},
    currencies=(CurrencyState("KZT", has_rate=False, has_terms=False, has_account=False),),
    has_month_rates=False,
    has_customs_code=False,
    malls=0,
    goods=0,
    without_code=0,
    lots=0,
)


def somebody(market: Market, role: Role) -> Reader:
    people = {
        Role.OPERATOR: market.operator,
        Role.RATES: market.rates,
        Role.WAREHOUSE: market.warehouse,
    }
    return people[role]


@pytest.mark.parametrize("need", needs_of(EMPTY), ids=lambda need: need.code)
async def test_whatever_lacks_is_mended_by_a_page_that_opens_or_by_a_command(
    market: Market, browser: Browser, need: object
) -> None:
    (found,) = [each for each in needs_of(EMPTY) if each == need]
    assert bool(found.page) != bool(found.command)
    if found.page:
        await browser.sign_in(somebody(market, found.by))
        assert (await browser.get(found.page)).status_code == 200


async def test_an_operator_sees_what_lacks_with_the_way_to_mend_it(
    market: Market, browser: Browser
) -> None:
    await browser.sign_in(market.operator)
    shown = await browser.get("/office/set-up")
    text = page_text(shown)
    assert "Two operators: one names a customs code, another confirms it" in text
    assert "keruen reference enter bank_accounts FILE" in text
    assert "Rates administrator" in text
    links = re.findall(r'<a class="button" href="([^"]+)"', shown.text)
    assert "/office/people" in links
    assert "/office/rates" not in links
