"""The database: one engine, and transactions that always give their connection back.

Piccolo's own transaction leaks its connection when COMMIT fails, keeps the task "inside" a dead
transaction, and joins silently when nested. docs/decisions/0003 has what was measured.
"""

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from types import TracebackType
from typing import Any, Final, Literal, Self

import asyncpg
import msgspec
from piccolo.engine.exceptions import TransactionError
from piccolo.engine.postgres import PostgresEngine, PostgresTransaction
from piccolo.querystring import QueryString

os.environ.setdefault("PICCOLO_CONF", "app.piccolo_conf")

_LOST = (
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,
    asyncpg.PostgresConnectionError,
    OSError,
)


class Transaction(PostgresTransaction):
    """A transaction of one task. Whatever happens, the connection goes back to the pool."""

    __slots__ = ("isolation", "owner")

    def __init__(self, engine: "Engine", *, isolation: str | None = None) -> None:
        """Refuse (`TransactionError`) to start inside another one."""
        super().__init__(engine, allow_nested=False)
        self.isolation = isolation
        self.owner: asyncio.Task[object] | None = None

    async def __aenter__(self) -> Self:
        self.owner = asyncio.current_task()
        self.connection = await self.get_connection()
        try:
            self.transaction = self.connection.transaction(isolation=self.isolation)
            await self.begin()
        except BaseException:
            await self._give_back()
            raise
        self.context = self.engine.current_transaction.set(self)
        return self

    async def __aexit__(
        self,
        exception_type: type[BaseException] | None,
        exception: BaseException | None,
        traceback: TracebackType | None,
    ) -> Literal[False]:
        try:
            if exception is None:
                await self.commit()
            else:
                await self._roll_back_quietly()
        finally:
            self.engine.current_transaction.reset(self.context)
            await self._give_back()
        return False

    async def _roll_back_quietly(self) -> None:
        """Roll back; a connection already gone must not hide the first error."""
        try:
            await self.rollback()
        except _LOST:
            return

    async def _give_back(self) -> None:
        if self.engine.pool:
            await asyncio.shield(self.engine.pool.release(self.connection))
        else:
            await self.connection.close()


class Engine(PostgresEngine):
    """Piccolo's engine, made without touching the network; `connected` opens its pool."""

    async def check_version(self) -> None:
        """Do nothing: importing must not connect."""

    async def prep_database(self) -> None:
        """Do nothing: extensions are made by migrations."""

    def use(self, dsn: str) -> None:
        """Set which server the pool connects to."""
        self.config = {"dsn": dsn}

    def transaction(self, *, isolation: str | None = None) -> Transaction:  # type: ignore[override] # nesting is refused here
        """Open a transaction; raises `TransactionError` inside another one."""
        return Transaction(self, isolation=isolation)

    async def run_querystring(self, querystring: QueryString, in_pool: bool = True) -> Any:  # noqa: ANN401, FBT001, FBT002 -- Piccolo's signature
        """Run a query; raises `TransactionError` from another task than the transaction's."""
        current = self.current_transaction.get()
        if isinstance(current, Transaction) and current.owner is not asyncio.current_task():
            message = "A query from another task inside a transaction: run it after, or pass data."
            raise TransactionError(message)
        return await super().run_querystring(querystring, in_pool)


DB: Final = Engine(config={"dsn": os.environ.get("DATABASE_URL", "")})


def transaction(*, isolation: str | None = None) -> Transaction:
    """Open the one transaction of an action; raises `TransactionError` inside another."""
    return DB.transaction(isolation=isolation)


async def _set_json_codec(connection: asyncpg.Connection) -> None:
    """Encode and decode JSON with msgspec on a new connection."""
    for kind in ("json", "jsonb"):
        await connection.set_type_codec(
            kind,
            schema="pg_catalog",
            encoder=lambda value: value if isinstance(value, str) else _encode(value),
            decoder=msgspec.json.decode,
        )


def _encode(value: object) -> str:
    return msgspec.json.encode(value).decode()


@asynccontextmanager
async def connected(dsn: str, *, size: int = 10, name: str = "keruen") -> AsyncIterator[Engine]:
    """Hold a pool of connections open for the block."""
    DB.use(dsn)
    await DB.start_connection_pool(
        min_size=1,
        max_size=size,
        init=_set_json_codec,
        server_settings={
            "application_name": name,
            "jit": "off",
            "statement_timeout": "15000",
            "lock_timeout": "5000",
            "idle_in_transaction_session_timeout": "30000",
        },
    )
    try:
        yield DB
    finally:
        await DB.close_connection_pool()
