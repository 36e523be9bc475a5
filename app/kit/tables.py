"""Counters that give gap-free numbers, buckets that slow a guesser down, letters to send."""

from piccolo.columns import BigInt, Serial, SmallInt, Text, Timestamptz, Varchar
from piccolo.table import Table


class Counter(Table):
    """The last number given in a series. Taken inside the transaction that uses it: no gaps."""

    series = Varchar(length=40, unique=True)
    last = BigInt(default=0)


class Throttle(Table):
    """When a key may try again (generic cell rate)."""

    key = Varchar(length=200, unique=True)
    free_at = Timestamptz()


class Letter(Table):
    """A letter to be sent, in the transaction of what it tells; sent later, and once."""

    id: Serial
    to = Varchar(length=254)
    subject = Text()
    body = Text()
    written_at = Timestamptz()
    sent_at = Timestamptz(null=True, default=None, index=True)
    tries = SmallInt(default=0)
    next_try_at = Timestamptz()
    trouble = Text(default="")
