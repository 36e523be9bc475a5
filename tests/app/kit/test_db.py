"""The traps of Piccolo's own transaction, each avoided by ours."""

import asyncio

import asyncpg
import pytest
from piccolo.engine.exceptions import TransactionError

from app.kit.db import DB, transaction
from app.kit.tables import Counter

pytestmark = pytest.mark.usefixtures("database")


def _connections_out() -> int:
    assert DB.pool is not None
    return int(DB.pool.get_size() - DB.pool.get_idle_size())


async def _counters() -> list[str]:
    return await Counter.select(Counter.series).order_by(Counter.series).output(as_list=True)


async def test_what_a_transaction_wrote_stays() -> None:
    async with transaction():
        await Counter(series="kept").save()
    assert await _counters() == ["kept"]
    assert _connections_out() == 0


async def test_a_refusal_inside_takes_everything_back() -> None:
    with pytest.raises(ValueError, match="no"):
        async with transaction():
            await Counter(series="gone").save()
            raise ValueError("no")
    assert await _counters() == []
    assert _connections_out() == 0


async def test_a_commit_that_fails_gives_the_connection_back() -> None:
    await DB.run_ddl(
        "CREATE TABLE deferred (id int UNIQUE DEFERRABLE INITIALLY DEFERRED)", in_pool=True
    )
    try:
        with pytest.raises(asyncpg.UniqueViolationError):
            async with transaction():
                await Counter.raw("INSERT INTO deferred VALUES (1)")
                await Counter.raw("INSERT INTO deferred VALUES (1)")
        assert _connections_out() == 0
        assert not DB.transaction_exists()
        assert await Counter.raw("SELECT * FROM deferred") == []
    finally:
        await DB.run_ddl("DROP TABLE deferred")


async def test_a_killed_backend_leaves_no_dead_transaction_behind() -> None:
    with pytest.raises((asyncpg.PostgresError, asyncpg.InterfaceError, OSError)):
        async with transaction():
            mine = (await Counter.raw("SELECT pg_backend_pid() AS pid"))[0]["pid"]
            killer = await asyncpg.connect(DB.config["dsn"])
            await killer.execute("SELECT pg_terminate_backend($1)", mine)
            await killer.close()
            await asyncio.sleep(0.1)
            await Counter(series="gone").save()
    assert not DB.transaction_exists()
    assert _connections_out() == 0
    assert await _counters() == []


async def test_a_transaction_inside_another_is_refused_and_writes_nothing() -> None:
    with pytest.raises(TransactionError):
        async with transaction():
            await Counter(series="outer").save()
            async with transaction():
                await Counter(series="inner").save()
    assert await _counters() == []
    assert _connections_out() == 0


async def test_a_query_of_another_task_inside_a_transaction_is_refused_at_once() -> None:
    with pytest.raises(TransactionError, match="another task"):
        async with transaction():
            await asyncio.gather(Counter(series="one").save(), Counter(series="two").save())
    assert await _counters() == []


async def test_serializable_refuses_the_second_of_two_that_read_the_same() -> None:
    await Counter(series="s", last=0).save()
    met = asyncio.Barrier(2)

    async def add_one() -> None:
        async with transaction(isolation="serializable"):
            row = await Counter.select(Counter.last).where(Counter.series == "s").first()
            assert row is not None
            await met.wait()
            await Counter.update({Counter.last: row["last"] + 1}).where(Counter.series == "s")

    results = await asyncio.gather(add_one(), add_one(), return_exceptions=True)
    assert [type(result).__name__ for result in results].count("SerializationError") == 1
    assert _connections_out() == 0
