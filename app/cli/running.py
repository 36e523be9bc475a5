"""What commands share: the database opened around one action, days read, lines printed."""

import asyncio
import os
from collections.abc import Awaitable, Callable, Iterable
from datetime import date
from typing import TypeVar

from app.cli.database import answering, with_database
from app.kit import clock, typed_days
from app.kit.i18n import N_
from app.kit.refusal import BadInput
from app.kit.settings import Settings

Found = TypeVar("Found")


class BadDayArgument(BadInput):
    """A day on the command line is not one."""

    code = "command.not_a_day"
    sentence = N_("%(text)s is not a day such as 2026-11-23.")


def read_day(text: str) -> date:
    """Read a day as people write it; raises `BadDayArgument`, `AmbiguousDay`, `OtherCentury`."""
    try:
        return typed_days.read_day(text)
    except typed_days.NotADay:
        raise BadDayArgument(text=text) from None


def print_lines(lines: Iterable[str]) -> int:
    """Print line by line; gives the exit status of success."""
    for line in lines:
        print(line)
    return 0


def run_bare(action: Callable[[], Awaitable[Found]]) -> Found:
    """Run an action that needs no database: reference lists are those that came with us."""
    from app.cli.shipped import LISTS
    from app.reference.actions import use_shipped

    use_shipped(LISTS.values())

    async def bare() -> Found:
        return await action()

    return asyncio.run(bare())


def run_with_database(action: Callable[[], Awaitable[Found]]) -> Found:
    """Run one action with the database open."""
    return _run(action, with_database())


def run_with_law(action: Callable[[], Awaitable[Found]]) -> Found:
    """Run one action that reads tariffs and figures.

    A database of our own is brought up to the code first, so that the command answers on a
    machine where nothing was started yet; one named by the environment is left to `migrate`.
    """
    is_ours = "DATABASE_URL" not in os.environ
    settings = with_database()
    if is_ours:
        bring_up(settings)
    return _run(action, settings)


def bring_up(settings: Settings) -> None:
    """Bring the tables to where the code is, and enter what was known when it was written."""
    from app.cli.shipped import LISTS
    from app.kit.migrations import migrate
    from app.reference.actions import enter_shipped
    from app.tariff.actions.known import enter_known

    async def enter() -> None:
        await enter_shipped(LISTS.values(), at=clock.now())
        await enter_known(at=clock.now())

    with answering():
        asyncio.run(migrate(settings.database_url))
    _run(enter, settings)


def _run(action: Callable[[], Awaitable[Found]], settings: Settings) -> Found:
    from app.reference.current import opened

    async def act() -> Found:
        async with opened(settings.database_url, size=4, name="keruen-cli"):
            return await action()

    with answering():
        return asyncio.run(act())
