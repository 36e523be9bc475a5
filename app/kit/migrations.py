"""Runs the migrations, one process at a time."""

import contextlib
import io
from typing import Final

import asyncpg
from piccolo.apps.migrations.commands.forwards import run_forwards

from app.kit.atomic import atomic
from app.kit.db import DB

_LOCK: Final = 7_355_608
"""The advisory lock of whoever migrates; any number will do."""


class MigrationFailed(RuntimeError):
    """A migration failed; the text names it."""


async def migrate(dsn: str) -> None:
    """Run the migrations not yet run, all or none; a second process waits for the first."""
    holder = await asyncpg.connect(dsn)
    try:
        await holder.execute("SELECT pg_advisory_lock($1)", _LOCK)
        DB.use(dsn)
        output = io.StringIO()
        # Piccolo notes a migration after its transaction: killed between, it would run twice.
        async with atomic(holder):
            with contextlib.redirect_stdout(output):
                result = await run_forwards("all")
            if not result.success:
                raise MigrationFailed(f"{result.message}\n{output.getvalue()}")
    finally:
        await holder.close()
