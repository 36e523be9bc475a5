"""Pictures: how many a second are taken in and sized, each in a process of its own."""

import asyncio
import time

from app.pictures import darkroom
from benchmarks.table import Row, row
from tests.app.pictures import shots

_ROUNDS = 6
"""Pictures of one measurement; two are worked at beside each other."""


async def measure() -> list[Row]:
    """Measure a phone's picture of 12 megapixels, and a process that has nothing to do."""
    sent = shots.jpeg(4000, 3000)
    master = await darkroom.take_in(sent, name="a.jpg")
    small = shots.jpeg(320, 320)
    return [
        row("picture of 12 megapixels taken in", await _each(sent, is_master=False)),
        row("its three sizes made, twice each", await _each(master.body, is_master=True)),
        row("smallest picture taken in: the process itself", await _each(small, is_master=False)),
        await _together(sent),
    ]


async def _each(body: bytes, *, is_master: bool) -> list[float]:
    times = []
    for _ in range(_ROUNDS):
        begun = time.perf_counter()
        await _develop(body, is_master=is_master)
        times.append((time.perf_counter() - begun) * 1000)
    return times


async def _together(sent: bytes) -> Row:
    begun = time.perf_counter()
    await asyncio.gather(*(_whole(sent) for _ in range(_ROUNDS)))
    each = (time.perf_counter() - begun) * 1000 / _ROUNDS
    return row("picture taken in and sized, two beside each other", [each])


async def _whole(sent: bytes) -> None:
    master = await darkroom.take_in(sent, name="a.jpg")
    await darkroom.make_sizes(master.body, name="a.jpg")


async def _develop(body: bytes, *, is_master: bool) -> None:
    if is_master:
        await darkroom.make_sizes(body, name="a.jpg")
    else:
        await darkroom.take_in(body, name="a.jpg")
