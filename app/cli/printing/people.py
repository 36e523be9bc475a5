"""`keruen people`: the acts, and what they print."""

import json
from dataclasses import dataclass
from datetime import datetime

import msgspec

from app.accounts import actions, repository
from app.accounts.one_time_link import LIFETIMES, IssuedLink, LinkPurpose
from app.accounts.person import PersonFacts, Role


@dataclass(frozen=True, slots=True)
class PersonWanted:
    """Somebody to let in, as the command line names them."""

    email: str
    name: str
    role: Role
    company: str
    """The company's slug; empty: the operator's."""
    language: str


async def invite(wanted: PersonWanted, *, site: str, as_json: bool, at: datetime) -> list[str]:
    """Let somebody in; raises what `invite_person` raises, or `NoSuchCompany`."""
    company = await (
        repository.get_company_by_slug(wanted.company)
        if wanted.company
        else repository.get_operator()
    )
    facts = PersonFacts(
        email=wanted.email,
        name=wanted.name,
        role=wanted.role,
        company_id=company.id,
        language=wanted.language,
    )
    made = await actions.invite_person(facts, at=at)
    return _link_lines(made.reader.email, made.link, site=site, as_json=as_json)


async def give_link(email: str, *, site: str, as_json: bool, at: datetime) -> list[str]:
    """Give a new link; raises `NoSuchPerson`."""
    return _link_lines(email, await actions.issue_link(email, at=at), site=site, as_json=as_json)


async def list_people(*, as_json: bool) -> list[str]:
    """Return everybody, a line each."""
    everybody = await repository.list_everybody()
    if as_json:
        return [msgspec.json.encode(each).decode() for each in everybody]
    return [
        f"{each.email:<36} {each.role.value:<14} {each.company:<20} {each.name}{_remark(each)}"
        for each in everybody
    ]


async def block(email: str, *, at: datetime) -> list[str]:
    """Block somebody; raises `NoSuchPerson` or `LastOperator`."""
    reader = await actions.block_person(email, at=at)
    return [f"{reader.email} signs in no longer."]


async def unblock(email: str, *, at: datetime) -> list[str]:
    """Let somebody in again; raises `NoSuchPerson`."""
    reader = await actions.unblock_person(email, at=at)
    return [f"{reader.email} may sign in again."]


async def take_second_step_off(email: str, *, at: datetime) -> list[str]:
    """Take the second step off; raises `NoSuchPerson` or `SecondStepOff`."""
    reader = await actions.take_second_step_off(email, at=at)
    return [f"{reader.email} signs in by the password alone, and is told by letter."]


def _remark(each: repository.PersonEntry) -> str:
    if not each.active:
        return "  (blocked)"
    return "" if each.has_password else "  (no password yet: keruen people link)"


def _link_lines(email: str, link: IssuedLink, *, site: str, as_json: bool) -> list[str]:
    address = f"{site}{link.path}"
    if as_json:
        return [json.dumps({"email": email, "link": address}, ensure_ascii=False)]
    days = LIFETIMES[LinkPurpose.INVITATION].days
    return [f"{email} sets a password here, once, within {days} days:", f"  {address}"]
