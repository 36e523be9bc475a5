"""A real database for every test that asks for one: an empty copy of the migrated template.

Hypothesis draws the same examples every time in CI, so that a failure belongs to the change and not
to the day, and new ones elsewhere. No example fails for being slow: that is the machine's fault.
"""

import asyncio
import hashlib
import os
import sys
from collections.abc import AsyncIterator, Generator
from pathlib import Path

import asyncpg
import fasteners
import pytest
from hypothesis import HealthCheck, settings

from app.cli.shipped import LISTS
from app.kit import clock, embedded
from app.kit.db import DB, connected
from app.kit.migrations import migrate
from app.kit.settings import ROOT
from app.reference.actions import enter_shipped, use_shipped
from app.reference.current import opened, use
from app.reference.edition import ReferenceEdition

TEST_DATA = ROOT / "var" / "test"

SLOW = [HealthCheck.too_slow]
settings.register_profile("dev", deadline=None, suppress_health_check=SLOW)
settings.register_profile(
    "ci", settings.get_profile("dev"), derandomize=True, database=None, print_blob=True
)
settings.load_profile("ci" if os.environ.get("CI") else "dev")


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """Count no branches where a test asks for that.

    In a worker pytest-cov begins two counts and pauses one of them; the other would go on, and take
    as long.
    """
    if item.get_closest_marker("no_cover") is None:
        return (yield)
    counting = sys.gettrace()
    sys.settrace(None)
    try:
        return (yield)
    finally:
        sys.settrace(counting)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the longest tests first, so that short ones are left to even out the workers.

    Journeys count no branches, which would take a third of their time: they pass through much
    that they do not hold.
    """
    items.sort(key=lambda item: "journeys" not in item.path.parts)
    for item in items:
        if "journeys" in item.path.parts:
            item.add_marker(pytest.mark.no_cover)


def migrations_hash() -> str:
    """Return the hash of all migrations: the template database is rebuilt when one changes."""
    digest = hashlib.sha256()
    shipped = [each.shipped for each in LISTS.values()]
    files = [path for each in shipped for path in ([each], each.glob("*.json"))[each.is_dir()]]
    for path in sorted([*ROOT.glob("app/*/piccolo_migrations/*.py"), *files]):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


async def fresh_database(admin: str, name: str) -> str:
    """Recreate the database `name` from the template and return its address."""
    template = f"template_{migrations_hash()}"
    TEST_DATA.mkdir(parents=True, exist_ok=True)
    with fasteners.InterProcessLock(TEST_DATA / "template.lock"):
        await _make_template(admin, template)
        await embedded.drop_database(admin, name)
        await embedded.create_database(admin, name, template=template)
    return embedded.address_of(admin, name)


async def _make_template(admin: str, name: str) -> None:
    connection = await asyncpg.connect(admin)
    known = await connection.fetchval("SELECT 1 FROM pg_database WHERE datname = $1", name)
    await connection.close()
    if not known:
        # One that a killed run left behind is in an unknown state.
        await embedded.drop_database(admin, f"{name}_new")
        await embedded.create_database(admin, f"{name}_new")
        await migrate(embedded.address_of(admin, f"{name}_new"))
        async with connected(embedded.address_of(admin, f"{name}_new"), size=1):
            await enter_shipped(LISTS.values(), at=clock.now())
        connection = await asyncpg.connect(admin)
        await connection.execute(f'ALTER DATABASE "{name}_new" RENAME TO "{name}"')
        await connection.close()


@pytest.fixture(scope="session")
def postgres() -> str:
    """The test server's address: an embedded PostgreSQL that stays under var/test between runs."""
    address = embedded.hold(TEST_DATA)
    asyncio.run(_hurry(address))
    return address


async def _hurry(admin: str) -> None:
    """Turn durability off: nothing here outlives its test."""
    connection = await asyncpg.connect(admin)
    for name in ("fsync", "full_page_writes", "synchronous_commit"):
        await connection.execute(f"ALTER SYSTEM SET {name} = off")
    await connection.execute("SELECT pg_reload_conf()")
    await connection.close()


@pytest.fixture(scope="session")
async def _pool(postgres: str) -> AsyncIterator[str]:
    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    folder = hashlib.sha256(str(Path.cwd()).encode()).hexdigest()[:6]
    address = await fresh_database(postgres, f"test_{folder}_{worker}")
    async with opened(address, size=12, name="keruen-test"):
        yield address


@pytest.fixture(scope="session", autouse=True)
def shipped_lists() -> ReferenceEdition:
    """Load the reference lists as shipped, for tests without a database too."""
    return use_shipped(LISTS.values())


@pytest.fixture
async def reference(database: str, shipped_lists: ReferenceEdition) -> AsyncIterator[str]:
    """Let the test change reference lists; restore them afterwards."""
    yield database
    await reset_lists()
    use(shipped_lists)


async def reset_lists() -> None:
    """Delete every row of the reference lists but the shipped ones."""
    pool = DB.pool
    assert pool is not None
    await pool.execute("TRUNCATE reference_row, reference_version RESTART IDENTITY")
    await enter_shipped(LISTS.values(), at=clock.now())


@pytest.fixture
async def database(_pool: str) -> str:
    """Yield the address of an empty, migrated database with the pool open."""
    await make_empty()
    return _pool


@pytest.fixture(scope="module")
async def module_database(_pool: str) -> str:
    """Yield an empty, migrated database for all tests of a module, which only read it.

    Not together with `database` in one module.
    """
    await make_empty()
    return _pool


async def make_empty() -> None:
    """Empty the database that the pool is open on."""
    pool = DB.pool
    assert pool is not None
    async with pool.acquire() as connection, connection.transaction():
        await _empty(connection)


async def filled_tables(
    connection: "asyncpg.pool.PoolConnectionProxy[asyncpg.Record]",
) -> list[str]:
    """List the tables that have rows, but for those of migrations and reference lists."""
    names = await connection.fetch(
        "SELECT quote_ident(relname) AS name FROM pg_class WHERE relkind = 'r'"
        " AND relname <> 'migration' AND relname NOT LIKE 'reference_%'"
        " AND relnamespace = 'public'::regnamespace"
    )
    filled = await connection.fetch(
        " UNION ALL ".join(
            f"SELECT '{row['name']}' AS name WHERE EXISTS (SELECT 1 FROM {row['name']})"  # noqa: S608 -- our names
            for row in names
        )
    )
    return [row["name"] for row in filled]


async def _empty(connection: "asyncpg.pool.PoolConnectionProxy[asyncpg.Record]") -> None:
    """Empty the tables that have rows and restart every sequence; reference lists stay.

    Emptying all of them would take a hundred times longer: TRUNCATE makes new files for each.
    """
    filled = await filled_tables(connection)
    # Without the triggers of append-only tables and the checks of foreign keys.
    await connection.execute("SET LOCAL session_replication_role = replica")
    for name in filled:
        await connection.execute(f"DELETE FROM {name}")  # noqa: S608 -- as above
    await connection.execute(
        "SELECT setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false)"
        " FROM pg_sequences WHERE last_value IS NOT NULL AND sequencename NOT LIKE 'reference_%'"
        " AND sequencename NOT LIKE 'migration_%'"
    )
