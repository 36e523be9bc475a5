"""The market of orders, with Uzbekistan's rate and terms beside those of its neighbours."""

import pytest

from app.rates.actions import importing
from tests.app.catalog.shelf import MORNING
from tests.app.orders.market import RECORDINGS, Market, set_spread

BODY = "cbu_2026-11-23.json"


@pytest.fixture
async def market(market: Market) -> Market:
    """The market on a Monday morning; people have put terms for the soum in force."""
    await importing.import_body("cbu", (RECORDINGS / BODY).read_bytes(), source=BODY, at=MORNING)
    await set_spread(market, "UZS", "2", at=MORNING)
    return market
