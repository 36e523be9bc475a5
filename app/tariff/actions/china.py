"""Entering lines of the Chinese tariff."""

from collections.abc import Iterable
from dataclasses import replace
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
    async with transaction():
        return sum([await _add(line) for line in lines])


async def _add(line: ChinaLine) -> bool:
    """Save a line in the caller's transaction; return False when it is stored word for word."""
    await store.lock_code(line.code)
    stored = await store.list_china_lines(line.code)
    if any(replace(each, valid_to=line.valid_to) == line for each in stored):
        return False
    for former in succeed(line, stored):
        await store.close_china_line(former, last_day=line.valid_from - timedelta(days=1))
    await store.save_china_line(line)
    return True
