"""The register of companies and people: adding, changing, retiring and bringing back."""

from dataclasses import asdict, replace
from datetime import datetime

from app.accounts import repository
from app.accounts.actions.people import Invitation, invite_person
from app.accounts.company import (
    CompanyFacts,
    CompanyKind,
    CompanyKnown,
    check_company_of,
)
from app.accounts.person import EmailTaken, LastOperator, PersonFacts, Reader, Role, check_email
from app.accounts.register import (
    ChangeKind,
    CompanyChange,
    NewChange,
    NumberNeedsReason,
    OperatorStays,
    PersonChange,
    RetiredAlready,
    check_version,
    difference,
)
from app.accounts.repository import register
from app.accounts.repository.register import RegisteredCompany, RegisteredPerson
from app.countries import repository as countries
from app.kit import once
from app.kit.clock import day_at
from app.kit.db import transaction
from customs.identifiers import parse_customs_code
from customs.refusal import Refusal


async def register_company(facts: CompanyFacts, *, by: Reader, at: datetime) -> int:
    """Add a company to the register, and return its id.

    Raises what is wrong with its numbers, or `CompanyKnown`; then nothing is saved.
    """
    number = _number(facts.country, facts.number_kind, facts.number, at=at)
    checked = replace(
        facts,
        number=number,
        slug=f"{facts.country}-{number}".lower(),
        customs_code=_customs_code(facts.customs_code),
    )
    async with transaction():
        await once.claim()
        if await repository.is_company_known(facts.country, number):
            raise CompanyKnown(field="number", number=number)
        company = await repository.save_company(checked, at=at)
        shown = {**_company_facts(company), "kind": company.kind.value, "country": company.country}
        await register.save_change(
            NewChange(
                kind=ChangeKind.ADDED,
                version=1,
                company_id=company.id,
                after={name: text for name, text in shown.items() if text},
                by=by,
                at=at,
            )
        )
        return company.id


async def change_company(
    company_id: int, change: CompanyChange, *, by: Reader, at: datetime
) -> None:
    """Change the facts of a company; one that changes nothing is not kept.

    Raises `NoSuchCompany`, `ChangedMeanwhile`, what is wrong with a number, `NumberNeedsReason`
    or `CompanyKnown`; then nothing is saved.
    """
    async with transaction():
        await once.claim()
        standing = await register.get_registered(company_id, lock=True)
        check_version(change.version, await register.changes_of_company(company_id))
        wanted = await _checked(standing, change, at=at)
        before, after = difference(_company_facts(standing.company), _company_facts(wanted))
        if not after:
            return
        await register.save_company_change(company_id, wanted)
        await register.save_change(
            NewChange(
                kind=ChangeKind.CHANGED,
                version=standing.version + 1,
                company_id=company_id,
                before=before,
                after=after,
                by=by,
                at=at,
                why=change.why,
            )
        )


async def _checked(
    standing: RegisteredCompany, change: CompanyChange, *, at: datetime
) -> CompanyChange:
    company = standing.company
    is_new = (change.number, change.number_kind) != (company.number, company.number_kind)
    number = company.number
    if is_new:
        number = _number(company.country, change.number_kind, change.number, at=at)
    if is_new and not change.why:
        raise NumberNeedsReason(field="why")
    if is_new and await register.is_number_of_another(company.country, number, company.id):
        raise CompanyKnown(field="number", number=number)
    return replace(change, number=number, customs_code=_customs_code(change.customs_code))


async def retire_company(company_id: int, *, why: str, by: Reader, at: datetime) -> None:
    """Let a company's people in no longer, and offer it no more; what was agreed goes on.

    Raises `NoSuchCompany`, `OperatorStays` or `RetiredAlready`.
    """
    async with transaction():
        standing = await register.get_registered(company_id, lock=True)
        if standing.company.kind is CompanyKind.OPERATOR:
            raise OperatorStays
        if standing.is_retired:
            raise RetiredAlready
        await register.save_retirement(company_id, at=at)
        await _note(standing, ChangeKind.RETIRED, by=by, at=at, why=why)


async def restore_company(company_id: int, *, by: Reader, at: datetime) -> None:
    """Bring a retired company back; raises `NoSuchCompany` or `RetiredAlready`."""
    async with transaction():
        standing = await register.get_registered(company_id, lock=True)
        if not standing.is_retired:
            raise RetiredAlready
        await register.save_retirement(company_id, at=None)
        await _note(standing, ChangeKind.RESTORED, by=by, at=at)


async def _note(
    standing: RegisteredCompany, kind: ChangeKind, *, by: Reader, at: datetime, why: str = ""
) -> None:
    await register.save_change(
        NewChange(
            kind=kind,
            version=standing.version + 1,
            company_id=standing.company.id,
            by=by,
            at=at,
            why=why,
        )
    )


async def invite_to(number: str, facts: PersonFacts, *, by: Reader, at: datetime) -> Invitation:
    """Let somebody in for the company with the number; raises as `invite_person` does."""
    company = await repository.get_company_by_number(number)
    return await invite_person(replace(facts, company_id=company.id), at=at, by=by)


async def change_person(person_id: int, change: PersonChange, *, by: Reader, at: datetime) -> None:
    """Change the facts of a person; one that changes nothing is not kept.

    Raises `NobodyThere`, `ChangedMeanwhile`, `BadEmail`, `EmailTaken`, `NoSuchCompany`,
    `WrongCompany` or `LastOperator`; then nothing is saved.
    """
    check_email(change.email)
    async with transaction():
        await once.claim()
        # Locked together, so that two operators who make each other another do not both succeed.
        operators = await repository.lock_people(Role.OPERATOR)
        standing = await register.get_registered_person(person_id, lock=True)
        check_version(change.version, await register.changes_of_person(person_id))
        if operators == [standing.reader] and change.role is not Role.OPERATOR:
            raise LastOperator
        if await register.is_email_of_another(change.email, person_id):
            raise EmailTaken(field="email", email=change.email)
        company = await repository.get_company_by_number(change.company_number)
        check_company_of(change.role, company)
        wanted = {**_changed_facts(change), "company": company.name}
        before, after = difference(_person_facts(standing), wanted)
        if not after:
            return
        await register.save_person_change(person_id, change, company_id=company.id)
        await register.save_change(
            NewChange(
                kind=ChangeKind.CHANGED,
                version=standing.version + 1,
                person_id=person_id,
                before=before,
                after=after,
                by=by,
                at=at,
            )
        )


def _number(country: str, kind: str, number: str, *, at: datetime) -> str:
    try:
        return countries.get_country(country, on=day_at(at)).number_kind(kind).parse(number)
    except Refusal as refusal:
        raise type(refusal)(**{**refusal.fields, "field": "number"}) from None


def _customs_code(code: str) -> str:
    if not code:
        return ""
    try:
        return parse_customs_code(code)
    except Refusal as refusal:
        raise type(refusal)(**{**refusal.fields, "field": "customs_code"}) from None


def _company_facts(company: CompanyFacts | CompanyChange) -> dict[str, str]:
    facts = asdict(company)
    names = ("name", "name_latin", "number", "number_kind", "address", "customs_code")
    return {name: facts[name] for name in names}


def _person_facts(standing: RegisteredPerson) -> dict[str, str]:
    reader = standing.reader
    return {
        "full_name": reader.name,
        "email": reader.email,
        "role": reader.role.value,
        "company": reader.company,
        "language": reader.language,
    }


def _changed_facts(change: PersonChange) -> dict[str, str]:
    return {
        "full_name": change.name,
        "email": change.email.lower(),
        "role": change.role.value,
        "language": change.language,
    }
