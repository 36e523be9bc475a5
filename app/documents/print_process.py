"""The parent's side of one printing process."""

import asyncio
import os
import re
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
"""A process is replaced after this many papers, to free what its libraries retain."""
_PASSED_ON: Final = re.compile(r"PATH|HOME|LANG|TMPDIR|(LC|XDG|FONTCONFIG|LD|DYLD)_\w+|PYTHON\w+")
"""What the process may read of our environment. Our settings are not among them: the
process reads text that others wrote, and knows no secret and no database."""


class PrintingFailed(Exception):
    """A template requested what it must not, or the process ended: a bug, with its traceback."""


class PrintProcess:
    """A warm process that prints one page at a time."""

    def __init__(self, process: Process) -> None:
        """Communicate with the process through its standard streams."""
        if process.stdin is None or process.stdout is None:
            message = "a printing process needs pipes as its standard streams"
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
            env={name: os.environ[name] for name in os.environ if _PASSED_ON.fullmatch(name)},
            # Ctrl-C is for the parent, which ends its printing processes by closing their input.
            start_new_session=True,
        )
        started = cls(process)
        try:
            async with asyncio.timeout(START_LIMIT_S):
                kind, body = await started._answer()
        except BaseException:
            await started.end()
            raise
        if kind is FrameKind.UNAVAILABLE:
            await started.end()
            raise PrintingUnavailable(packages=body.decode())
        return started

    async def ask(self, html: str) -> bytes:
        """Return the PDF of a page. Raises `PrintingFailed`."""
        self._owes = True
        self._questions.write(frame(FrameKind.ASKED, html.encode()))
        kind, body = await self._answer()
        self._printed += 1
        if kind is not FrameKind.PRINTED:
            raise PrintingFailed(body.decode())
        return body

    @property
    def usable(self) -> bool:
        """Whether it runs, owes no answer, and has not reached its limit of papers."""
        runs = self._process.returncode is None
        return runs and not self._owes and self._printed < PAPERS_A_PROCESS

    async def end(self) -> None:
        """Close its input, so that it exits; kill it if it owes an answer or does not exit."""
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
