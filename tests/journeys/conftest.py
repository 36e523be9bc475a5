"""The whole house running once for every walk, and a real Chromium to walk it with."""

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, async_playwright

from tests.conftest import TEST_DATA, fresh_database
from tests.running import House, running, seed


@pytest.fixture(scope="session")
async def house(postgres: str) -> AsyncIterator[House]:
    """Web and worker over a demo shop of their own."""
    name = f"journeys_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}"
    database = await fresh_database(postgres, name)
    seed(database)
    async with running(database, log=TEST_DATA / f"{name}.log") as found:
        yield found


@pytest.fixture(scope="session")
async def browser() -> AsyncIterator[Browser]:
    """Debian's Chromium, without a window."""
    async with async_playwright() as playwright:
        opened = await playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"]
        )
        yield opened
        await opened.close()


@pytest.fixture
def shots() -> Path | None:
    """Where pictures of the pages go, if `KERUEN_SHOTS` names a folder."""
    folder = os.environ.get("KERUEN_SHOTS")
    if folder is None:
        return None
    Path(folder).mkdir(parents=True, exist_ok=True)
    return Path(folder)
