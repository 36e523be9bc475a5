"""What pages are tested with: a browser, kinds of one line, and a printer that never starts."""

from collections.abc import AsyncIterator

import pytest

from tests.app.documents.conftest import dry, unprinted
from tests.app.web.browser import Browser, browsing

__all__ = ["dry", "unprinted"]


@pytest.fixture
async def browser(database: str) -> AsyncIterator[Browser]:
    """Return a browser without a signed-in reader."""
    assert database
    async with browsing() as opened:
        yield opened
