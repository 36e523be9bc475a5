"""Counters of gap-free numbers, throttled keys, letters, and submitted forms."""

from piccolo.columns import BigInt, Serial, SmallInt, Text, Timestamptz, Varchar
from piccolo.constraints import Unique
from piccolo.table import Table


class Counter(Table):
    """The last number taken in a series, in the transaction that uses it: no gaps."""

    series = Varchar(length=40, unique=True)
    last = BigInt(default=0)


class Throttle(Table):
    """When a key may try again (generic cell rate)."""

    key = Varchar(length=200, unique=True)
    free_at = Timestamptz()


class Letter(Table):
    """A letter to be sent; saved in the transaction of what it reports."""

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
    """A submitted form whose act is done; sent again, it gets the same answer."""

    id: Serial
    key = Varchar(length=22)
    """The key of the form, made with its page."""
    sender = Varchar(length=30)
    """Id of the person; empty for a visitor, who alone knows the key."""
    act = Varchar(length=64)
    """SHA-256 of the address and the fields."""
    reference = Text(default="")
    answer = Text(default="")
    """The address that the sender was redirected to."""
    at = Timestamptz(index=True)

    submission_once = Unique([key, sender, act], name="submission_once")
