"""One printing process, seen from the house: started, asked, ended."""

import asyncio
import sys
from asyncio.subprocess import PIPE, Process
from contextlib import suppress
from pathlib import Path
from typing import Final, Self

from app.documents.frames import HEAD, FrameKind, frame
from app.documents.print import PrintingUnavailable
from app.kit.settings import ROOT

START_LIMIT_S: Final = 60
LEAVE_LIMIT_S: Final = 2
PAPERS_A_PROCESS: Final = 200
"""A process is replaced after so many papers, whatever its libraries have kept."""


class PrintingFailed(Exception):
    """A template asked for what it may not have, or the process ended: a defect, told whole."""


class Helper:
    """A warm process that prints one page at a time."""

    def __init__(self, process: Process) -> None:
        """Speak with the process through its standard streams."""
        if process.stdin is None or process.stdout is None:
            message = "a printing process is spoken with through pipes"
            raise TypeError(message)
        self._process = process
        self._questions, self._answers = process.stdin, process.stdout
        self._printed = 0
        self._owes = True

    @classmethod
    async def start(cls, fonts: Path) -> Self:
        """Start a process and wait until it is warm.

        Raises `PrintingUnavailable` where Pango is not installed.
        """
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "app.documents.print", str(fonts)),
            stdin=PIPE,
            stdout=PIPE,
            cwd=ROOT,
            # Ctrl-C is for the house: it ends its helpers in order, by closing their input.
            start_new_session=True,
        )
        helper = cls(process)
        try:
            async with asyncio.timeout(START_LIMIT_S):
                kind, body = await helper._answer()
        except BaseException:
            await helper.end()
            raise
        if kind is FrameKind.UNAVAILABLE:
            await helper.end()
            raise PrintingUnavailable(packages=body.decode())
        return helper

    async def ask(self, html: str) -> bytes:
        """Send the page and wait for the file. Raises `PrintingFailed`."""
        self._owes = True
        self._questions.write(frame(FrameKind.ASKED, html.encode()))
        kind, body = await self._answer()
        self._printed += 1
        if kind is not FrameKind.PRINTED:
            raise PrintingFailed(body.decode())
        return body

    @property
    def usable(self) -> bool:
        """Whether it can be asked again: it runs, owes no answer, has not printed its share."""
        runs = self._process.returncode is None
        return runs and not self._owes and self._printed < PAPERS_A_PROCESS

    async def end(self) -> None:
        """Close its input, so that it leaves; one that owes an answer or stays is killed."""
        self._questions.close()
        if self._owes:
            self._kill()
        try:
            async with asyncio.timeout(LEAVE_LIMIT_S):
                await self._process.wait()
        except TimeoutError:
            self._kill()
            await self._process.wait()

    def _kill(self) -> None:
        with suppress(ProcessLookupError):
            self._process.kill()

    async def _answer(self) -> tuple[FrameKind, bytes]:
        try:
            kind, length = HEAD.unpack(await self._answers.readexactly(HEAD.size))
            body = await self._answers.readexactly(length)
        except (asyncio.IncompleteReadError, ConnectionError) as reason:
            message = "the printing process ended before it answered"
            raise PrintingFailed(message) from reason
        self._owes = False
        return FrameKind(kind), body
