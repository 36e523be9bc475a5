"""One running application for all journeys, and a real Chromium to visit it with."""

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
from tests.running import LiveServer, running, seed

FONTS_CONF = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>{fonts}</dir>
  <cachedir>{cache}</cachedir>
</fontconfig>
"""
"""Debian's fonts, and the Chinese ones that set-up has subset for papers: nothing is fetched."""


@pytest.fixture(scope="session")
async def server(postgres: str) -> AsyncIterator[LiveServer]:
    """Yield web and worker over a demo shop of their own."""
    name = f"journeys_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}"
    database = await fresh_database(postgres, name)
    seed(database)
    async with running(database, log=TEST_DATA / f"{name}.log") as found:
        yield found


@pytest.fixture(scope="session")
async def browser() -> AsyncIterator[Browser]:
    """Yield Debian's Chromium, headless."""
    fonts_conf = TEST_DATA / "fonts.conf"
    fonts_conf.write_text(
        FONTS_CONF.format(fonts=ROOT / "var" / "fonts", cache=TEST_DATA / "fontconfig")
    )
    async with async_playwright() as playwright:
        opened = await playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"),
            args=["--no-sandbox"],
            env={**os.environ, "FONTCONFIG_FILE": str(fonts_conf)},
        )
        yield opened
        await opened.close()


@pytest.fixture
def shots() -> Path | None:
    """Return the folder for screenshots, if `KERUEN_SHOTS` names one."""
    folder = os.environ.get("KERUEN_SHOTS")
    if folder is None:
        return None
    Path(folder).mkdir(parents=True, exist_ok=True)
    return Path(folder)


@dataclass
class Street:
    """Where people come from: the server they visit, the browser they use."""

    server: LiveServer
    browser: Browser
    shots: Path | None

    async def person(self, email: str, language: str, *, phone: bool = False) -> Person:
        """Return a person who has signed in."""
        person = await Person.comes(
            self.browser, self.server.address, language=language, phone=phone
        )
        person.shots = self.shots
        async with Visitor.comes(self.server.address, language, email) as visitor:
            await person.has_signed_in(visitor)
        return person

    async def stranger(self, language: str, *, phone: bool = False) -> Person:
        """Return a person who has not signed in."""
        person = await Person.comes(
            self.browser, self.server.address, language=language, phone=phone
        )
        person.shots = self.shots
        return person


@pytest.fixture
async def street(server: LiveServer, browser: Browser, shots: Path | None) -> AsyncIterator[Street]:
    yield Street(server, browser, shots)
    for context in browser.contexts:
        await context.close()
