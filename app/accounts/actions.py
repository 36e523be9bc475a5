"""Signing in and out, and joining."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from app.accounts import repository
from app.accounts.company import (
    Company,
    CompanyFacts,
    CompanyKind,
    CompanyKnown,
)
from app.accounts.password import check_password, hash_password
from app.accounts.person import EmailTaken, PersonFacts, Reader, Role, WrongSignIn
from app.accounts.repository import visits
from app.accounts.session import new_key
from app.countries import repository as countries
from app.kit import once
from app.kit.clock import day_at
from app.kit.db import transaction
from app.kit.throttle import give_back, take_try

_TRIES: Final = 10
_TRY_EVERY: Final = timedelta(seconds=30)


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


async def sign_in(email: str, password: str, *, address: str, at: datetime) -> Reader:
    """Return the person; raises `WrongSignIn` or `TooManyTries`.

    A try is taken before the password is checked, so that guesses sent at once count too, and
    given back when it was right: a whole office signs in from one address.
    """
    keys = (f"sign-in:{address}", f"sign-in:{email.lower()}")
    for key in keys:
        await take_try(key, at=at, burst=_TRIES, interval=_TRY_EVERY)
    reader, password_hash = await repository.find_person(email)
    if not await check_password(password_hash, password) or reader is None:
        raise WrongSignIn
    for key in keys:
        await give_back(key, interval=_TRY_EVERY)
    return reader


async def open_visit(
    reader: Reader | None, *, data: dict[str, object], old_key: str, at: datetime
) -> str:
    """Open a visit under a new key, end the old one, and return the key.

    The key always changes, so that one planted before signing in is worth nothing (session
    fixation).
    """
    key = new_key()
    async with transaction():
        if old_key:
            await visits.close_visit(old_key)
        await visits.open_visit(
            key, person_id=reader.person_id if reader else None, data=data, at=at
        )
    return key


async def sign_out(key: str) -> None:
    """End the visit of a key."""
    await visits.close_visit(key)


async def join(joining: Joining, *, at: datetime) -> Reader:
    """Register an importing company with its first person.

    Raises `WrongShape` or `WrongCheckDigit` for the company's number, `CountryNotServed`,
    `CompanyKnown` and `EmailTaken`; then nothing is saved.
    """
    kind = countries.get_buyer(joining.country, on=day_at(at)).company_number
    number = kind.parse(joining.number)
    password_hash = await hash_password(joining.password)
    async with transaction():
        await once.claim()
        company = await _save_company(_importer(joining, number, kind=kind.code), at=at)
        person = _first_person(joining, company_id=company.id, password_hash=password_hash)
        return await _save_person(person, at=at)


async def add_company(facts: CompanyFacts, *, at: datetime) -> Company:
    """Register a company of any kind; raises as `join` does for its number, or `NoRow`."""
    country = countries.get_country(facts.country, on=day_at(at))
    number = country.number_kind(facts.number_kind).parse(facts.number)
    async with transaction():
        return await _save_company(replace(facts, number=number), at=at)


async def add_person(facts: PersonFacts, *, password: str, at: datetime) -> Reader:
    """Let somebody of a known company sign in; raises `EmailTaken`."""
    (reader,) = await add_people([facts], password=password, at=at)
    return reader


async def add_people(
    all_facts: Iterable[PersonFacts], *, password: str, at: datetime
) -> list[Reader]:
    """Let people of known companies sign in by one first password, hashed once; all or none.

    Raises `EmailTaken`.
    """
    password_hash = await hash_password(password)
    async with transaction():
        return [
            await _save_person(replace(facts, password_hash=password_hash), at=at)
            for facts in all_facts
        ]


async def _save_company(facts: CompanyFacts, *, at: datetime) -> Company:
    if await repository.is_company_known(facts.country, facts.number):
        raise CompanyKnown(number=facts.number)
    return await repository.save_company(facts, at=at)


async def _save_person(facts: PersonFacts, *, at: datetime) -> Reader:
    if await repository.is_email_taken(facts.email):
        raise EmailTaken(field="email", email=facts.email)
    return await repository.save_person(facts, at=at)


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
