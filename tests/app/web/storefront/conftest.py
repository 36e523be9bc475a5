"""The shop, opened anew for every test, and browsers to visit it with."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from app.kit.catalogues import compile_catalogues
from tests.app.shop.stall import Stall, open_stall
from tests.app.web.browser import Browser, browsing


@pytest.fixture(scope="session", autouse=True)
def catalogues() -> None:
    """Compile the catalogues of every language, as set-up does."""
    compile_catalogues()


@pytest.fixture
async def stall(database: str) -> Stall:
    """The shop on a Monday."""
    assert database
    return await open_stall()


@pytest.fixture
async def browser(stall: Stall, tmp_path: Path) -> AsyncIterator[Browser]:
    """A browser that nobody has signed in with."""
    assert stall.goods
    async with browsing(tmp_path) as opened:
        yield opened
