"""The register of companies and people, and its log: every query."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from piccolo.query.methods.select import Select

from app.accounts.company import Company
from app.accounts.person import Reader
from app.accounts.register import (
    ChangeKind,
    CompanyChange,
    KeptChange,
    NewChange,
    PersonChange,
)
from app.accounts.repository import NoSuchCompany, get_company
from app.accounts.repository.people import PERSON, PersonRecord, to_reader
from app.accounts.tables import Company as CompanyRow
from app.accounts.tables import Person as PersonRow
from app.accounts.tables import RegisterChange as ChangeRow
from app.accounts.tables import Session as SessionRow
from app.kit.i18n import N_
from app.kit.records import Record, read_all, read_first
from app.kit.refusal import NotFound


class NobodyThere(NotFound):
    """There is no person with this id."""

    code = "account.nobody_there"
    sentence = N_("There is nobody with the number %(person)s.")


class StandingRecord(Record):
    version: int
    retired_at: datetime | None


@dataclass(frozen=True, slots=True)
class RegisteredCompany:
    """A company as it stands in the register."""

    company: Company
    version: int
    is_retired: bool


@dataclass(frozen=True, slots=True)
class RegisteredPerson:
    """A person as they stand in the register."""

    reader: Reader
    version: int
    is_active: bool
    has_password: bool


_LOCK_COMPANY: Final = "SELECT id FROM company WHERE id = {} FOR NO KEY UPDATE"
_LOCK_PERSON: Final = "SELECT id FROM person WHERE id = {} FOR NO KEY UPDATE"


async def get_registered(company_id: int, *, lock: bool = False) -> RegisteredCompany:
    """Return the company, its row locked to the end of the transaction or not.

    Raises `NoSuchCompany`.
    """
    if lock:
        await CompanyRow.raw(_LOCK_COMPANY, company_id)
    query = CompanyRow.select(CompanyRow.version, CompanyRow.retired_at)
    row = await read_first(StandingRecord, query.where(CompanyRow.id == company_id).first())
    if row is None:
        raise NoSuchCompany(company=company_id)
    company = await get_company(company_id)
    return RegisteredCompany(company, row.version, row.retired_at is not None)


class VersionedPersonRecord(PersonRecord):
    version: int


async def get_registered_person(person_id: int, *, lock: bool = False) -> RegisteredPerson:
    """Return the person, their row locked to the end of the transaction or not.

    Raises `NobodyThere`.
    """
    if lock:
        await PersonRow.raw(_LOCK_PERSON, person_id)
    query = PersonRow.select(*PERSON, PersonRow.version).where(PersonRow.id == person_id).first()
    row = await read_first(VersionedPersonRecord, query)
    if row is None:
        raise NobodyThere(person=person_id)
    return RegisteredPerson(to_reader(row), row.version, row.active, bool(row.password_hash))


async def is_number_of_another(country: str, number: str, company_id: int) -> bool:
    """Return whether another company of the country has the number."""
    return await CompanyRow.exists().where(
        (CompanyRow.country == country)
        & (CompanyRow.number == number)
        & (CompanyRow.id != company_id)
    )


async def is_email_of_another(email: str, person_id: int) -> bool:
    """Return whether another person signs in with the e-mail."""
    return await PersonRow.exists().where(
        (PersonRow.email == email.lower()) & (PersonRow.id != person_id)
    )


async def save_company_change(company_id: int, change: CompanyChange) -> None:
    """Save the facts of a company whose row is locked, and count its version up."""
    await CompanyRow.update(
        {
            CompanyRow.name: change.name,
            CompanyRow.name_latin: change.name_latin,
            CompanyRow.number: change.number,
            CompanyRow.number_kind: change.number_kind,
            CompanyRow.address: change.address,
            CompanyRow.customs_code: change.customs_code,
            CompanyRow.version: CompanyRow.version + 1,
        }
    ).where(CompanyRow.id == company_id)


async def save_retirement(company_id: int, *, at: datetime | None) -> None:
    """Retire a company whose row is locked, or bring it back with None; end its people's visits."""
    await CompanyRow.update(
        {CompanyRow.retired_at: at, CompanyRow.version: CompanyRow.version + 1}
    ).where(CompanyRow.id == company_id)
    if at is not None:
        people = PersonRow.select(PersonRow.id).where(PersonRow.company == company_id)
        await SessionRow.delete().where(SessionRow.person.is_in(people))


async def save_person_change(person_id: int, change: PersonChange, *, company_id: int) -> None:
    """Save the facts of a person whose row is locked, and count their version up."""
    await PersonRow.update(
        {
            PersonRow.name: change.name,
            PersonRow.email: change.email.lower(),
            PersonRow.role: change.role.value,
            PersonRow.company: company_id,
            PersonRow.language: change.language,
            PersonRow.version: PersonRow.version + 1,
        }
    ).where(PersonRow.id == person_id)


async def count_version_up(person_id: int) -> int:
    """Count a person's version up, and return it."""
    await PersonRow.update({PersonRow.version: PersonRow.version + 1}).where(
        PersonRow.id == person_id
    )
    return (await get_registered_person(person_id)).version


# The log.


class ChangeRecord(Record):
    kind: ChangeKind
    version: int
    before: dict[str, str]
    after: dict[str, str]
    why: str
    at: datetime
    who: str | None


_CHANGE: Final = (*ChangeRow.all_columns(), ChangeRow.by.name.as_alias("who"))
_MOST_CHANGES: Final = 100
"""Of the latest: older ones stay in the database."""


async def save_change(change: NewChange) -> None:
    """Add an entry to the log."""
    await ChangeRow(
        company=change.company_id,
        person=change.person_id,
        kind=change.kind.value,
        version=change.version,
        before=dict(change.before),
        after=dict(change.after),
        why=change.why,
        at=change.at,
        by=change.by.person_id if change.by else None,
    ).save()


async def changes_of_company(company_id: int) -> list[KeptChange]:
    """List the latest changes of a company, the oldest first."""
    query = ChangeRow.select(*_CHANGE).where(ChangeRow.company == company_id)
    return await _changes(query.order_by(ChangeRow.id, ascending=False).limit(_MOST_CHANGES))


async def changes_of_person(person_id: int) -> list[KeptChange]:
    """List the latest changes of a person, the oldest first."""
    query = ChangeRow.select(*_CHANGE).where(ChangeRow.person == person_id)
    return await _changes(query.order_by(ChangeRow.id, ascending=False).limit(_MOST_CHANGES))


async def _changes(query: Select[ChangeRow]) -> list[KeptChange]:
    return [
        KeptChange(row.kind, row.version, row.before, row.after, row.why, row.at, row.who or "")
        for row in reversed(await read_all(ChangeRecord, query))
    ]
