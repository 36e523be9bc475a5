"""A person at a browser, who looks at every page for faults."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from playwright.async_api import Browser, BrowserContext, Page, Response, ViewportSize

from app.demo.cast import DEMO_PASSWORD
from app.kit.settings import ROOT
from tests.journeys.visitor import Visitor

AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text()
DESK: ViewportSize = {"width": 1280, "height": 900}
TABLET: ViewportSize = {"width": 768, "height": 1024}
PHONE: ViewportSize = {"width": 360, "height": 780}
WIDER_PHONE: ViewportSize = {"width": 390, "height": 844}
"""A page that fits the narrow phone may still break on the wider one, and is looked at on both."""

_FAULTS = """async () => (await axe.run(document, {resultTypes: ['violations']})).violations.map(
  one => `${one.id}: ${one.nodes.map(node => node.target.join(' ')).join(', ')}`)"""
_WIDER = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@dataclass
class Person:
    """One person, one browser window. Every page they come to is checked."""

    page: Page
    address: str
    language: str
    phone: bool = False
    shots: Path | None = None
    complaints: list[str] = field(default_factory=list)
    """What the browser's console reported: refused scripts, errors, missing files."""

    @classmethod
    async def comes(
        cls, browser: Browser, address: str, *, language: str, phone: bool = False
    ) -> Self:
        context: BrowserContext = await browser.new_context(
            viewport=PHONE if phone else DESK,
            locale=language.replace("_Hans", ""),
            accept_downloads=True,
        )
        person = cls(await context.new_page(), address, language, phone)
        person.page.on("console", lambda entry: person._hear(entry.type, entry.text))
        person.page.on("pageerror", lambda error: person.complaints.append(str(error)))
        return person

    def _hear(self, kind: str, text: str) -> None:
        # A refused form is answered with 422 or 409, which the browser logs; that is right.
        if kind in {"error", "warning"} and "status of 4" not in text:
            self.complaints.append(text)

    async def goes(self, path: str, *, status: int = 200) -> Response:
        """Go to a page and check it."""
        answer = await self.page.goto(self.address + path)
        assert answer is not None
        assert answer.status == status, f"{path}: {answer.status}"
        await self.looks()
        return answer

    async def shops(self, path: str) -> Response:
        """Go to a page of the shop in the person's language."""
        return await self.goes(f"/{self.language}{path}")

    async def has_signed_in(self, visitor: Visitor) -> None:
        """Take over the visit of somebody who signed in without a browser."""
        await self.page.context.add_cookies(
            [
                {"name": name, "value": value, "url": self.address}
                for name, value in visitor.client.cookies.items()
            ]
        )

    async def signs_in(self, email: str) -> None:
        await self.shops("/sign-in")
        await self.page.fill("#email", email)
        await self.page.fill("#password", DEMO_PASSWORD)
        await self.sends("form[action$='/sign-in']")
        assert "/sign-in" not in self.page.url

    async def sends(self, form: str, *, status: int = 200, **values: str) -> None:
        """Fill the form's fields by name, submit it, and check the answer."""
        sent = self.page.locator(form)
        for name, value in values.items():
            box = sent.locator(f"[name='{name}']")
            if await box.evaluate("box => box.tagName") == "SELECT":
                await box.select_option(value)
            else:
                await box.fill(value)
        async with self.page.expect_navigation() as arriving:
            await sent.locator("button[type=submit]").first.click()
        answer = await arriving.value
        assert answer is not None
        assert answer.status == status, f"{answer.url}: {answer.status}"
        await self.looks()

    async def looks(self) -> None:
        """Check the page for what must not be on any page, in any language, at any width."""
        where = self.page.url
        assert await self.page.get_attribute("html", "lang"), where
        await self.page.evaluate(AXE)
        assert await self.page.evaluate(_FAULTS) == [], where
        await self._fits()
        assert self.complaints == [], where
        if self.shots is not None:
            name = re.sub(r"\W+", "-", where.removeprefix(self.address)).strip("-")[:60]
            await self.page.screenshot(path=self.shots / f"{name or 'front'}.png", full_page=True)

    async def _fits(self) -> None:
        for size in (WIDER_PHONE, PHONE) if self.phone else (TABLET, DESK):
            await self.page.set_viewport_size(size)
            wider = await self.page.evaluate(_WIDER)
            assert wider == 0, f"{self.page.url} is {wider} px wider than the window of {size}"

    async def reads(self, selector: str) -> str:
        """Return an element's text with runs of white space made one space."""
        text = await self.page.locator(selector).first.inner_text()
        return re.sub(r"\s+", " ", text).strip()

    async def picks(self, field: str, name: str, body: bytes) -> None:
        """Choose a file in a form."""
        await self.page.set_input_files(
            field, {"name": name, "mimeType": "application/xml", "buffer": body}
        )

    async def takes(self, link: str) -> bytes:
        """Download the file behind a link."""
        async with self.page.expect_download() as download:
            await self.page.locator(link).first.click()
        path = await (await download.value).path()
        return path.read_bytes()
