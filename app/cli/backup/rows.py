"""Tables as text of COPY, whichever PostgreSQL they stand in, and back.

COPY goes through the connection that the shop has anyway: `pg_dump` would have to be as new as the
server, which need not be ours. What tables look like is not in a backup: migrations make them.
"""

import hashlib
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from typing import Final

import asyncpg

from app.cli.backup.manifest import TableSum

Take = Callable[[bytes], Awaitable[None]]

_SAME_EVERYWHERE: Final = (
    "SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL timezone = 'UTC';"
    " SET LOCAL intervalstyle = 'postgres'; SET LOCAL bytea_output = 'hex';"
    " SET LOCAL extra_float_digits = 1; SET LOCAL client_encoding = 'UTF8';"
    " SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0"
)
"""So that equal rows are equal text on every server."""
_TABLES: Final = """
SELECT relname FROM pg_class
WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY relname COLLATE "C"
"""
_COLUMNS: Final = """
SELECT relname AS table, array_agg(attname::text ORDER BY attnum) AS columns
FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
  AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
GROUP BY relname ORDER BY relname COLLATE "C"
"""
_KEY: Final = """
SELECT attname::text || CASE WHEN attcollation = 0 THEN '' ELSE ' COLLATE "C"' END
FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = ANY (conkey)
WHERE contype = 'p' AND conrelid = $1::text::regclass ORDER BY array_position(conkey, attnum)
"""
_SEQUENCES: Final = """
SELECT sequencename::text FROM pg_sequences WHERE schemaname = 'public'
ORDER BY sequencename COLLATE "C"
"""
_FOREIGN_KEYS: Final = """
SELECT conrelid::regclass::text AS table, quote_ident(conname) AS name,
       pg_get_constraintdef(oid) AS definition
FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace
ORDER BY conrelid::regclass::text, conname
"""


async def prepare_session(connection: asyncpg.Connection) -> None:
    """Let the rest of the transaction write values as every server does, however long it takes."""
    await connection.execute(_SAME_EVERYWHERE)


async def count_tables(connection: asyncpg.Connection) -> int:
    return len(await connection.fetch(_TABLES))


async def read_migrations(connection: asyncpg.Connection) -> list[tuple[str, str]]:
    """List the station and id of every migration that was run."""
    rows = await connection.fetch("SELECT app_name, name FROM migration ORDER BY id")
    return [(row["app_name"], row["name"]) for row in rows]


async def read_columns(connection: asyncpg.Connection) -> dict[str, list[str]]:
    """Return the columns of every table, but for generated ones."""
    return {row["table"]: row["columns"] for row in await connection.fetch(_COLUMNS)}


async def copy_out(
    connection: asyncpg.Connection, table: str, columns: list[str], take: Take
) -> TableSum:
    """Give `take` the rows in the order of their key, a few at a time; return their sum."""
    digest = hashlib.sha256()
    rows = 0

    async def pass_on(data: bytes) -> None:
        nonlocal rows
        digest.update(data)
        rows += data.count(b"\n")  # a line break inside a value is written as \n
        await take(data)

    key = ", ".join(row[0] for row in await connection.fetch(_KEY, _quoted(table)))
    query = f"SELECT {_listed(columns)} FROM {_quoted(table)} ORDER BY {key}"  # noqa: S608 -- names of our own tables
    await connection.copy_from_query(query, output=pass_on)
    return TableSum(rows, digest.hexdigest())


async def copy_in(
    connection: asyncpg.Connection, table: str, columns: list[str], parts: Iterable[bytes]
) -> None:
    """Add the rows that `copy_out` gave."""

    async def given() -> AsyncIterator[bytes]:
        for part in parts:
            yield part

    await connection.copy_to_table(table, source=given(), columns=columns)


async def read_sums(
    connection: asyncpg.Connection, columns: dict[str, list[str]]
) -> dict[str, TableSum]:
    """Return the sum of every table as it stands."""

    async def let_go(_: bytes) -> None:
        return None

    return {name: await copy_out(connection, name, columns[name], let_go) for name in columns}


async def read_sequences(connection: asyncpg.Connection) -> dict[str, tuple[int, bool]]:
    """Return where each sequence stands.

    No snapshot holds them: read after the rows they are ahead of them, never behind.
    """
    standing = {}
    for (name,) in await connection.fetch(_SEQUENCES):
        row = await connection.fetchrow(f"SELECT last_value, is_called FROM {_quoted(name)}")  # noqa: S608 -- as above
        standing[name] = (row["last_value"], row["is_called"])
    return standing


async def set_sequences(
    connection: asyncpg.Connection, standing: dict[str, tuple[int, bool]]
) -> None:
    for name, (value, is_called) in standing.items():
        await connection.execute(
            "SELECT setval($1::text::regclass, $2, $3)", _quoted(name), value, is_called
        )


async def empty(connection: asyncpg.Connection, tables: Iterable[str]) -> None:
    """Delete what migrations entered: the backup has those rows too."""
    await connection.execute(f"TRUNCATE {', '.join(map(_quoted, tables))}")


async def analyze(connection: asyncpg.Connection, tables: Iterable[str]) -> None:
    """Let the server count what came, or its first queries would be planned for empty tables."""
    await connection.execute(f"ANALYZE {', '.join(map(_quoted, tables))}")


async def loosen(connection: asyncpg.Connection, tables: Iterable[str]) -> list[str]:
    """Switch triggers and foreign keys off; return the statements that put them back.

    Rows then come in any order, and the owner of the tables may do it, without a superuser.
    """
    back = [f"ALTER TABLE {_quoted(name)} ENABLE TRIGGER USER" for name in tables]
    for name in tables:
        await connection.execute(f"ALTER TABLE {_quoted(name)} DISABLE TRIGGER USER")
    for key in await connection.fetch(_FOREIGN_KEYS):
        await connection.execute(f"ALTER TABLE {key['table']} DROP CONSTRAINT {key['name']}")
        back.append(f"ALTER TABLE {key['table']} ADD CONSTRAINT {key['name']} {key['definition']}")
    return back


def _listed(columns: Iterable[str]) -> str:
    return ", ".join(map(_quoted, columns))


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
