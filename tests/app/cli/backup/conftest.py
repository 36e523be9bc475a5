"""A shop that trades, and an empty database to bring it back into."""

import secrets
from collections.abc import AsyncIterator
from pathlib import Path

import asyncpg
import pytest

from app.cli.backup import age
from app.kit import embedded
from app.kit.settings import Settings
from tests.app.orders.market import Market, place

PASSPHRASE = "seven camels at dawn"
SECRET = "the shop's own secret"
PICTURE = bytes(range(256)) * 9000


@pytest.fixture(autouse=True)
def quick_scrypt(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let scrypt work little: its strength is not under test."""
    monkeypatch.setattr(age, "_WORK", 4)


@pytest.fixture
async def empty(postgres: str) -> AsyncIterator[str]:
    """Yield the address of a database without tables."""
    name = f"empty_{secrets.token_hex(4)}"
    await embedded.create_database(postgres, name)
    yield embedded.address_of(postgres, name)
    await embedded.drop_database(postgres, name)


@pytest.fixture
async def plain(postgres: str) -> AsyncIterator[str]:
    """Yield the address of an empty database whose owner may nothing else on the server."""
    name = f"plain_{secrets.token_hex(4)}"
    connection = await asyncpg.connect(postgres)
    await connection.execute(f"CREATE ROLE {name} LOGIN")
    await embedded.create_database(postgres, name)
    await connection.execute(f"ALTER DATABASE {name} OWNER TO {name}")
    yield embedded.address_of(postgres, name).replace("//postgres:@", f"//{name}:@")
    await embedded.drop_database(postgres, name)
    await connection.execute(f"DROP ROLE {name}")
    await connection.close()


@pytest.fixture
async def shop(market: Market, database: str, tmp_path: Path) -> Settings:
    """Return the settings of a shop that has orders in two countries, and pictures."""
    await place(market.kazakh, (market.raisins, 40), (market.walnuts, 3))
    await place(market.kyrgyz, (market.raisins, 100))
    data = tmp_path / "shop"
    (data / "objects" / "ab").mkdir(parents=True)
    (data / "objects" / "ab" / "изюм.webp").write_bytes(PICTURE)
    (data / "objects" / "empty").touch()
    (data / "fonts").mkdir()
    (data / "fonts" / "made-again.ttf").write_bytes(b"font")
    return Settings(database, data, SECRET, "http://localhost", "localhost", 8000)


async def rows_of(address: str) -> dict[str, list[str]]:
    """Return every row of every table, as PostgreSQL writes rows."""
    connection = await asyncpg.connect(address)
    try:
        tables = await connection.fetch(
            "SELECT relname FROM pg_class WHERE relkind = 'r'"
            " AND relnamespace = 'public'::regnamespace"
        )
        return {
            name: [
                row[0]
                for row in await connection.fetch(f'SELECT t::text FROM "{name}" t ORDER BY 1')  # noqa: S608 -- our names
            ]
            for (name,) in tables
        }
    finally:
        await connection.close()


async def shape_of(address: str) -> list[str]:
    """Return the definition of every constraint, index, trigger, view and column."""
    connection = await asyncpg.connect(address)
    try:
        return [row[0] for row in await connection.fetch(_SHAPE)]
    finally:
        await connection.close()


_SHAPE = """
SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || convalidated
FROM pg_constraint WHERE connamespace = 'public'::regnamespace
UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
UNION ALL SELECT pg_get_triggerdef(oid) || tgenabled::text FROM pg_trigger WHERE NOT tgisinternal
UNION ALL SELECT viewname || definition FROM pg_views WHERE schemaname = 'public'
UNION ALL SELECT table_name || column_name || data_type || coalesce(column_default, '')
FROM information_schema.columns WHERE table_schema = 'public'
ORDER BY 1
"""
