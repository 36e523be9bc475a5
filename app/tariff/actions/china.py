"""Entering lines of the Chinese tariff."""

from datetime import timedelta

from app.kit.db import transaction
from app.tariff.china_line import ChinaLine, succeed
from app.tariff.repository import china as store


async def add_china_line(line: ChinaLine) -> None:
    """Save the line; its predecessor, if open, ends the day before.

    Raises `LinesOverlap` when another line is valid on some of its days.
    """
    async with transaction():
        await store.lock_code(line.code)
        for former in succeed(line, await store.list_china_lines(line.code)):
            await store.close_china_line(former, last_day=line.valid_from - timedelta(days=1))
        await store.save_china_line(line)
