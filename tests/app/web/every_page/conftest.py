"""Fixtures of pages: orders at every stage, and browsers of the whole application."""

import time
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from app.kit import clock
from app.kit.catalogues import compile_catalogues
from tests.app.orders.market import Market
from tests.app.web.browser import Browser, browsing
from tests.app.web.every_page.sample_orders import NOW, SampleOrders, build


@pytest.fixture(autouse=True)
def running_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Start the clock after the sample orders, and let it run."""
    begun = time.monotonic()
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(seconds=time.monotonic() - begun))


@pytest.fixture(scope="session", autouse=True)
def catalogues() -> None:
    """Compile the catalogue of every language."""
    compile_catalogues()


@pytest.fixture
async def sample(market: Market) -> SampleOrders:
    return await build(market)


@pytest.fixture
async def browser(database: str) -> AsyncIterator[Browser]:
    """Return a browser without a signed-in reader."""
    assert database
    async with browsing() as opened:
        yield opened
