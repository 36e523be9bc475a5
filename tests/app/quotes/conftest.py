"""The market of the orders' tests."""

import pytest

from tests.app.orders.market import Market, open_market


@pytest.fixture
async def market(database: str) -> Market:
    """Goods, people, rates and a shelf."""
    assert database
    return await open_market()
