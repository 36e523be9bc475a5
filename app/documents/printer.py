"""Printing in a pool of warm processes, with a time limit."""

import asyncio
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from app.documents.composing import check_letters, compose
from app.documents.print_process import PrintProcess
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
        self._places: asyncio.LifoQueue[PrintProcess | None] = asyncio.LifoQueue()
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
        await self.close()

    async def start(self) -> None:
        """Start one process. Raises `PrintingUnavailable` where Pango is not installed."""
        process = await self._places.get()
        try:
            process = await self._warm(process)
        finally:
            self._places.put_nowait(process)

    async def print(self, name: str, paper: object) -> bytes:
        """Print `templates/documents/<name>.html` with the paper as its context.

        Raises `MissingGlyphs`, `PrintingUnavailable`, `PrintingTookTooLong`, `PrintingFailed`.
        """
        html = compose(name, paper)
        check_letters(html, fonts=self._fonts)
        return await self.print_html(html)

    async def print_html(self, html: str) -> bytes:
        """Print composed HTML in the process that was used last: it is the warmest."""
        process = await self._places.get()
        try:
            process = await self._warm(process)
            async with asyncio.timeout(self._limit_s):
                return await process.ask(html)
        except TimeoutError as reason:
            raise PrintingTookTooLong(seconds=self._limit_s) from reason
        finally:
            self._places.put_nowait(await _usable(process))

    async def _warm(self, process: PrintProcess | None) -> PrintProcess:
        """Return a usable process, a new one in place of one that has ended."""
        return await _usable(process) or await PrintProcess.start(self._fonts)

    async def close(self) -> None:
        """Wait for papers that are being printed, then end every process."""
        for _ in range(self._processes):
            process = await self._places.get()
            if process is not None:
                await process.end()
        for _ in range(self._processes):
            self._places.put_nowait(None)


async def _usable(process: PrintProcess | None) -> PrintProcess | None:
    """Return the process while it is usable, else end it."""
    if process is None or process.usable:
        return process
    await process.end()
    return None
