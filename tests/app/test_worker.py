"""A job that fails delays no other; the worker runs until it is asked to stop."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.documents import actions as documents
from app.kit import clock
from app.kit.settings import Settings
from app.rates.actions import importing
from app.reference import current as lists
from app.worker import REST, Job, run_jobs, work

NOON = datetime(2026, 11, 23, 6, tzinfo=UTC)


class RecordedWork:
    """A job's work: records when it was called, does so many things, or fails."""

    def __init__(self, done: int = 0, fault: Exception | None = None) -> None:
        self.done = done
        self.fault = fault
        self.at: list[datetime] = []

    async def __call__(self, at: datetime) -> int:
        self.at.append(at)
        if self.fault:
            raise self.fault
        return self.done


def stopped_clock(monkeypatch: pytest.MonkeyPatch, at: datetime) -> datetime:
    monkeypatch.setattr(clock, "now", lambda: at)
    return at


async def test_a_job_that_fails_delays_no_other_and_pauses(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    bad, good = RecordedWork(fault=RuntimeError("the bank burns")), RecordedWork(done=2)
    jobs = [Job("rates", bad), Job("letters", good)]
    first = stopped_clock(monkeypatch, NOON)
    assert await run_jobs(jobs) == 2
    (record,) = caplog.records
    assert record.getMessage() == "rates: failed; tried again in 0:00:30"
    assert record.exc_info is not None
    assert record.exc_info[1] is bad.fault

    second = stopped_clock(monkeypatch, NOON + REST - timedelta(milliseconds=1))
    assert await run_jobs(jobs) == 2
    assert (bad.at, good.at) == ([first], [first, second])

    bad.fault, bad.done = None, 1
    third = stopped_clock(monkeypatch, NOON + REST)
    assert await run_jobs(jobs) == 3
    assert (bad.at, good.at) == ([first, third], [first, second, third])


async def test_a_job_with_an_interval_pauses_between(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    alarms = RecordedWork()
    jobs = [Job("alarms", alarms, every=timedelta(minutes=1))]
    for seconds in (0, 1, 59, 60, 61):
        stopped_clock(monkeypatch, NOON + timedelta(seconds=seconds))
        assert await run_jobs(jobs) == 0
    assert alarms.at == [NOON, NOON + timedelta(minutes=1)]


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize(("feeds", "asked"), [("banks", 1), ("off", 0)])
async def test_the_worker_asks_the_banks_when_it_is_to_and_ends_when_it_is_asked(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, feeds: str, asked: int
) -> None:
    banks: list[datetime] = []

    async def fetch_due(*, at: datetime) -> int:
        banks.append(at)
        return 0

    async def last_job(**_: object) -> int:
        os.kill(os.getpid(), signal.SIGTERM)
        return 0

    @asynccontextmanager
    async def standing(*_: object, **__: object) -> AsyncIterator[None]:
        yield

    monkeypatch.setattr(importing, "fetch_due", fetch_due)
    monkeypatch.setattr(documents, "issue_due_papers", last_job)
    monkeypatch.setattr(lists, "opened", standing)
    monkeypatch.setattr("app.worker.Printer", standing)
    settings = Settings("", tmp_path, "x" * 32, "http://x", "127.0.0.1", 80, feeds=feeds)
    try:
        async with asyncio.timeout(20):
            await work(settings)
    finally:
        for sign in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().remove_signal_handler(sign)
    assert len(banks) == asked
