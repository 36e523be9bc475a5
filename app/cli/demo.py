"""Commands of the demo shop: the only module that loads it, and only when it is asked for."""

import argparse
import asyncio
import os
import secrets
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from app.cli.database import with_database
from app.cli.running import migrate_database, run_with_database
from app.cli.steps import Steps
from app.kit import clock
from app.kit.settings import read_settings

if TYPE_CHECKING:
    from app.accounts.person import SignIn


def serve(_: argparse.Namespace) -> int:
    """Prepare what is missing, then run the database, the web and the worker together."""
    from app.cli.libraries import missing_packages
    from app.cli.prepare import prepare_all
    from app.cli.serve import check_port, own_command, run_together, wait_until_ready
    from app.demo.greeting import greeting
    from app.demo.opening import seed_once

    os.environ["KERUEN_RUN"] = run = secrets.token_hex(8)
    steps = Steps()
    before = read_settings()
    check_port(before.host, before.port)
    prepare_all(before, steps, pictures=pictures())
    with steps.step("Database"):
        settings = with_database()
    with steps.step("Migrations"):
        migrate_database(settings)
    with steps.step("Demo shop"):
        _use_uvloop()
        run_with_database(lambda: seed_once(at=clock.now()))

    def ready(is_running: Callable[[], bool]) -> None:
        address = f"http://{settings.host}:{settings.port}"
        wait_until_ready(steps, address, run=run, is_running=is_running)
        text = greeting(settings, seconds=steps.total_s(), missing=missing_packages())
        print(text, flush=True)

    # The demo shop has its own rates unless the environment says to ask the banks.
    own_rates = () if "KERUEN_FEEDS" in os.environ else ("--demo",)
    return run_together(
        [own_command("web", "--demo"), own_command("worker", *own_rates)], ready=ready
    )


def seed(given: argparse.Namespace) -> int:
    """Make the demo shop, once."""
    from app.demo.opening import seed_once

    _use_uvloop()
    made = run_with_database(lambda: seed_once(at=clock.now(), stage=not given.bare))
    print("The demo shop is made." if made else "The demo shop is there already.")
    return 0


def _use_uvloop() -> None:
    """Use uvloop's event loop, which the web server brings: seeding runs ten thousand queries."""
    import uvloop

    asyncio.set_event_loop_policy(uvloop.EventLoopPolicy())


def sign_ins() -> "Sequence[SignIn]":
    """Return the demo shop's people and passwords, for the sign-in page."""
    from app.demo.cast import demo_sign_ins

    return demo_sign_ins()


def rates() -> Callable[[datetime], Awaitable[int]]:
    """Return the worker's job that enters the demo shop's own rates."""
    from app.demo.rates import import_missing

    return lambda at: import_missing(at=at)


def pictures() -> dict[str, str]:
    """Return the drawings of the demo shop's goods and malls, SVG by name."""
    from app.demo.cast import demo_pictures

    return demo_pictures()
