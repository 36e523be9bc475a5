"""The commands of `keruen` but for tariff, reference lists and the demo shop."""

import argparse
import asyncio
import os
import sys
from collections.abc import Awaitable
from pathlib import Path

from app.cli import demo
from app.cli.database import with_database
from app.cli.running import (
    migrate_database,
    print_lines,
    read_day,
    run_with_database,
    run_without_database,
)
from app.cli.steps import Steps
from app.kit import clock
from app.kit.settings import Settings, read_settings


def web(given: argparse.Namespace) -> int:
    """Answer requests until it is stopped."""
    import uvicorn

    from app.cli.serve import check_port
    from app.server import create_app

    settings = _migrated_if_ours()
    check_port(settings.host, settings.port)
    if not settings.run:  # `keruen serve` greets by itself
        print(f"Keruen answers at http://{settings.host}:{settings.port}", flush=True)
    uvicorn.run(
        create_app(settings, sign_ins=demo.sign_ins() if given.demo else ()),
        host=settings.host,
        port=settings.port,
        log_level="warning",
        proxy_headers=True,
        server_header=False,
    )
    return 0


def _migrated_if_ours() -> Settings:
    """Return the settings; migrate the embedded database, leave another to `keruen migrate`.

    Raises `NoDatabase` or `TablesBehind`, in place of a server that answers nothing.
    """
    is_ours = "DATABASE_URL" not in os.environ
    settings = with_database()
    if is_ours:
        migrate_database(settings)
    run_with_database(_nothing)
    return settings


async def _nothing() -> None:
    """Only see that the tables are there."""


def worker(given: argparse.Namespace) -> int:
    """Run the worker until it is stopped."""
    from app.worker import work

    bring_rates = demo.rates() if given.demo else None
    asyncio.run(work(with_database(), bring_rates=bring_rates))
    return 0


def prepare(given: argparse.Namespace) -> int:
    """Gather front-end files, fonts and catalogues."""
    from app.cli.prepare import prepare_all

    pictures = demo.pictures() if given.demo else None
    prepare_all(read_settings(), Steps(), pictures=pictures)
    return 0


def migrate(_: argparse.Namespace) -> int:
    """Migrate the database."""
    migrate_database(with_database())
    return 0


def doctor(_: argparse.Namespace) -> int:
    """Check this machine and print what to do; return 1 when something must be done to it.

    What the shop lacks is no fault of the machine, and only printed.
    """
    from app.cli.doctor import examine
    from app.cli.opening import examine_shop

    status = examine()
    print_lines(f"        {line}" for line in examine_shop(read_settings()))
    return status


def rates_import(given: argparse.Namespace) -> int:
    """Import one recorded answer of a bank."""
    from app.cli.printing.rates import import_file

    def action() -> Awaitable[list[str]]:
        return import_file(
            given.bank,
            Path(given.file),
            dry_run=given.dry_run,
            as_json=given.json,
            at=clock.now(),
        )

    return print_lines(run_without_database(action) if given.dry_run else run_with_database(action))


def rates_fetch(given: argparse.Namespace) -> int:
    """Fetch the rates of the banks; return 1 when one of them gave none."""
    from app.cli.printing.rates import fetch_banks

    on = read_day(given.on) if given.on else None
    lines, troubles = run_with_database(
        lambda: fetch_banks(given.bank, on=on, as_json=given.json, at=clock.now())
    )
    print_lines(lines)
    for trouble in troubles:
        print(f"keruen: {trouble}", file=sys.stderr)
    return 1 if troubles else 0


def rates_show(given: argparse.Namespace) -> int:
    """Print the rates in force on a day."""
    from app.cli.printing.rates import show

    return print_lines(
        run_with_database(lambda: show(given.bank, on=read_day(given.on), as_json=given.json))
    )


def rates_month(given: argparse.Namespace) -> int:
    """Enter China customs' month rates."""
    from app.cli.printing.rates import import_month_rates

    def action() -> Awaitable[list[str]]:
        return import_month_rates(
            Path(given.file), dry_run=given.dry_run, at=clock.now(), because=given.because
        )

    return print_lines(run_without_database(action) if given.dry_run else run_with_database(action))


def rates_holidays(given: argparse.Namespace) -> int:
    """Enter China's statutory holidays."""
    from app.cli.printing.rates import import_holidays

    return print_lines(run_with_database(lambda: import_holidays(Path(given.file), at=clock.now())))
