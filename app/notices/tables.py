"""Which events were told, and which letters people do without."""

from piccolo.columns import BigInt, ForeignKey, OnDelete, Serial, Timestamptz, Varchar
from piccolo.constraints import Unique
from piccolo.table import Table

from app.accounts.tables import Person


class NoticeCursor(Table):
    """How far the moves of orders are told; its one row is locked by whoever tells them."""

    id: Serial
    name = Varchar(length=20, unique=True)
    last_id = BigInt(default=0)
    since = Timestamptz()
    """Events before it are nobody's news."""


class ToldEvent(Table):
    """An event that was told: one is never told twice."""

    id: Serial
    key = Varchar(length=60, unique=True)
    told_at = Timestamptz(index=True)


class DeclinedNotice(Table):
    """A kind of letter that somebody does without."""

    id: Serial
    person = ForeignKey(Person, on_delete=OnDelete.cascade, null=False)
    kind = Varchar(length=20)

    declined_notice_once = Unique([person, kind], name="declined_notice_once")
