"""Many actions as one: all of them are saved, or none, whatever ends the process between."""

from collections.abc import AsyncIterator, Generator
from contextlib import asynccontextmanager
from typing import Final

import asyncpg

from app.kit.db import DB

_PATIENT: Final = (
    "SET LOCAL lock_timeout = 0; SET LOCAL statement_timeout = 0;"
    " SET LOCAL idle_in_transaction_session_timeout = 0"
)
"""Set-up may wait for another, and be slow on a slow machine: it keeps no reader waiting."""


class NotConnected(RuntimeError):
    """There is no pool to take a connection from: a slip of ours."""


class OnePool:
    """A pool of one connection, which stays in its transaction.

    The transaction that an action opens on it is a savepoint: the action still has its own
    transaction, and is refused a second one inside it.
    """

    def __init__(self, connection: asyncpg.Connection) -> None:
        """Lend this connection to whoever asks, one after another."""
        self.connection = connection

    def acquire(self) -> "Lent":
        """Lend the connection: to be awaited, or entered."""
        return Lent(self.connection)

    async def release(self, connection: asyncpg.Connection) -> None:
        """Take the connection back; it stays in its transaction."""


class Lent:
    """The connection as asyncpg's pools lend one: `await` gives it, and so does `async with`."""

    def __init__(self, connection: asyncpg.Connection) -> None:
        """Lend this connection."""
        self.connection = connection

    def __await__(self) -> Generator[object, None, asyncpg.Connection]:
        return self._give().__await__()

    async def __aenter__(self) -> asyncpg.Connection:
        return self.connection

    async def __aexit__(self, *_: object) -> None:
        return None

    async def _give(self) -> asyncpg.Connection:
        return self.connection


@asynccontextmanager
async def atomic(connection: asyncpg.Connection) -> AsyncIterator[None]:
    """Save what every action of the block saves in one transaction of `connection`, or nothing.

    For set-up, by one task: other tasks of the process must not use the database meanwhile.
    """
    pool = DB.pool
    async with connection.transaction():
        await connection.execute(_PATIENT)
        DB.pool = OnePool(connection)
        try:
            yield
        finally:
            DB.pool = pool


@asynccontextmanager
async def atomic_in_pool() -> AsyncIterator[asyncpg.Connection]:
    """Do as `atomic` does with a connection of the open pool; raises `NotConnected`."""
    pool = DB.pool
    if pool is None:
        raise NotConnected
    async with pool.acquire() as connection, atomic(connection):
        yield connection
