"""The clock of the house under test: a Monday on which the recorded rates are fresh."""

import time
from datetime import timedelta

import pytest

from app.documents.kinds import KINDS
from app.kit import clock
from tests.app.catalog.shelf import MORNING
from tests.app.orders.market import Market, open_market
from tests.app.prepared import Prepared, prepare


@pytest.fixture(autouse=True)
def running_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock begins at the same instant in every test, and runs on."""
    begun = time.monotonic()
    monkeypatch.setattr(clock, "now", lambda: MORNING + timedelta(seconds=time.monotonic() - begun))


@pytest.fixture
def first_kinds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave only the first kinds of paper: a later kind has a test of its own."""
    for code in set(KINDS) - {"declaration", "invoice", "packing_list", "single_window"}:
        monkeypatch.delitem(KINDS, code)


@pytest.fixture(scope="session")
async def _market(_pool: str) -> Prepared[Market]:
    assert _pool
    return await prepare("market", open_market)


@pytest.fixture
async def market(_market: Prepared[Market], database: str) -> Market:
    """The market on a Monday morning."""
    assert database
    return await _market.put_back()
