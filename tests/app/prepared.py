"""States of the database that many tests begin with: made once by the code, put back as rows."""

from collections.abc import Awaitable, Callable
from copy import deepcopy
from dataclasses import dataclass
from typing import Generic, TypeVar

import asyncpg
import pytest

from app.kit import clock
from app.kit.db import DB
from tests.app.catalog.shelf import MORNING
from tests.conftest import filled_tables, make_empty

Made = TypeVar("Made")


@dataclass(frozen=True)
class Prepared(Generic[Made]):
    """The rows, in a schema of their own, and what was returned by the code that made them."""

    made: Made
    script: str

    async def put_back(self) -> Made:
        """Put the rows into the empty database."""
        pool = DB.pool
        assert pool is not None
        await pool.execute(self.script)
        return deepcopy(self.made)


async def prepare(name: str, make: Callable[[], Awaitable[Made]]) -> Prepared[Made]:
    """Empty the database, let `make` fill it on a Monday morning, and keep the rows as `name`."""
    await make_empty()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clock, "now", lambda: MORNING)
        made = await make()
    pool = DB.pool
    assert pool is not None
    async with pool.acquire() as connection, connection.transaction():
        await connection.execute(f"CREATE SCHEMA prepared_{name}")
        tables = await filled_tables(connection)
        copies = [await _keep(connection, f"prepared_{name}", table) for table in tables]
        sequences = await connection.fetch(
            "SELECT format('SELECT setval(%L, %s)', quote_ident(sequencename), last_value) AS again"
            " FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL"
            " AND sequencename NOT LIKE 'reference_%' AND sequencename NOT LIKE 'migration_%'"
        )
    steps = [
        "BEGIN",
        "SET LOCAL session_replication_role = replica",  # the rows were checked when they were made
        *copies,
        *(row["again"] for row in sequences),
        "COMMIT",
    ]
    return Prepared(made, ";".join(steps))


async def _keep(
    connection: "asyncpg.pool.PoolConnectionProxy[asyncpg.Record]", schema: str, table: str
) -> str:
    """Copy the table's rows into the schema; return the statement that copies them back."""
    await connection.execute(f"CREATE TABLE {schema}.{table} AS TABLE public.{table}")
    columns = await connection.fetchval(
        "SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute"
        " WHERE attrelid = $1::text::regclass AND attnum > 0"
        " AND NOT attisdropped AND attgenerated = ''",
        f"public.{table}",
    )
    return (
        f"INSERT INTO public.{table} ({columns}) OVERRIDING SYSTEM VALUE"  # noqa: S608 -- our names
        f" SELECT {columns} FROM {schema}.{table}"
    )
