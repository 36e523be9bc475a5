"""The shop, opened anew for every test, and browsers to visit it with."""

from collections.abc import AsyncIterator

import pytest

from app.kit.catalogues import compile_catalogues
from tests.app.prepared import Prepared, prepare
from tests.app.shop.stall import Stall, open_stall
from tests.app.web.browser import Browser, browsing


@pytest.fixture(scope="session", autouse=True)
def catalogues() -> None:
    """Compile the catalogues of every language, as set-up does."""
    compile_catalogues()


@pytest.fixture(scope="session")
async def _stall(_pool: str) -> Prepared[Stall]:
    assert _pool
    return await prepare("stall", open_stall)


@pytest.fixture
async def stall(_stall: Prepared[Stall], database: str) -> Stall:
    """The shop on a Monday."""
    assert database
    return await _stall.put_back()


@pytest.fixture
async def browser(stall: Stall) -> AsyncIterator[Browser]:
    """A browser that nobody has signed in with."""
    assert stall.goods
    async with browsing() as opened:
        yield opened
