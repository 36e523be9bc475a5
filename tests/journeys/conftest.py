"""The whole house running once for every walk, and a real Chromium to walk it with."""

import os
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.async_api import Browser, async_playwright

from app.kit.settings import ROOT
from tests.conftest import TEST_DATA, fresh_database
from tests.journeys.person import Person
from tests.journeys.visitor import Visitor
from tests.running import House, running, seed

LETTERS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>{fonts}</dir>
  <cachedir>{cache}</cachedir>
</fontconfig>
"""
"""Debian's letters, and the Chinese ones that set-up has cut for papers: nothing is fetched."""


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
    letters = TEST_DATA / "fonts.conf"
    letters.write_text(LETTERS.format(fonts=ROOT / "var" / "fonts", cache=TEST_DATA / "fontconfig"))
    async with async_playwright() as playwright:
        opened = await playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"),
            args=["--no-sandbox"],
            env={**os.environ, "FONTCONFIG_FILE": str(letters)},
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


@dataclass
class Street:
    """Where people come from: the house they visit, the browser they use."""

    house: House
    browser: Browser
    shots: Path | None

    async def person(self, email: str, language: str, *, phone: bool = False) -> Person:
        """Bring somebody who has signed in."""
        person = await Person.comes(
            self.browser, self.house.address, language=language, phone=phone
        )
        person.shots = self.shots
        async with Visitor.comes(self.house.address, language, email) as visitor:
            await person.has_signed_in(visitor)
        return person

    async def stranger(self, language: str, *, phone: bool = False) -> Person:
        """Bring somebody who has not."""
        person = await Person.comes(
            self.browser, self.house.address, language=language, phone=phone
        )
        person.shots = self.shots
        return person


@pytest.fixture
async def street(house: House, browser: Browser, shots: Path | None) -> AsyncIterator[Street]:
    yield Street(house, browser, shots)
    for context in browser.contexts:
        await context.close()
