"""Lets every station pull its work, in the order the goods travel.

The trade's own tables are the queue (docs/decisions/0005): a station looks for what the one before
it has finished, takes a little, and is safe to repeat. Nobody pushes work forward.
"""

import asyncio
import logging
import signal
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from app.accounts.repository import visits as kept_visits
from app.documents import actions as documents
from app.documents.printer import Printer
from app.kit import clock, letters, once
from app.kit.settings import Settings
from app.orders import actions as orders
from app.payments import actions as payments
from app.quotes import actions as quotes
from app.rates.actions import alarms, importing
from app.reference import current as lists

_log = logging.getLogger("keruen.worker")

PAUSE_S = 1.0
"""How long the worker rests when no station had work."""
REST = timedelta(seconds=30)
"""How long a station is left alone after it failed: what ails it seldom heals at once."""


_ALARMS_EVERY = timedelta(minutes=1)
_BEGINNING = datetime.min.replace(tzinfo=UTC)


Pull = Callable[[datetime], Awaitable[int]]
"""Does what is due at an instant, and returns how many things it did."""


@dataclass
class Station:
    """A station that pulls what is due at an instant, and gives how many things it did."""

    name: str
    pull: Pull
    every: timedelta = timedelta(0)
    """How long it rests after it pulled: none for most, they look for work all the time."""
    rests_until: datetime = _BEGINNING


async def _forget_visits(at: datetime) -> int:
    await kept_visits.drop_ended_visits(at=at)
    await once.forget_submissions(at=at)
    return 0


def _rates_from(feeds: str) -> Pull:
    """Return what brings rates in: from the banks, or nothing."""
    if feeds == "banks":
        return lambda at: importing.fetch_due(at=at)
    return _nothing


async def _nothing(_: datetime) -> int:
    return 0


async def work(settings: Settings, *, bring_rates: Pull | None = None) -> None:
    """Pull until asked to stop; `bring_rates` stands in for the banks where it is given."""
    stop = asyncio.Event()
    for sign in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(sign, stop.set)
    async with (
        lists.opened(settings.database_url, size=4, name="keruen-worker"),
        Printer(settings.fonts) as printer,
    ):
        post = letters.Post(settings.mail, settings.mail_from)
        stations: list[Station] = [
            Station("visits", _forget_visits),
            Station("rates", bring_rates or _rates_from(settings.feeds)),
            Station("alarms", lambda at: alarms.raise_alarms(at=at), every=_ALARMS_EVERY),
            Station("letters", lambda at: letters.send_due(post, at=at)),
            Station("quotes", lambda at: quotes.expire_quotes(at=at)),
            Station("unpaid orders", lambda at: orders.expire_unpaid(at=at)),
            Station("proformas", lambda at: payments.issue_proformas(at=at)),
            Station("papers", lambda at: documents.issue_due_papers(printer=printer, at=at)),
        ]
        while not stop.is_set():
            await lists.follow()
            if not await pull_round(stations):
                with suppress(TimeoutError):
                    await asyncio.wait_for(stop.wait(), PAUSE_S)


async def pull_round(stations: list[Station]) -> int:
    """Let each station pull once; one that fails does not stop the others, and rests.

    Returns how many things were done.
    """
    done = 0
    for station in stations:
        at = clock.now()
        if at < station.rests_until:
            continue
        try:
            done += await station.pull(at)
            station.rests_until = at + station.every
        except Exception:  # noqa: BLE001 -- one bad thing must not keep the rest of the caravan
            _log.exception("%s: failed; tried again in %s", station.name, REST)
            station.rests_until = at + REST
    return done
