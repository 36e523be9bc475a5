"""The shelf, filled anew for every test."""

import pytest

from app.catalog.product import Product
from tests.app.catalog.shelf import fill_shelf


@pytest.fixture
async def shelf(database: str) -> dict[str, Product]:
    """Four goods by name."""
    assert database
    return await fill_shelf()
