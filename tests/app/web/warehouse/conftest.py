"""The market that the warehouse works for, opened anew for every test."""

import pytest

from tests.app.orders.market import Market, open_market


@pytest.fixture
async def market(database: str) -> Market:
    """The market on a Monday morning."""
    assert database
    return await open_market()
