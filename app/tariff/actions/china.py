"""Entering lines of the Chinese tariff."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import timedelta

from app.kit.db import transaction
from app.tariff.china_line import ChinaLine, succeed
from app.tariff.repository import china as store


async def add_china_line(line: ChinaLine) -> None:
    """Save the line; its predecessor, if open, ends the day before.

    Raises `LinesOverlap` when another line is valid on some of its days.
    """
    async with transaction():
        await _add(line)


async def enter_china_lines(lines: Iterable[ChinaLine]) -> int:
    """Save the lines that are not stored yet, all or none; return how many.

    Raises `LinesOverlap`.
    """
    entered = 0
    async with transaction():
        for line in lines:
            if not any(_is_same(line, each) for each in await store.list_china_lines(line.code)):
                await _add(line)
                entered += 1
    return entered


async def _add(line: ChinaLine) -> None:
    await store.lock_code(line.code)
    for former in succeed(line, await store.list_china_lines(line.code)):
        await store.close_china_line(former, last_day=line.valid_from - timedelta(days=1))
    await store.save_china_line(line)


def _is_same(line: ChinaLine, stored: ChinaLine) -> bool:
    """Return whether a line is stored word for word; a later line may have given it a last day."""
    return {**asdict(stored), "valid_to": None} == {**asdict(line), "valid_to": None}
