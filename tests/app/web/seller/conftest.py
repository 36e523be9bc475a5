"""Pages of the seller's desk: a browser of the whole application."""

from collections.abc import AsyncIterator

import pytest

from app.kit.catalogues import compile_catalogues
from tests.app.web.browser import Browser, browsing


@pytest.fixture(scope="session", autouse=True)
def catalogues() -> None:
    """Compile the catalogue of every language."""
    compile_catalogues()


@pytest.fixture
async def browser(database: str) -> AsyncIterator[Browser]:
    """Return a browser without a signed-in reader."""
    assert database
    async with browsing() as opened:
        yield opened
