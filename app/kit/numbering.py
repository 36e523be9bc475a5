"""Gap-free numbers in named series."""

from app.kit.records import read_column
from app.kit.tables import Counter

_TAKE = (
    "INSERT INTO counter (series, last) VALUES ({}, 1)"
    " ON CONFLICT (series) DO UPDATE SET last = counter.last + 1 RETURNING last"
)


async def next_number(series: str) -> int:
    """Take the series' next number, from 1.

    Call it inside the transaction that uses the number: a rollback then gives it back, and the
    row's lock makes the next taker wait, so that a series never has a gap.
    """
    [last] = await read_column(int, Counter.raw(_TAKE, series))
    return last


async def is_begun(series: str) -> bool:
    """Return whether the series has given a number already."""
    return await Counter.exists().where(Counter.series == series)
