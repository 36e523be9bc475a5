"""Bank answers as they came, official rates as published, and our spreads."""

from piccolo.columns import (
    Bytea,
    Date,
    ForeignKey,
    Integer,
    Numeric,
    OnDelete,
    Serial,
    Text,
    Timestamptz,
    Varchar,
)
from piccolo.constraints import Check, Unique
from piccolo.table import Table

from app.accounts.tables import Person


class RateBody(Table):
    """One answer of a bank, byte for byte, kept before it is read."""

    id: Serial
    bank = Varchar(length=10, index=True)
    fetched_at = Timestamptz()
    source = Text()
    sha256 = Varchar(length=64)
    body = Bytea()
    entered_by = ForeignKey(Person, on_delete=OnDelete.restrict, null=True)

    rate_body_once = Unique([bank, sha256], name="rate_body_once")


class OfficialRate(Table):
    """So much of the bank's own money for `nominal` units of `currency`, as published."""

    id: Serial
    bank = Varchar(length=10)
    currency = Varchar(length=3)
    nominal = Integer()
    value = Numeric()
    published_on = Date()
    effective_on = Date()
    body = ForeignKey(RateBody, on_delete=OnDelete.restrict, null=False, index=True)

    official_rate_once = Unique([bank, currency, effective_on], name="official_rate_once")
    official_rate_positive = Check((value > 0) & (nominal > 0), name="official_rate_positive")


class Spread(Table):
    """What we add to the official rate of one currency, in percent, from an instant on."""

    id: Serial
    currency = Varchar(length=3)
    percent = Numeric(digits=(6, 3))
    effective_from = Timestamptz()
    set_by = ForeignKey(Person, on_delete=OnDelete.restrict, null=False)
    set_at = Timestamptz()
    reason = Text()

    spread_once = Unique([currency, effective_from], name="spread_once")
