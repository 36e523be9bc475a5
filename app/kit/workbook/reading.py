"""The parent's side of a process that reads a workbook."""

import asyncio
import os
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Final

import msgspec

from app.kit import spreadsheet
from app.kit.refusal import BadInput
from app.kit.settings import ROOT
from app.kit.workbook.cell import SheetRow, WorkbookAbout
from app.kit.workbook.process import RefusedReading
from app.kit.workbook.refused import REFUSALS, BadWorkbook, ReadingTooLong

LIMIT_S: Final = 60
"""Seconds for one answer: the first, or a further batch of rows."""
_LONGEST_ANSWER: Final = 1 << 28
_PASSED_ON: Final = (
    "PATH",
    "HOME",
    "LANG",
    "TMPDIR",
    "COVERAGE_PROCESS_START",
    "COVERAGE_PROCESS_CONFIG",
)
"""What the process may read of our environment: no secret, and no database."""
_OF_TEXTS: Final = {
    each.code: each
    for each in (spreadsheet.BadTable, spreadsheet.UnknownEncoding, spreadsheet.NoTable)
}
_ABOUT: Final = msgspec.json.Decoder(WorkbookAbout | RefusedReading)
_ROWS: Final = msgspec.json.Decoder(list[SheetRow] | RefusedReading | None)


class OpenWorkbook:
    """A workbook that a process holds open."""

    def __init__(self, process: Process, about: WorkbookAbout) -> None:
        self._process = process
        self.about = about

    async def rows(self, place: int) -> AsyncIterator[list[SheetRow]]:
        """Yield the rows of a sheet in batches; raises a `BadWorkbook`."""
        await _ask(self._process, f"{place}\n".encode())
        while batch := _ROWS.decode(await _answer(self._process)):
            if isinstance(batch, RefusedReading):
                raise _refusal(batch)
            yield batch


@asynccontextmanager
async def opened(body: bytes) -> AsyncIterator[OpenWorkbook]:
    """Hold a workbook open for the block; raises a `BadWorkbook` or a `BadTable`."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "app.kit.workbook.process"),
        stdin=PIPE,
        stdout=PIPE,
        stderr=DEVNULL,
        cwd=ROOT,
        limit=_LONGEST_ANSWER,
        env={name: os.environ[name] for name in _PASSED_ON if name in os.environ},
        start_new_session=True,
    )
    try:
        await _ask(process, len(body).to_bytes(8, "big") + body)
        about = _ABOUT.decode(await _answer(process))
        if isinstance(about, RefusedReading):
            raise _refusal(about)
        yield OpenWorkbook(process, about)
    finally:
        with suppress(ProcessLookupError):
            process.kill()
        await process.communicate()


async def _ask(process: Process, question: bytes) -> None:
    if process.stdin is None:
        raise BadWorkbook(field="body")
    # A process that ended over its limits takes nothing more; its answer is missing then.
    with suppress(BrokenPipeError, ConnectionResetError):
        process.stdin.write(question)
        await process.stdin.drain()


async def _answer(process: Process) -> bytes:
    """Return the next line; raises `ReadingTooLong` when the process ended or is too slow."""
    if process.stdout is None:
        raise BadWorkbook(field="body")
    try:
        async with asyncio.timeout(LIMIT_S):
            line = await process.stdout.readline()
    except TimeoutError as trouble:
        raise ReadingTooLong(field="body") from trouble
    if not line.endswith(b"\n"):
        raise ReadingTooLong(field="body")
    return line


def _refusal(said: RefusedReading) -> BadInput:
    kind = REFUSALS.get(said.code) or _OF_TEXTS.get(said.code) or BadWorkbook
    return kind(**said.fields)
