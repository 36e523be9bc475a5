"""Many actions in one transaction: all of them are saved, or none."""

from collections.abc import AsyncIterator, Generator
from contextlib import asynccontextmanager
from typing import Final

import asyncpg

from app.kit.db import DB

_PATIENT: Final = (
    "SET LOCAL lock_timeout = 0; SET LOCAL statement_timeout = 0;"
    " SET LOCAL idle_in_transaction_session_timeout = 0"
)
"""Set-up may wait for another process and be slow: no reader waits for it."""


class NotConnected(RuntimeError):
    """There is no pool to take a connection from."""


class OnePool:
    """A pool of one connection, which stays in its transaction.

    The transaction that an action opens on it is a savepoint: the action still has its own
    transaction, and is refused a second one inside it.
    """

    def __init__(self, connection: asyncpg.Connection) -> None:
        self.connection = connection

    def acquire(self) -> "AcquiredConnection":
        """Return the connection, to be awaited or entered."""
        return AcquiredConnection(self.connection)

    async def release(self, connection: asyncpg.Connection) -> None:
        """Do nothing: the connection stays in its transaction."""


class AcquiredConnection:
    """The connection as asyncpg's `Pool.acquire` returns one: for `await` or `async with`."""

    def __init__(self, connection: asyncpg.Connection) -> None:
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
    """Run every action of the block in one transaction of `connection`.

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
    """Run the block as `atomic` does, on a connection of the open pool; raises `NotConnected`."""
    pool = DB.pool
    if pool is None:
        raise NotConnected
    async with pool.acquire() as connection, atomic(connection):
        yield connection
