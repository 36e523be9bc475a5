"""The worker: jobs that pull their work, in the order the goods travel.

The trade's own tables are the queue (docs/decisions/0005): a job looks for what the one before
it has finished, takes a little, and is safe to repeat. Nobody pushes work forward.
"""

import asyncio
import logging
import signal
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from app.accounts.repository import links, visits
from app.catalog import actions as catalog
from app.documents import actions as documents
from app.documents.printer import Printer
from app.imports.actions import applying, judging, reading
from app.kit import clock, letters, once
from app.kit.objects import Objects
from app.kit.settings import Settings
from app.notices import actions as notices
from app.orders import actions as orders
from app.payments import actions as payments
from app.pictures import actions as pictures
from app.quotes import actions as quotes
from app.rates.actions import alarms, importing
from app.reference import current as lists

_log = logging.getLogger("keruen.worker")

PAUSE_S = 1.0
"""The pause when no job had work."""
REST = timedelta(seconds=30)
"""How long a job pauses after it failed: its cause seldom goes away at once."""

_ALARMS_EVERY = timedelta(minutes=1)
_NEWS = timedelta(seconds=5)
_A_DAY = timedelta(days=1)
_REMOVED_EVERY = timedelta(minutes=10)
_BEGINNING = datetime.min.replace(tzinfo=UTC)


Pull = Callable[[datetime], Awaitable[int]]
"""Does what is due at an instant, and returns how many things it did."""


@dataclass
class Job:
    """One kind of work, and when it is next due."""

    name: str
    pull: Pull
    every: timedelta = timedelta(0)
    """The pause after it ran; none for most, which look for work all the time."""
    rests_until: datetime = _BEGINNING


async def _forget_visits(at: datetime) -> int:
    await visits.drop_ended_visits(at=at)
    await links.drop_expired_links(at=at)
    await once.delete_old_submissions(at=at)
    return 0


def _rates_from(feeds: str) -> Pull:
    """Return the work that fetches rates from the banks; none when `feeds` is off."""
    if feeds == "banks":
        return lambda at: importing.fetch_due(at=at)
    return _nothing


async def _nothing(_: datetime) -> int:
    return 0


async def work(settings: Settings, *, bring_rates: Pull | None = None) -> None:
    """Run the jobs until SIGTERM or SIGINT; `bring_rates` replaces fetching from the banks."""
    stop = asyncio.Event()
    for sign in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(sign, stop.set)
    async with (
        lists.opened(settings.database_url, size=4, name="keruen-worker"),
        Printer(settings.fonts) as printer,
    ):
        jobs = _jobs(settings, printer, bring_rates or _rates_from(settings.feeds))
        while not stop.is_set():
            await lists.follow()
            if not await run_jobs(jobs):
                with suppress(TimeoutError):
                    await asyncio.wait_for(stop.wait(), PAUSE_S)


def _jobs(settings: Settings, printer: Printer, bring_rates: Pull) -> list[Job]:
    """Return every station's job, in the order of the goods."""
    site = settings.base_url
    objects = Objects.opened(settings)
    post = letters.Post(settings.mail, settings.mail_from)
    return [
        Job("visits", _forget_visits),
        Job("rates", bring_rates),
        Job("alarms", lambda at: alarms.raise_alarms(at=at), every=_ALARMS_EVERY),
        Job("letters", lambda at: letters.send_due(post, at=at)),
        Job("prices", lambda at: catalog.begin_due_prices(at=at)),
        Job("quotes", lambda at: quotes.expire_quotes(at=at)),
        Job("unpaid orders", lambda at: orders.expire_unpaid(at=at)),
        Job(
            "ending quotes",
            lambda at: notices.tell_ending_quotes(site=site, at=at),
            every=_NEWS,
        ),
        Job("news of orders", lambda at: notices.tell_moves(site=site, at=at), every=_NEWS),
        Job("old news", lambda at: notices.forget_told(at=at), every=_A_DAY),
        Job("proformas", lambda at: payments.issue_proformas(at=at)),
        Job("workbooks read", lambda at: reading.read_due(at=at)),
        Job("rows checked", lambda at: judging.judge_due(at=at)),
        Job("rows taken in", lambda at: applying.apply_due(at=at)),
        Job("pictures", lambda at: pictures.make_due_sizes(objects=objects, at=at)),
        Job(
            "removed pictures",
            lambda at: pictures.delete_removed_files(objects=objects, at=at),
            every=_REMOVED_EVERY,
        ),
        Job("papers", lambda at: documents.issue_due_papers(printer=printer, at=at)),
    ]


async def run_jobs(jobs: list[Job]) -> int:
    """Run each due job once and return how many things were done.

    A job that fails does not stop the others, and pauses for `REST`.
    """
    done = 0
    for job in jobs:
        at = clock.now()
        if at < job.rests_until:
            continue
        try:
            done += await job.pull(at)
            job.rests_until = at + job.every
        except Exception:  # noqa: BLE001 -- one job that fails must not stop the others
            _log.exception("%s: failed; tried again in %s", job.name, REST)
            job.rests_until = at + REST
    return done
