"""Printing beside the web: warm processes that print, with a time limit, and end when told."""

import asyncio
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from app.documents.composing import check_letters, compose
from app.documents.helper import Helper
from app.kit.i18n import N_
from app.kit.refusal import Refusal

LIMIT_S: Final = 30
"""Seconds for one paper; the longest that a load can make takes two."""


class PrintingTookTooLong(Refusal):
    """The paper was not printed within its time limit; its process was ended."""

    code = "paper.printing_took_too_long"
    sentence = N_("The paper was not printed within %(seconds)s seconds.")


class Printer:
    """Prints papers in processes of its own. Used within one event loop."""

    def __init__(self, fonts: Path, *, processes: int = 1, limit_s: float = LIMIT_S) -> None:
        self._fonts = fonts
        self._limit_s = limit_s
        self._processes = processes
        self._places: asyncio.LifoQueue[Helper | None] = asyncio.LifoQueue()
        for _ in range(processes):
            self._places.put_nowait(None)

    async def __aenter__(self) -> Self:
        """Return the printer, to be closed at the end of the block."""
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close it."""
        await self.close()

    async def start(self) -> None:
        """Warm one process up. Raises `PrintingUnavailable` where Pango is missing."""
        helper = await self._places.get()
        try:
            helper = await self._warm(helper)
        finally:
            self._places.put_nowait(helper)

    async def print(self, name: str, paper: object) -> bytes:
        """Print `templates/documents/<name>.html` filled with the paper.

        Raises `MissingGlyphs`, `PrintingUnavailable`, `PrintingTookTooLong`, `PrintingFailed`.
        """
        html = compose(name, paper)
        check_letters(html, fonts=self._fonts)
        return await self.print_html(html)

    async def print_html(self, html: str) -> bytes:
        """Print composed HTML in the process that was used last: it is the warmest."""
        helper = await self._places.get()
        try:
            helper = await self._warm(helper)
            async with asyncio.timeout(self._limit_s):
                return await helper.ask(html)
        except TimeoutError as reason:
            raise PrintingTookTooLong(seconds=self._limit_s) from reason
        finally:
            self._places.put_nowait(await _kept(helper))

    async def _warm(self, helper: Helper | None) -> Helper:
        """Return a helper that can be asked; one that has ended by itself is replaced."""
        return await _kept(helper) or await Helper.start(self._fonts)

    async def close(self) -> None:
        """Wait for papers that are being printed, then end every process."""
        for _ in range(self._processes):
            helper = await self._places.get()
            if helper is not None:
                await helper.end()
        for _ in range(self._processes):
            self._places.put_nowait(None)


async def _kept(helper: Helper | None) -> Helper | None:
    """Return the helper while it can be asked again, and end it otherwise."""
    if helper is None or helper.usable:
        return helper
    await helper.end()
    return None
