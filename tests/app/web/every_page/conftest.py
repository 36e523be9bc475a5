"""Fixtures of pages: orders at every stage, and browsers of the whole application."""

import time
from datetime import timedelta

import pytest

from app.kit import clock
from app.kit.catalogues import compile_catalogues
from tests.app.orders.market import open_market
from tests.app.prepared import Prepared, prepare
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


@pytest.fixture(scope="session")
async def _sample(_pool: str) -> Prepared[SampleOrders]:
    assert _pool

    async def made() -> SampleOrders:
        return await build(await open_market())

    return await prepare("sample", made)


@pytest.fixture
async def sample(_sample: Prepared[SampleOrders], database: str) -> SampleOrders:
    """Orders at every stage."""
    assert database
    return await _sample.put_back()
