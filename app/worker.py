"""Lets every station pull its work, in the order the goods travel.

The trade's own tables are the queue (docs/decisions/0005): a station looks for what the one before
it has finished, takes a little, and is safe to repeat. Nobody pushes work forward.
"""

import asyncio
import logging
import signal
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import datetime

from app.accounts import store as accounts
from app.documents import actions as documents
from app.documents.printer import Printer
from app.kit import clock
from app.kit.db import connected
from app.kit.settings import Settings
from app.orders import actions as orders

_log = logging.getLogger("keruen.worker")

PAUSE_S = 1.0
"""How long the worker rests when no station had work."""

Station = Callable[[datetime], Awaitable[int]]
"""Pulls what is due at the instant; gives how many things it did."""


async def _forget_visits(at: datetime) -> int:
    await accounts.drop_ended_visits(at=at)
    return 0


async def work(settings: Settings) -> None:
    """Will pull until asked to stop."""
    stop = asyncio.Event()
    for sign in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(sign, stop.set)
    async with (
        connected(settings.database_url, size=4, name="keruen-worker"),
        Printer(settings.fonts) as printer,
    ):
        stations: list[Station] = [
            _forget_visits,
            lambda at: orders.expire_unpaid(at=at),
            lambda at: documents.issue_due_papers(printer=printer, at=at),
        ]
        while not stop.is_set():
            if not await _round(stations):
                with suppress(TimeoutError):
                    await asyncio.wait_for(stop.wait(), PAUSE_S)


async def _round(stations: list[Station]) -> int:
    """Will let each station pull once; one that fails does not stop the others."""
    done = 0
    for station in stations:
        try:
            done += await station(clock.now())
        except Exception:  # noqa: BLE001 -- one bad thing must not keep the rest of the caravan
            _log.exception("a station failed; it tries again in the next round")
    return done
