"""Databases as they stood with earlier code: their tables made anew, and filled with their rows."""

import contextlib
import gzip
import io
import json
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import asyncpg
from piccolo.apps.migrations.commands.forwards import run_forwards

from app.cli.shipped import LISTS
from app.kit import clock, embedded
from app.kit.db import DB, connected
from app.kit.migrations import migrate
from app.reference.actions import enter_shipped

RECORDINGS = Path(__file__).parents[1] / "recordings"


async def as_it_was(address: str, rows: dict[str, list[dict[str, Any]]]) -> None:
    """Make the tables of then, and fill them with the rows of then."""
    last = {row["app_name"]: row["name"] for row in rows.pop("migration")}
    DB.use(address)
    for station, migration in last.items():
        with contextlib.redirect_stdout(io.StringIO()):
            assert (await run_forwards(station, migration)).success
    connection = await asyncpg.connect(address)
    await connection.execute("SET session_replication_role = replica")
    for table, kept in rows.items():
        await connection.execute(f'DELETE FROM "{table}"')  # noqa: S608 -- our names
        await connection.execute(
            f'INSERT INTO "{table}" SELECT * FROM jsonb_populate_recordset(NULL::"{table}", $1)',  # noqa: S608 -- our names
            json.dumps(kept),
        )
    await connection.close()


def read_rows(folder: str) -> dict[str, list[dict[str, Any]]]:
    """Return the recorded rows by table; a figure with a point is text, so that no zero is lost."""
    plain = RECORDINGS / folder / "rows.json"
    text = plain.read_bytes() if plain.exists() else gzip.decompress(_packed(folder).read_bytes())
    rows: dict[str, list[dict[str, Any]]] = json.loads(text, parse_float=str)
    return rows


def _packed(folder: str) -> Path:
    return RECORDINGS / folder / "rows.json.gz"


@asynccontextmanager
async def migrated_from(folder: str, *, admin: str) -> AsyncIterator[str]:
    """A recorded database of its own, brought to where the code is as `keruen migrate` does."""
    pool, config = DB.pool, DB.config
    DB.pool = None
    name = f"{folder}_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}"
    try:
        await embedded.drop_database(admin, name)
        await embedded.create_database(admin, name)
        address = embedded.address_of(admin, name)
        await as_it_was(address, read_rows(folder))
        await migrate(address)
        async with connected(address, size=1):
            await enter_shipped(LISTS.values(), at=clock.now())
        yield address
        await embedded.drop_database(admin, name)
    finally:
        DB.pool, DB.config = pool, config
