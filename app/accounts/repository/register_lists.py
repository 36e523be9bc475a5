"""Companies and people in lists: every query."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Final

from piccolo.querystring import QueryString

from app.accounts.company import CompanyKind
from app.accounts.person import Role
from app.accounts.register import ListedCompany, ListedPerson
from app.accounts.tables import Company as CompanyRow
from app.accounts.tables import Person as PersonRow
from app.kit.listing import Asked, KeyPage, Listing, Sort, containing, count_up_to
from app.kit.records import Record


class ListedCompanyRecord(Record):
    id: int
    kind: CompanyKind
    country: str
    name: str
    name_latin: str
    number: str
    people: int
    is_retired: bool


class ListedPersonRecord(Record):
    id: int
    name: str
    email: str
    role: Role
    company: str
    language: str
    is_active: bool
    has_password: bool


_COMPANY_LIST: Final = Listing(
    shape=ListedCompanyRecord,
    table=CompanyRow,
    columns=(
        "firm.id, firm.kind, firm.country, firm.name, firm.name_latin, firm.number,"
        " firm.retired_at IS NOT NULL AS is_retired,"
        " (SELECT count(*) FROM person WHERE person.company = firm.id) AS people"
    ),
    source="company AS firm",
    id="firm.id",
    sorts={
        "name": Sort("firm.name", str),
        "newest": Sort("firm.id", int, is_descending=True),
    },
)
_PERSON_LIST: Final = Listing(
    shape=ListedPersonRecord,
    table=PersonRow,
    columns=(
        "somebody.id, somebody.name, somebody.email, somebody.role, firm.name AS company,"
        " somebody.language, somebody.active AS is_active,"
        " somebody.password_hash <> '' AS has_password"
    ),
    source="person AS somebody JOIN company AS firm ON firm.id = somebody.company",
    id="somebody.id",
    sorts={
        "name": Sort("somebody.name", str),
        "newest": Sort("somebody.id", int, is_descending=True),
    },
)
_COMPANY_WORDS: Final = "(firm.name ILIKE {} OR firm.name_latin ILIKE {} OR firm.number ILIKE {})"
# Found set by set, each by its own index.
_PERSON_WORDS: Final = (
    "somebody.id IN (SELECT id FROM person WHERE name ILIKE {} OR email ILIKE {}"
    " UNION SELECT id FROM person WHERE company IN (SELECT id FROM company"
    " WHERE name ILIKE {} OR name_latin ILIKE {} OR number ILIKE {}))"
)


@dataclass(frozen=True, slots=True)
class WantedCompanies:
    """Which companies are looked for; what is empty or None narrows nothing."""

    words: str = ""
    kind: str = ""
    country: str = ""
    is_retired: bool | None = None


@dataclass(frozen=True, slots=True)
class WantedPeople:
    """Which people are looked for; what is empty or None narrows nothing."""

    words: str = ""
    role: str = ""
    company_id: int | None = None
    is_active: bool | None = None
    is_invited: bool = False
    """Whether only those are wanted who may sign in and have no password yet."""


async def count_without_password() -> int:
    """Count the people who may sign in and have no password yet, as far as lists are counted."""
    where = _of_people(WantedPeople(is_invited=True))
    return await count_up_to(PersonRow, "person AS somebody", where)


async def list_register(
    wanted: WantedCompanies, asked: Asked
) -> tuple[KeyPage[ListedCompany], int]:
    """Read a page of companies, and how many there are as far as they are counted."""
    where = _of_companies(wanted)
    page = await _COMPANY_LIST.page(where, asked)
    count = await count_up_to(CompanyRow, "company AS firm", where)
    return KeyPage(tuple(map(_listed_company, page.items)), page.previous, page.next), count


async def every_company(
    wanted: WantedCompanies, asked: Asked
) -> AsyncIterator[tuple[ListedCompany, ...]]:
    """Read all companies that are looked for, part by part."""
    async for part in _COMPANY_LIST.parts(_of_companies(wanted), asked):
        yield tuple(map(_listed_company, part))


async def list_persons(wanted: WantedPeople, asked: Asked) -> tuple[KeyPage[ListedPerson], int]:
    """Read a page of people, and how many there are as far as they are counted."""
    where = _of_people(wanted)
    page = await _PERSON_LIST.page(where, asked)
    count = await count_up_to(PersonRow, "person AS somebody", where)
    return KeyPage(tuple(map(_listed_person, page.items)), page.previous, page.next), count


async def every_person(
    wanted: WantedPeople, asked: Asked
) -> AsyncIterator[tuple[ListedPerson, ...]]:
    """Read all people who are looked for, part by part."""
    async for part in _PERSON_LIST.parts(_of_people(wanted), asked):
        yield tuple(map(_listed_person, part))


def _of_companies(wanted: WantedCompanies) -> list[QueryString]:
    where = [
        QueryString(sql, value)
        for sql, value in (("firm.kind = {}", wanted.kind), ("firm.country = {}", wanted.country))
        if value
    ]
    if wanted.is_retired is not None:
        where.append(QueryString("(firm.retired_at IS NOT NULL) = {}", wanted.is_retired))
    if wanted.words:
        where.append(QueryString(_COMPANY_WORDS, *[containing(wanted.words)] * 3))
    return where


def _of_people(wanted: WantedPeople) -> list[QueryString]:
    found = [
        ("somebody.role = {}", wanted.role or None),
        ("somebody.company = {}", wanted.company_id),
        ("somebody.active = {}", wanted.is_active),
    ]
    where = [QueryString(sql, value) for sql, value in found if value is not None]
    if wanted.is_invited:
        where.append(QueryString("somebody.active AND somebody.password_hash = ''"))
    if wanted.words:
        where.append(QueryString(_PERSON_WORDS, *[containing(wanted.words)] * 5))
    return where


def _listed_company(row: ListedCompanyRecord) -> ListedCompany:
    return ListedCompany(**{name: getattr(row, name) for name in row.__struct_fields__})


def _listed_person(row: ListedPersonRecord) -> ListedPerson:
    return ListedPerson(**{name: getattr(row, name) for name in row.__struct_fields__})
