"""The parent's side of the processes that read pictures: one for each picture, with limits."""

import asyncio
import os
import re
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from contextlib import suppress
from typing import Final

import msgspec

from app.kit.settings import ROOT
from app.pictures import refused
from app.pictures.develop import Developed, DevelopedSize, Master
from app.pictures.limits import BYTES_MAX, PIXELS_MAX, SIDE_MIN

LIMIT_S: Final = 30
AT_A_TIME: Final = 2
"""Processes that run beside each other; more wait their turn."""
MEGA: Final = 1_000_000
_PASSED_ON: Final = re.compile(r"PATH|LANG|(LC|LD|DYLD)_\w+|PYTHON\w+")
"""What such a process may read of our environment: none of our settings."""
_turns: Final = asyncio.Semaphore(AT_A_TIME)


async def take_in(data: bytes, *, name: str) -> Master:
    """Return what is kept of a file that was sent; raises a `PictureRefused` with its name."""
    if not data:
        raise refused.PictureEmpty(name=name)
    if len(data) > BYTES_MAX:
        raise refused.PictureHeavy(name=name, megabytes=BYTES_MAX // MEGA)
    developed = await _develop("master", data, name=name)
    if developed.master is None:
        raise refused.PictureTooCostly(name=name)
    return developed.master


async def make_sizes(master: bytes, *, name: str) -> list[DevelopedSize]:
    """Return every size of a master; raises a `PictureRefused`."""
    return (await _develop("sizes", master, name=name)).sizes


async def _develop(task: str, data: bytes, *, name: str) -> Developed:
    async with _turns:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "app.pictures.develop", task),
            stdin=PIPE,
            stdout=PIPE,
            stderr=DEVNULL,
            cwd=ROOT,
            env={each: os.environ[each] for each in os.environ if _PASSED_ON.fullmatch(each)},
            start_new_session=True,
        )
        body = await _ask(process, data)
    if process.returncode:
        raise refused.PictureTooCostly(name=name)
    developed = msgspec.msgpack.decode(body, type=Developed)
    if developed.refused:
        raise _named(developed.refused, name)
    return developed


async def _ask(process: Process, data: bytes) -> bytes:
    """Return the answer; nothing, and a return code, when it took too long."""
    try:
        async with asyncio.timeout(LIMIT_S):
            body, _ = await process.communicate(data)
            return body
    except TimeoutError:
        return b""
    finally:
        if process.returncode is None:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()


def _named(code: str, name: str) -> refused.PictureRefused:
    return refused.KINDS[code](
        name=name, least=SIDE_MIN, megapixels=PIXELS_MAX // MEGA, megabytes=BYTES_MAX // MEGA
    )
