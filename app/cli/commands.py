"""What each command does: put the settings, the database and one action together."""

import argparse
import asyncio
import os
import sys
from collections.abc import Awaitable, Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

from app.cli.database import with_database
from app.cli.steps import Steps
from app.kit import clock
from app.kit.refusal import BadInput
from app.kit.settings import read_settings
from app.kit.words import N_

Found = TypeVar("Found")


class NotADay(BadInput):
    """A day on the command line is not one."""

    sentence = N_("%(text)s is not a day such as 2026-11-23.")


def serve(_: argparse.Namespace) -> int:
    """Will prepare what is missing, then run the database, the web and the worker together."""
    from app.cli.demo import greeting
    from app.cli.prepare import prepare_all
    from app.cli.serve import own_command, run_together, wait_until_ready
    from app.kit.migrations import migrate as bring_up
    from app.seeds.opening import seed_once

    # The demo shop lives by its own figures unless it is told to ask the banks.
    os.environ.setdefault("KERUEN_FEEDS", "demo")
    steps = Steps()
    prepare_all(read_settings(), steps)
    with steps.step("Database"):
        settings = with_database()
    with steps.step("Migrations"):
        asyncio.run(bring_up(settings.database_url))
    with steps.step("Demo shop"):
        _run(lambda: seed_once(at=clock.now()))

    def ready() -> None:
        wait_until_ready(steps, settings.base_url)
        print(greeting(settings, seconds=steps.total_s()), flush=True)

    return run_together([own_command("web", "--demo"), own_command("worker")], ready=ready)


def web(given: argparse.Namespace) -> int:
    """Will answer requests until it is stopped."""
    import uvicorn

    from app.server import create_app

    settings = with_database()
    uvicorn.run(
        create_app(settings, demo=given.demo),
        host=settings.host,
        port=settings.port,
        log_level="warning",
        proxy_headers=True,
        server_header=False,
    )
    return 0


def worker(_: argparse.Namespace) -> int:
    """Will let every station pull its work until it is stopped."""
    from app.worker import work

    asyncio.run(work(with_database()))
    return 0


def prepare(_: argparse.Namespace) -> int:
    """Will gather front-end files, fonts and catalogues."""
    from app.cli.prepare import prepare_all

    prepare_all(read_settings(), Steps())
    return 0


def migrate(_: argparse.Namespace) -> int:
    """Will bring the tables to where the code is."""
    from app.kit.migrations import migrate as bring_up

    asyncio.run(bring_up(with_database().database_url))
    return 0


def seed(_: argparse.Namespace) -> int:
    """Will make the demo shop, once."""
    from app.seeds.opening import seed_once

    made = _run(lambda: seed_once(at=clock.now()))
    print("The demo shop is made." if made else "The demo shop is there already.")
    return 0


def doctor(_: argparse.Namespace) -> int:
    """Will check this machine and say what to do; 1 when something must be done."""
    from app.cli.doctor import examine

    return examine()


def rates_import(given: argparse.Namespace) -> int:
    """Will import one recorded answer of a bank."""
    from app.rates.commands import import_file

    def action() -> Awaitable[list[str]]:
        return import_file(
            given.bank,
            Path(given.file),
            dry_run=given.dry_run,
            as_json=given.json,
            at=clock.now(),
        )

    return _print(asyncio.run(_bare(action)) if given.dry_run else _run(action))


def rates_fetch(given: argparse.Namespace) -> int:
    """Will ask the banks for their rates; 1 when one of them gave none."""
    from app.rates.commands import fetch_banks

    on = _day(given.on) if given.on else None
    lines, troubles = _run(
        lambda: fetch_banks(given.bank, on=on, as_json=given.json, at=clock.now())
    )
    _print(lines)
    for trouble in troubles:
        print(f"keruen: {trouble}", file=sys.stderr)
    return 1 if troubles else 0


def rates_show(given: argparse.Namespace) -> int:
    """Will print the rates in force on a day."""
    from app.rates.commands import show

    return _print(_run(lambda: show(given.bank, on=_day(given.on), as_json=given.json)))


def rates_month(given: argparse.Namespace) -> int:
    """Will enter China customs' month rates."""
    from app.rates.commands import import_month_rates

    def action() -> Awaitable[list[str]]:
        return import_month_rates(Path(given.file), dry_run=given.dry_run, at=clock.now())

    return _print(asyncio.run(_bare(action)) if given.dry_run else _run(action))


def rates_holidays(given: argparse.Namespace) -> int:
    """Will enter China's statutory holidays."""
    from app.rates.commands import import_holidays

    return _print(_run(lambda: import_holidays(Path(given.file), at=clock.now())))


def tariff_import(given: argparse.Namespace) -> int:
    """Will read the publication and print its lines; what is unread goes to standard error."""
    from app.cli.progress import Progress
    from app.tariff.commands import read_files

    progress = Progress()
    paths = [Path(each) for each in given.files]
    for file in read_files(paths, as_json=given.json, told=progress.page_read):
        _print(file.lines)
        progress.file_read(file.path, lines=len(file.lines), unread=file.unread)
    progress.end()
    return 0


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise NotADay(text=text) from None


def _print(lines: list[str]) -> int:
    for line in lines:
        print(line)
    return 0


async def _bare(action: Callable[[], Awaitable[Found]]) -> Found:
    return await action()


def _run(action: Callable[[], Awaitable[Found]]) -> Found:
    """Will run one action with the database open."""
    from app.kit.db import connected

    async def opened() -> Found:
        async with connected(settings.database_url, size=4, name="keruen-cli"):
            return await action()

    settings = with_database()
    return asyncio.run(opened())
