"""Bank answers as they came, official rates as published, our selling terms, the log."""

from piccolo.columns import (
    JSONB,
    BigInt,
    Boolean,
    Bytea,
    Date,
    ForeignKey,
    Integer,
    Numeric,
    OnDelete,
    Serial,
    SmallInt,
    Text,
    Timestamptz,
    Varchar,
)
from piccolo.constraints import Check, Unique
from piccolo.table import Table

from app.accounts.tables import Person


class RateBody(Table):
    """One answer of a bank, byte for byte, saved before it is parsed."""

    id: Serial
    bank = Varchar(length=10, index=True)
    fetched_at = Timestamptz()
    source = Text()
    sha256 = Varchar(length=64)
    body = Bytea()
    entered_by = ForeignKey(Person, on_delete=OnDelete.restrict, null=True)

    rate_body_once = Unique([bank, sha256], name="rate_body_once")


class OfficialRate(Table):
    """An official rate, as published."""

    id: Serial
    bank = Varchar(length=10)
    currency = Varchar(length=3)
    nominal = Integer()
    value = Numeric()
    published_on = Date()
    effective_on = Date()
    body = ForeignKey(RateBody, on_delete=OnDelete.restrict, null=False, index=True)
    quoted = Varchar(length=8, default="foreign")
    series = Varchar(length=8, default="")
    known_at = Timestamptz()
    held = Boolean(default=False)
    jump_percent = Numeric(null=True, default=None)

    official_rate_once = Unique([bank, currency, effective_on], name="official_rate_once")
    official_rate_positive = Check((value > 0) & (nominal > 0), name="official_rate_positive")


class RateConfirmation(Table):
    """A second person's confirmation of a rate that jumped. Rows are only added."""

    id: Serial
    official_rate = ForeignKey(OfficialRate, on_delete=OnDelete.restrict, null=False, unique=True)
    entered_by = ForeignKey(Person, on_delete=OnDelete.restrict, null=True)
    confirmed_by = ForeignKey(Person, on_delete=OnDelete.restrict, null=False)
    confirmed_at = Timestamptz()
    reason = Text()

    rate_confirmation_two_people = Check(
        "entered_by IS DISTINCT FROM confirmed_by", name="rate_confirmation_two_people"
    )


class RateFetch(Table):
    """One request to a bank and its outcome. Rows are only added."""

    id: Serial
    bank = Varchar(length=10, index=True)
    at = Timestamptz()
    source = Text()
    outcome = Varchar(length=40)
    sentence = Text()


class MonthRate(Table, tablename="customs_month_rate"):
    """China customs' rate of one currency for the declarations of a month, as it was announced."""

    id: Serial
    month = Date(help_text="its first day")
    currency = Varchar(length=3)
    value = Numeric(digits=(12, 4), help_text="CNY a unit")
    fixing_on = Date()
    source = Text()
    entered_by = ForeignKey(Person, on_delete=OnDelete.restrict, null=True)
    entered_at = Timestamptz()

    customs_month_rate_once = Unique([month, currency], name="customs_month_rate_once")
    customs_month_rate_positive = Check(value > 0, name="customs_month_rate_positive")


class Holiday(Table, tablename="statutory_holiday"):
    """A statutory holiday of China, by the State Council's notice for its year."""

    id: Serial
    day = Date(unique=True)
    name = Varchar(length=40)
    source = Text()


class TermsDraft(Table):
    """Proposed selling terms for one currency."""

    id: Serial
    currency = Varchar(length=3)
    spread_percent = Numeric(digits=(6, 3))
    rounding_step_minor = BigInt()
    rounding_ending_minor = BigInt()
    rounding_direction = Varchar(length=8)
    warn_age_days = SmallInt()
    stop_age_days = SmallInt()
    jump_percent = Numeric(digits=(6, 3))
    floor_percent = Numeric(digits=(6, 3))
    holds_from = Timestamptz(null=True, default=None)
    drafted_by = ForeignKey(Person, on_delete=OnDelete.restrict, null=False)
    drafted_at = Timestamptz()
    why = Text()
    state = Varchar(length=10, index=True)
    former = JSONB(default="{}", help_text="figures that held when it was drafted, then published")
    published_at = Timestamptz(null=True, default=None)


class SellingTerms(Table):
    """Selling terms of one currency from an instant on. Rows are only added."""

    id: Serial
    currency = Varchar(length=3)
    spread_percent = Numeric(digits=(6, 3))
    rounding_step_minor = BigInt()
    rounding_ending_minor = BigInt()
    rounding_direction = Varchar(length=8)
    warn_age_days = SmallInt()
    stop_age_days = SmallInt()
    jump_percent = Numeric(digits=(6, 3))
    floor_percent = Numeric(digits=(6, 3))
    effective_from = Timestamptz()
    draft = ForeignKey(TermsDraft, on_delete=OnDelete.restrict, null=False, unique=True)
    drafted_by = ForeignKey(Person, on_delete=OnDelete.restrict, null=False)
    published_by = ForeignKey(Person, on_delete=OnDelete.restrict, null=False)
    published_at = Timestamptz()
    why = Text()
    confirmed_because = Text(default="")

    selling_terms_once = Unique([currency, effective_from], name="selling_terms_once")
    selling_terms_two_people = Check("drafted_by <> published_by", name="selling_terms_two_people")
    selling_terms_not_backwards = Check(
        "effective_from >= published_at", name="selling_terms_not_backwards"
    )


class SellingStop(Table):
    """An emergency stop of one currency; lifted by somebody else."""

    id: Serial
    currency = Varchar(length=3, index=True)
    stopped_by = ForeignKey(Person, on_delete=OnDelete.restrict, null=False)
    stopped_at = Timestamptz()
    why = Text()
    lifted_by = ForeignKey(Person, on_delete=OnDelete.restrict, null=True)
    lifted_at = Timestamptz(null=True, default=None)
    lifted_because = Text(default="")

    selling_stop_two_people = Check("lifted_by <> stopped_by", name="selling_stop_two_people")


class RatesLog(Table):
    """One entry of the rates log. Rows are only added."""

    id: Serial
    at = Timestamptz()
    kind = Varchar(length=12)
    about = Varchar(length=10, index=True)
    by = ForeignKey(Person, on_delete=OnDelete.restrict, null=True)
    before = JSONB()
    after = JSONB()
    why = Text(default="")


class RateAlarm(Table):
    """An alarm, raised once for one subject. Rows are only added."""

    id: Serial
    kind = Varchar(length=12)
    currency = Varchar(length=3)
    about = Varchar(length=40)
    at = Timestamptz()

    rate_alarm_once = Unique([kind, currency, about], name="rate_alarm_once")
