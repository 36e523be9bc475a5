"""Rows of reference lists, and the number of the edition they make."""

from piccolo.columns import JSONB, BigInt, Boolean, Date, Serial, Text, Timestamptz, Varchar
from piccolo.table import Table


class ReferenceRow(Table):
    """A row of a list, valid between two days. Rows are only added; an end is a row too."""

    id: Serial
    list = Varchar(length=40)
    key = Varchar(length=60)
    valid_from = Date()
    valid_to = Date(null=True, default=None)
    data = JSONB(null=True, default=None)
    source = Text()
    is_confirmed = Boolean(default=True)
    is_shipped = Boolean(default=False)
    entered_at = Timestamptz()
    entered_by = Varchar(length=60, default="")


class ReferenceVersion(Table):
    """One row, incremented in the transaction of every change, so that readers check it cheaply."""

    name = Varchar(length=20, unique=True)
    version = BigInt(default=0)
