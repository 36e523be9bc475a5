"""People, companies and visits: every query."""

from collections import Counter
from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Final

import msgspec

from app.accounts.company import Company, CompanyFacts, CompanyKind
from app.accounts.person import NoSuchPerson, PersonFacts, Reader, Role
from app.accounts.repository.people import PERSON, PersonRecord, to_reader
from app.accounts.repository.visits import (
    OpenVisit,
    VisitRecord,
    close_visit,
    drop_ended_visits,
    find_visit,
    list_visits_with,
    open_visit,
    save_visit_data,
    touch_visit,
)
from app.accounts.tables import Company as CompanyRow
from app.accounts.tables import Person as PersonRow
from app.kit.i18n import N_
from app.kit.records import Record, read_all, read_column, read_first
from app.kit.refusal import NotFound


class NoSuchCompany(NotFound):
    """There is no company with this id or slug."""

    code = "account.company_not_found"
    sentence = N_("There is no company %(company)s.")


__all__ = [
    "OpenVisit",
    "VisitRecord",
    "close_visit",
    "drop_ended_visits",
    "find_visit",
    "list_visits_with",
    "open_visit",
    "save_visit_data",
    "touch_visit",
]


class PersonEntry(Record):
    """A person in a list of all."""

    name: str
    email: str
    role: Role
    company: str
    """The company's slug."""
    language: str
    active: bool
    has_password: bool


_LOCK_ROLE: Final = "SELECT id FROM person WHERE role = {} AND active ORDER BY id FOR UPDATE"
_ROLES: Final = "SELECT role FROM person WHERE active"
_EVERYBODY: Final = (
    "SELECT person.name, person.email, person.role, company.slug AS company, person.language,"
    " person.active, person.password_hash <> '' AS has_password"
    " FROM person JOIN company ON company.id = person.company"
    " ORDER BY company.id, person.name, person.id"
)


async def find_person(email: str) -> tuple[Reader | None, str | None]:
    """Return the person with this e-mail and their password's hash, or neither.

    Somebody who is blocked, or whose company is retired, is not there.
    """
    query = PersonRow.select(*PERSON).where(PersonRow.email == email.lower()).first()
    row = await read_first(PersonRecord, query)
    return (to_reader(row), row.password_hash) if row and row.may_enter else (None, None)


async def list_people(role: Role) -> list[Reader]:
    """List the active people of a role."""
    active = (PersonRow.role == role.value) & PersonRow.active.eq(True)
    query = PersonRow.select(*PERSON).where(active).order_by(PersonRow.id)
    return [to_reader(row) for row in await read_all(PersonRecord, query)]


async def get_person(email: str) -> Reader:
    """Return the person with this e-mail, blocked or not; raises `NoSuchPerson`."""
    query = PersonRow.select(*PERSON).where(PersonRow.email == email.lower()).first()
    row = await read_first(PersonRecord, query)
    if row is None:
        raise NoSuchPerson(email=email)
    return to_reader(row)


async def lock_people(role: Role) -> list[Reader]:
    """Lock the active people of a role until the transaction ends, and return them by id."""
    await PersonRow.raw(_LOCK_ROLE, role.value)
    return await list_people(role)


async def list_people_of(company_id: int) -> list[Reader]:
    """List the active people of a company."""
    active = (PersonRow.company == company_id) & PersonRow.active.eq(True)
    query = PersonRow.select(*PERSON).where(active).order_by(PersonRow.id)
    return [to_reader(row) for row in await read_all(PersonRecord, query)]


async def count_people() -> dict[Role, int]:
    """Return how many active people have each role."""
    return dict(Counter(await read_column(Role, PersonRow.raw(_ROLES))))


async def list_everybody() -> list[PersonEntry]:
    """List all people by company and name, blocked ones too."""
    return await read_all(PersonEntry, PersonRow.raw(_EVERYBODY))


async def set_active(person_id: int, *, active: bool) -> None:
    await PersonRow.update({PersonRow.active: active}).where(PersonRow.id == person_id)


async def set_password_hash(person_id: int, password_hash: str) -> None:
    await PersonRow.update({PersonRow.password_hash: password_hash}).where(
        PersonRow.id == person_id
    )


async def set_confirmed(person_id: int) -> None:
    """Save that the person's e-mail is theirs."""
    await PersonRow.update({PersonRow.unconfirmed_since: None}).where(PersonRow.id == person_id)


async def is_email_taken(email: str) -> bool:
    """Return whether somebody signs in with this e-mail."""
    return await PersonRow.exists().where(PersonRow.email == email.lower())


async def save_person(facts: PersonFacts, *, at: datetime) -> Reader:
    """Save a new person and return them as a reader."""
    person = PersonRow(
        email=facts.email.lower(),
        name=facts.name,
        password_hash=facts.password_hash,
        role=facts.role.value,
        company=facts.company_id,
        language=facts.language,
        created_at=at,
        unconfirmed_since=facts.unconfirmed_since,
    )
    await person.save()
    query = PersonRow.select(*PERSON).where(PersonRow.id == person.id)
    return to_reader((await read_all(PersonRecord, query))[0])


# Companies.


class CompanyRecord(Record):
    id: int
    slug: str
    kind: CompanyKind
    country: str
    name: str
    name_latin: str
    number: str
    number_kind: str
    address: str
    customs_code: str


class CompanyNameRecord(Record):
    id: int
    name_latin: str


def _company(row: CompanyRecord) -> Company:
    return Company(**msgspec.structs.asdict(row))


async def get_company(company_id: int) -> Company:
    """Return the company; raises `NoSuchCompany`."""
    query = CompanyRow.select().where(CompanyRow.id == company_id).first()
    row = await read_first(CompanyRecord, query)
    if row is None:
        raise NoSuchCompany(company=company_id)
    return _company(row)


async def get_company_by_slug(slug: str) -> Company:
    """Return the company; raises `NoSuchCompany`."""
    query = CompanyRow.select().where(CompanyRow.slug == slug).first()
    row = await read_first(CompanyRecord, query)
    if row is None:
        raise NoSuchCompany(company=slug)
    return _company(row)


async def get_company_by_number(number: str) -> Company:
    """Return the company with the number, in whichever country; raises `NoSuchCompany`.

    A number that two countries gave is nobody's: it does not say which of them is meant.
    """
    query = CompanyRow.select().where(CompanyRow.number == number.upper()).limit(2)
    rows = await read_all(CompanyRecord, query)
    if len(rows) != 1:
        raise NoSuchCompany(field="company", company=number)
    return _company(rows[0])


async def get_operator() -> Company:
    """Return the company that runs the market, the exporter; raises `NoSuchCompany`."""
    kind = CompanyKind.OPERATOR.value
    query = CompanyRow.select().where(CompanyRow.kind == kind).order_by(CompanyRow.id).first()
    row = await read_first(CompanyRecord, query)
    if row is None:
        raise NoSuchCompany(company=kind)
    return _company(row)


async def find_operator() -> Company | None:
    """Return the company that runs the market, or None before the shop is opened."""
    try:
        return await get_operator()
    except NoSuchCompany:
        return None


async def list_companies(kind: CompanyKind) -> list[Company]:
    """List the companies of one kind by name; retired ones are not offered."""
    standing = (CompanyRow.kind == kind.value) & CompanyRow.retired_at.is_null()
    query = CompanyRow.select().where(standing).order_by(CompanyRow.name)
    return [_company(row) for row in await read_all(CompanyRecord, query)]


async def company_names() -> dict[int, str]:
    """Return every company's name in Latin letters by its id."""
    query = CompanyRow.select(CompanyRow.id, CompanyRow.name_latin)
    return {row.id: row.name_latin for row in await read_all(CompanyNameRecord, query)}


@dataclass(frozen=True, slots=True)
class Buyer:
    """The company a person buys for."""

    name_latin: str
    country: str


class BuyerRecord(Record):
    """A person's row, with what identifies the company."""

    id: int
    name_latin: str
    country: str


_BUYERS: Final = (
    "SELECT person.id, company.name_latin, company.country"
    " FROM person JOIN company ON company.id = person.company WHERE person.id = ANY({}::integer[])"
)


async def buyers_by_person(person_ids: Collection[int]) -> dict[int, Buyer]:
    """Return the companies of these people, by the person's id."""
    if not person_ids:
        return {}
    rows = await read_all(BuyerRecord, PersonRow.raw(_BUYERS, sorted(person_ids)))
    return {row.id: Buyer(row.name_latin, row.country) for row in rows}


class CompanyCountryRecord(Record):
    id: int
    country: str


async def company_countries() -> dict[int, str]:
    """Return every company's country by its id."""
    query = CompanyRow.select(CompanyRow.id, CompanyRow.country)
    return {row.id: row.country for row in await read_all(CompanyCountryRecord, query)}


async def is_company_known(country: str, number: str) -> bool:
    """Return whether a company with this number is registered."""
    return await CompanyRow.exists().where(
        (CompanyRow.country == country) & (CompanyRow.number == number)
    )


async def save_company(facts: CompanyFacts, *, at: datetime) -> Company:
    """Save a new company and return it with its id."""
    row = CompanyRow(**{**asdict(facts), "kind": facts.kind.value}, created_at=at)
    await row.save()
    return await get_company(row.id)
