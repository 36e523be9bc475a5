"""Letting people in, and blocking them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from app.accounts import repository
from app.accounts.actions.links import issue_link, new_link
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
    check_name,
)
from app.accounts.register import ChangeKind, NewChange
from app.accounts.repository import links, register, visits
from app.kit import once
from app.kit.db import transaction


@dataclass(frozen=True, slots=True)
class Invitation:
    """Somebody who was let in, and the link by which they set their password."""

    reader: Reader
    link: IssuedLink


async def invite_person(
    facts: PersonFacts, *, at: datetime, by: Reader | None = None
) -> Invitation:
    """Let somebody of a known company in, who sets their own password by a link.

    `by` is None for a command on the server.
    Raises `BadEmail`, `NoName`, `EmailTaken`, `NoSuchCompany` or `WrongCompany`; then nothing is
    saved.
    """
    check_email(facts.email)
    check_name(facts.name)
    async with transaction():
        await once.claim()
        company = await repository.get_company(facts.company_id)
        check_company_of(facts.role, company)
        reader = await save_person(facts, at=at)
        shown = {
            "full_name": reader.name,
            "email": reader.email,
            "role": reader.role.value,
            "company": reader.company,
            "language": reader.language,
        }
        await register.save_change(
            NewChange(
                kind=ChangeKind.ADDED,
                version=1,
                person_id=reader.person_id,
                after=shown,
                by=by,
                at=at,
            )
        )
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


async def block_person(
    email: str, *, at: datetime, by: Reader | None = None, why: str = ""
) -> Reader:
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
        await _note(reader, ChangeKind.BLOCKED, by=by, at=at, why=why)
        return reader


async def unblock_person(email: str, *, at: datetime, by: Reader | None = None) -> Reader:
    """Let somebody in again, by their old password or a new link; raises `NoSuchPerson`."""
    async with transaction():
        reader = await repository.get_person(email)
        await repository.set_active(reader.person_id, active=True)
        await _note(reader, ChangeKind.UNBLOCKED, by=by, at=at)
        return reader


async def _note(
    reader: Reader, kind: ChangeKind, *, by: Reader | None, at: datetime, why: str = ""
) -> None:
    version = await register.count_version_up(reader.person_id)
    await register.save_change(
        NewChange(kind=kind, version=version, person_id=reader.person_id, by=by, at=at, why=why)
    )


async def block_registered(person_id: int, *, why: str, by: Reader, at: datetime) -> Reader:
    """Block the person with the id; raises `NobodyThere` or as `block_person` does."""
    found = await register.get_registered_person(person_id)
    return await block_person(found.reader.email, at=at, by=by, why=why)


async def unblock_registered(person_id: int, *, by: Reader, at: datetime) -> Reader:
    """Let the person with the id in again; raises `NobodyThere`."""
    found = await register.get_registered_person(person_id)
    return await unblock_person(found.reader.email, at=at, by=by)


async def link_registered(person_id: int, *, at: datetime) -> Invitation:
    """Give the person with the id a new link; raises `NobodyThere`."""
    found = await register.get_registered_person(person_id)
    return Invitation(found.reader, await issue_link(found.reader.email, at=at))


async def save_person(facts: PersonFacts, *, at: datetime) -> Reader:
    """Save a person in the caller's transaction; raises `EmailTaken`."""
    if await repository.is_email_taken(facts.email):
        raise EmailTaken(field="email", email=facts.email)
    return await repository.save_person(facts, at=at)
