"""A quote whose hour is over: the old price beside the one of now, and who decides."""

from datetime import datetime, timedelta

import pytest

from app.kit import clock
from tests.app.orders.market import NOON, Market, quoted, set_spread
from tests.app.web.browser import browsing, page_text

LATER = NOON + timedelta(hours=2)


def set_clock(monkeypatch: pytest.MonkeyPatch, at: datetime) -> None:
    monkeypatch.setattr(clock, "now", lambda: at)


@pytest.mark.parametrize(
    ("percent", "verdict"),
    [
        ("9", "The price has risen. Order only if you agree to the new one."),
        ("1", "The price has fallen: you pay the lower one."),
        ("", "The price has not changed."),
    ],
)
async def test_an_expired_quote_shows_both_prices_and_says_which_is_paid(
    market: Market, monkeypatch: pytest.MonkeyPatch, percent: str, verdict: str
) -> None:
    quote = await quoted(market.kazakh, (market.raisins, 20))
    if percent:
        await set_spread(market, "KZT", percent, at=NOON + timedelta(hours=1))
    set_clock(monkeypatch, LATER)
    async with browsing() as browser:
        await browser.sign_in(market.kazakh)
        answer = await browser.get(f"/en/quotes/{quote.number}")
    text = page_text(answer)
    assert answer.status_code == 409
    assert "The time of this quote ended at" in text
    assert [each for each in ("risen", "fallen", "not changed") if f"has {each}" in text] == [
        next(each for each in ("risen", "fallen", "not changed") if each in verdict)
    ]
    assert verdict in text
