"""Joining: a company with its first person."""

from dataclasses import dataclass, replace
from datetime import datetime

from app.accounts import repository
from app.accounts.actions.links import send_confirmation
from app.accounts.actions.people import save_person
from app.accounts.company import Company, CompanyFacts, CompanyKind, CompanyKnown
from app.accounts.password import hash_password
from app.accounts.person import PersonFacts, Reader, Role
from app.countries import repository as countries
from app.kit import once
from app.kit.clock import day_at
from app.kit.db import transaction


@dataclass(frozen=True, slots=True)
class Joining:
    """What a company enters when it joins, and the first person who signs in for it."""

    country: str
    company_name: str
    number: str
    address: str
    name: str
    email: str
    password: str
    language: str


async def join(joining: Joining, *, site: str = "", at: datetime) -> Reader:
    """Register an importing company with its first person, whose e-mail a letter confirms.

    `site` is the scheme and host that the letter names; empty where no letter can be sent: then
    nothing is to be confirmed.

    Raises `WrongShape` or `WrongCheckDigit` for the company's number, `CountryNotServed`,
    `CompanyKnown` and `EmailTaken`; then nothing is saved.
    """
    kind = countries.get_buyer(joining.country, on=day_at(at)).company_number
    number = kind.parse(joining.number)
    password_hash = await hash_password(joining.password)
    async with transaction():
        await once.claim()
        company = await save_company(_importer(joining, number, kind=kind.code), at=at)
        person = _first_person(joining, company_id=company.id, password_hash=password_hash)
        if not site:
            return await save_person(person, at=at)
        reader = await save_person(replace(person, unconfirmed_since=at), at=at)
        await send_confirmation(reader, site=site, at=at)
        return reader


async def add_company(facts: CompanyFacts, *, at: datetime) -> Company:
    """Register a company of any kind; raises as `join` does for its number, or `NoRow`."""
    country = countries.get_country(facts.country, on=day_at(at))
    number = country.number_kind(facts.number_kind).parse(facts.number)
    async with transaction():
        return await save_company(replace(facts, number=number), at=at)


async def save_company(facts: CompanyFacts, *, at: datetime) -> Company:
    """Save a company in the caller's transaction; raises `CompanyKnown`."""
    if await repository.is_company_known(facts.country, facts.number):
        raise CompanyKnown(number=facts.number)
    return await repository.save_company(facts, at=at)


def _importer(joining: Joining, number: str, *, kind: str) -> CompanyFacts:
    return CompanyFacts(
        slug=f"{joining.country}-{number}".lower(),
        kind=CompanyKind.IMPORTER,
        country=joining.country,
        name=joining.company_name,
        name_latin="",
        number=number,
        number_kind=kind,
        address=joining.address,
    )


def _first_person(joining: Joining, *, company_id: int, password_hash: str) -> PersonFacts:
    return PersonFacts(
        email=joining.email,
        name=joining.name,
        password_hash=password_hash,
        role=Role.IMPORTER,
        company_id=company_id,
        language=joining.language,
    )
