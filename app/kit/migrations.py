"""Runs the migrations, one process at a time."""

import contextlib
import io
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from typing import Final

import asyncpg
from piccolo.apps.migrations.commands.base import BaseMigrationManager
from piccolo.apps.migrations.commands.forwards import ForwardsMigrationManager, run_forwards
from piccolo.conf.apps import MigrationModule

from app.kit.atomic import atomic
from app.kit.db import DB

_LOCK: Final = 7_355_608
"""The advisory lock of whoever migrates; any number will do."""
Migration = tuple[str, str]
"""The station and the id."""


class MigrationFailed(RuntimeError):
    """A migration failed; the text names it."""


async def migrate(dsn: str) -> None:
    """Run the migrations not yet run, all or none; a second process waits for the first."""
    async with migrating(dsn):
        await _run("all")


@asynccontextmanager
async def migrating(dsn: str) -> AsyncIterator[asyncpg.Connection]:
    """Run the block as the only one who migrates, in one transaction, on the connection given."""
    holder = await asyncpg.connect(dsn)
    try:
        await holder.execute("SELECT pg_advisory_lock($1)", _LOCK)
        DB.use(dsn)
        # Piccolo notes a migration after its transaction: killed between, it would run twice.
        async with atomic(holder):
            yield holder
    finally:
        await holder.close()


def known_migrations() -> set[Migration]:
    """Return every migration of the code."""
    return {
        (name, migration)
        for name in BaseMigrationManager().get_sorted_app_names()
        for migration in _modules(name)
    }


async def run_only(wanted: Collection[Migration]) -> None:
    """Run these migrations alone, so that the tables stand where they stood on an earlier day.

    Inside `migrating`.
    """
    for name in BaseMigrationManager().get_sorted_app_names():
        await _run(name, only={each for station, each in wanted if station == name})


class _Chosen(ForwardsMigrationManager):
    """Runs the chosen migrations of a station, whichever come between them."""

    chosen: Collection[str] = ()

    def get_migration_modules(self, folder_path: str) -> dict[str, MigrationModule]:
        modules = super().get_migration_modules(folder_path)
        return {name: module for name, module in modules.items() if name in self.chosen}


def _modules(station: str) -> dict[str, MigrationModule]:
    manager = ForwardsMigrationManager(app_name=station)
    folder = manager.get_app_config(app_name=station).resolved_migrations_folder_path
    return manager.get_migration_modules(folder)


async def _run(station: str, *, only: Collection[str] | None = None) -> None:
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        if only is None:
            result = await run_forwards(station)
        else:
            manager = _Chosen(app_name=station)
            manager.chosen = only
            result = await manager.run()
    if not result.success:
        raise MigrationFailed(f"{result.message}\n{output.getvalue()}")
