"""Gap-free numbers in named series."""

from app.kit.records import read_column
from app.kit.tables import Counter

_TAKE = (
    "INSERT INTO counter (series, last) VALUES ({}, 1)"
    " ON CONFLICT (series) DO UPDATE SET last = counter.last + 1 RETURNING last"
)


async def next_number(series: str) -> int:
    """Return the series' next number, from 1.

    Call it inside the transaction that uses the number: a rollback then returns it, and the
    row's lock makes others wait, so that a series never has a gap.
    """
    [last] = await read_column(int, Counter.raw(_TAKE, series))
    return last


async def is_begun(series: str) -> bool:
    """Return whether a number of the series was taken already."""
    return await Counter.exists().where(Counter.series == series)
