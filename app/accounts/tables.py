"""Companies, people and their sessions."""

from piccolo.columns import (
    JSONB,
    BigInt,
    Boolean,
    Bytea,
    ForeignKey,
    Integer,
    OnDelete,
    Serial,
    Text,
    Timestamptz,
    Varchar,
)
from piccolo.constraints import Check, Unique
from piccolo.table import Table


class Company(Table):
    """A company in the trade. `number` is its БИН, ИНН or USCC, checked before it is saved."""

    id: Serial
    slug = Varchar(length=60, unique=True)
    kind = Varchar(length=12, index=True)
    country = Varchar(length=2)
    name = Varchar(length=200)
    name_latin = Varchar(length=200)
    number = Varchar(length=20)
    number_kind = Varchar(length=12)
    address = Text()
    customs_code = Varchar(length=10, default="")
    created_at = Timestamptz()
    version = Integer(default=1, help_text="counted up by every change")
    retired_at = Timestamptz(null=True, default=None)

    company_number_once = Unique([country, number], name="company_number_once")


class Person(Table):
    """Somebody who signs in, for one company, in one role."""

    id: Serial
    email = Varchar(length=254, unique=True)
    name = Varchar(length=200)
    password_hash = Varchar(length=200)
    role = Varchar(length=20)
    company = ForeignKey(Company, on_delete=OnDelete.restrict, null=False, index=True)
    language = Varchar(length=10)
    active = Boolean(default=True)
    created_at = Timestamptz()
    unconfirmed_since = Timestamptz(null=True, default=None)
    """Since when the e-mail waits to be confirmed; null once it is."""
    version = Integer(default=1, help_text="counted up by every change")


class RegisterChange(Table):
    """What was changed of a company or a person, by whom and why. Rows are only added."""

    id: Serial
    company = ForeignKey(Company, on_delete=OnDelete.restrict, null=True, index=True)
    person = ForeignKey(Person, on_delete=OnDelete.restrict, null=True, index=True)
    kind = Varchar(length=12)
    version = Integer(help_text="of the row that was changed, afterwards")
    before = JSONB()
    after = JSONB()
    why = Text(default="")
    at = Timestamptz()
    by = ForeignKey(Person, on_delete=OnDelete.restrict, null=True)

    register_change_of_one = Check(
        "(company IS NULL) <> (person IS NULL)", name="register_change_of_one"
    )


class OneTimeLink(Table):
    """A link that sets its person's password once; only the SHA-256 of its key is saved."""

    id: Serial
    key_hash = Bytea(unique=True)
    person = ForeignKey(Person, on_delete=OnDelete.cascade, null=False, index=True)
    purpose = Varchar(length=12)
    made_at = Timestamptz()
    expires_at = Timestamptz(index=True)
    used_at = Timestamptz(null=True, default=None)


class Device(Table):
    """A browser that a person signed in from, by the SHA-256 of the key in its cookie."""

    id: Serial
    person = ForeignKey(Person, on_delete=OnDelete.cascade, null=False, index=True)
    key_hash = Bytea(index=True)
    browser = Varchar(length=300)
    first_seen_at = Timestamptz()
    seen_at = Timestamptz()

    device_once_a_person = Unique([person, key_hash], name="device_once_a_person")


class SecondStep(Table):
    """A person's second step; it counts from when it was confirmed."""

    id: Serial
    person = ForeignKey(Person, on_delete=OnDelete.cascade, null=False, unique=True)
    sealed_secret = Bytea()
    last_step = BigInt()
    made_at = Timestamptz()
    confirmed_at = Timestamptz(null=True, default=None)


class RecoveryCode(Table):
    """A way past a lost phone, once; only its SHA-256 is saved."""

    id: Serial
    person = ForeignKey(Person, on_delete=OnDelete.cascade, null=False, index=True)
    code_hash = Bytea()
    used_at = Timestamptz(null=True, default=None)


class Session(Table):
    """A visit. The cookie holds the key; only its SHA-256 is saved."""

    id: Serial
    key_hash = Bytea(unique=True)
    person = ForeignKey(Person, on_delete=OnDelete.cascade, null=True, index=True)
    created_at = Timestamptz()
    seen_at = Timestamptz()
    expires_at = Timestamptz(index=True)
    device = ForeignKey(Device, on_delete=OnDelete.set_null, null=True, index=True)
    address = Varchar(length=64, default="")
    data = JSONB()
