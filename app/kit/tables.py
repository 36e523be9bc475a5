"""Counters that give gap-free numbers, and buckets that slow a guesser down."""

from piccolo.columns import BigInt, Timestamptz, Varchar
from piccolo.table import Table


class Counter(Table):
    """The last number given in a series. Taken inside the transaction that uses it: no gaps."""

    series = Varchar(length=40, unique=True)
    last = BigInt(default=0)


class Throttle(Table):
    """When a key may try again (generic cell rate)."""

    key = Varchar(length=200, unique=True)
    free_at = Timestamptz()
