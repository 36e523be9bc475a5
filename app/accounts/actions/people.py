"""Letting people in, and blocking them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from app.accounts import repository
from app.accounts.actions.links import new_link
from app.accounts.company import check_company_of
from app.accounts.one_time_link import IssuedLink, LinkPurpose
from app.accounts.password import hash_password
from app.accounts.person import (
    EmailTaken,
    LastOperator,
    PersonFacts,
    Reader,
    Role,
    check_email,
)
from app.accounts.repository import links, visits
from app.kit import once
from app.kit.db import transaction


@dataclass(frozen=True, slots=True)
class Invitation:
    """Somebody who was let in, and the link by which they set their password."""

    reader: Reader
    link: IssuedLink


async def invite_person(facts: PersonFacts, *, at: datetime) -> Invitation:
    """Let somebody of a known company in, who sets their own password by a link.

    Raises `BadEmail`, `EmailTaken`, `NoSuchCompany` or `WrongCompany`; then nothing is saved.
    """
    check_email(facts.email)
    async with transaction():
        await once.claim()
        company = await repository.get_company(facts.company_id)
        check_company_of(facts.role, company)
        reader = await save_person(facts, at=at)
        return Invitation(reader, await new_link(reader, LinkPurpose.INVITATION, at=at))


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
            await save_person(replace(facts, password_hash=password_hash), at=at)
            for facts in all_facts
        ]


async def block_person(email: str, *, at: datetime) -> Reader:
    """Let somebody in no longer: their visits and links end at once.

    Raises `NoSuchPerson`, or `LastOperator` when nobody could let people in afterwards.
    """
    async with transaction():
        # Locked together, so that two operators who block each other do not both succeed.
        operators = await repository.lock_people(Role.OPERATOR)
        reader = await repository.get_person(email)
        if operators == [reader]:
            raise LastOperator
        await repository.set_active(reader.person_id, active=False)
        await visits.close_visits_of(reader.person_id)
        await links.drop_links_of(reader.person_id, at=at)
        return reader


async def unblock_person(email: str) -> Reader:
    """Let somebody in again, by their old password or a new link; raises `NoSuchPerson`."""
    async with transaction():
        reader = await repository.get_person(email)
        await repository.set_active(reader.person_id, active=True)
        return reader


async def save_person(facts: PersonFacts, *, at: datetime) -> Reader:
    """Save a person in the caller's transaction; raises `EmailTaken`."""
    if await repository.is_email_taken(facts.email):
        raise EmailTaken(field="email", email=facts.email)
    return await repository.save_person(facts, at=at)
