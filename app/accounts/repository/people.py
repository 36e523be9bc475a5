"""People and their companies: columns, rows and conversion."""

from datetime import datetime

from app.accounts.person import Reader, Role
from app.accounts.tables import Person as PersonRow
from app.kit.records import Record

PERSON = (
    PersonRow.id,
    PersonRow.name,
    PersonRow.email,
    PersonRow.role,
    PersonRow.language,
    PersonRow.company,
    PersonRow.company.name.as_alias("company_name"),
    PersonRow.company.country.as_alias("country"),
    PersonRow.active,
    PersonRow.unconfirmed_since,
    PersonRow.password_hash,
    PersonRow.company.retired_at.as_alias("retired_at"),
)


class PersonRecord(Record):
    """A person with the company they work for."""

    id: int
    name: str
    email: str
    role: Role
    language: str
    company: int
    company_name: str
    country: str
    active: bool
    unconfirmed_since: datetime | None
    password_hash: str
    retired_at: datetime | None
    """When their company was retired."""

    @property
    def may_enter(self) -> bool:
        """Whether neither the person is blocked nor the company retired."""
        return self.active and self.retired_at is None


def to_reader(row: PersonRecord) -> Reader:
    return Reader(
        person_id=row.id,
        name=row.name,
        email=row.email,
        role=row.role,
        language=row.language,
        company_id=row.company,
        company=row.company_name,
        country=row.country,
        is_confirmed=row.unconfirmed_since is None,
    )
