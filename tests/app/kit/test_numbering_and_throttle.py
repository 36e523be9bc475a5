"""Numbers without gaps, tries that run out, and rows that cannot be changed afterwards."""

import asyncio
from datetime import UTC, datetime, timedelta

import asyncpg
import pytest

from app.kit.db import DB, transaction
from app.kit.numbering import is_begun, next_number
from app.kit.throttle import TooManyTries, give_back, take_try

pytestmark = pytest.mark.usefixtures("database")
NOON = datetime(2026, 11, 23, 6, tzinfo=UTC)
SEALED = (
    "movement", "order_move", "official_rate", "rate_body", "payment", "load_move",
    "snapshot", "customs_receipt", "paper", "selling_terms", "rates_log", "rate_alarm",
    "refund", "rate_confirmation", "rate_fetch", "customs_month_rate", "statutory_holiday",
    "quote_line", "quote_move", "rehearsal", "price_list", "ladder_price",
    "tariff_edition", "tariff_line", "tariff_note", "exemption_rate", "trade_measure",
    "goods_requirement", "country_figure", "product_code", "customs_message", "import_answer",
    "excise_rate",
)  # fmt: skip


async def number(series: str) -> int:
    async with transaction():
        return await next_number(series)


async def test_twenty_takers_at_once_get_twenty_numbers_in_a_row() -> None:
    found = await asyncio.gather(*(number("K") for _ in range(20)))
    assert sorted(found) == list(range(1, 21))
    assert await is_begun("K")
    assert not await is_begun("L")


async def test_a_number_that_was_not_used_is_given_again() -> None:
    assert await number("K") == 1
    with pytest.raises(ZeroDivisionError):
        async with transaction():
            assert await next_number("K") == 2
            _ = 1 // 0
    assert await number("K") == 2


async def take(key: str, *, at: datetime = NOON) -> bool:
    try:
        await take_try(key, at=at, burst=3, interval=timedelta(seconds=30))
    except TooManyTries:
        return False
    return True


async def test_tries_run_out_and_come_back_one_by_one() -> None:
    assert [await take("a") for _ in range(5)] == [True, True, True, False, False]
    assert await take("b")
    later = NOON + timedelta(seconds=30)
    assert [await take("a", at=later) for _ in range(2)] == [True, False]


async def test_tries_at_once_count_all() -> None:
    taken = await asyncio.gather(*(take("a") for _ in range(12)))
    assert sum(taken) == 3


async def test_a_try_that_was_no_guess_is_given_back() -> None:
    for _ in range(8):
        assert await take("a")
        await give_back("a", interval=timedelta(seconds=30))
    assert [await take("a") for _ in range(4)] == [True, True, True, False]


@pytest.mark.parametrize("table", SEALED)
async def test_rows_that_are_only_added_have_a_seal_in_the_database(table: str) -> None:
    pool = DB.pool
    assert pool is not None
    sealed = await pool.fetchval(
        "SELECT count(*) FROM pg_trigger WHERE tgname = 'only_added' AND tgrelid = $1::regclass",
        table,
    )
    assert sealed == 1


async def test_the_seal_refuses_to_change_and_to_delete() -> None:
    pool = DB.pool
    assert pool is not None
    await pool.execute(
        "INSERT INTO rate_body (bank, sha256, body, source, fetched_at)"
        " VALUES ('nbk', 'x', '', 'test', now())"
    )
    for statement in ("UPDATE rate_body SET bank = 'nbkr'", "DELETE FROM rate_body"):
        with pytest.raises(asyncpg.RestrictViolationError):
            await pool.execute(statement)
    assert await pool.fetchval("SELECT bank FROM rate_body") == "nbk"
