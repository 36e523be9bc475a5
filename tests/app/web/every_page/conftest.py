"""A town in which something stands at every stage, and browsers at the whole application."""

import time
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from app.kit import clock
from app.kit.catalogues import compile_catalogues
from tests.app.orders.market import Market, open_market
from tests.app.web.browser import Browser, browsing
from tests.app.web.every_page.town import NOW, Town, build


@pytest.fixture(autouse=True)
def running_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock begins after everything of the town was done, and runs on."""
    begun = time.monotonic()
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(seconds=time.monotonic() - begun))


@pytest.fixture(scope="session", autouse=True)
def catalogues() -> None:
    """The messages of every language, compiled as set-up compiles them."""
    compile_catalogues()


@pytest.fixture
async def market(database: str) -> Market:
    assert database
    return await open_market()


@pytest.fixture
async def town(market: Market) -> Town:
    return await build(market)


@pytest.fixture
async def browser(database: str, tmp_path: Path) -> AsyncIterator[Browser]:
    """A browser that nobody has signed in with."""
    assert database
    async with browsing(tmp_path) as opened:
        yield opened
