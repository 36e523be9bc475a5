"""Counters of gap-free numbers, buckets that slow a guesser down, letters, forms that were sent."""

from piccolo.columns import BigInt, Serial, SmallInt, Text, Timestamptz, Varchar
from piccolo.constraints import Unique
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


class Submission(Table):
    """A form whose act is done: sent again, it is answered with what the act led to."""

    id: Serial
    key = Varchar(length=22)
    """Made with the page that the form stood on."""
    sender = Varchar(length=30)
    """The person; empty for a visitor, who alone knows the key."""
    act = Varchar(length=64)
    """SHA-256 of the address and the fields."""
    reference = Text(default="")
    answer = Text(default="")
    """The address that the sender was led to."""
    at = Timestamptz(index=True)

    submission_once = Unique([key, sender, act], name="submission_once")
