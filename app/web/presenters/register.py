"""Presenter of the register: companies, people, and the log of their changes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from app.accounts.company import CompanyKind
from app.accounts.person import ROLE_NAMES
from app.accounts.register import (
    CHANGE_NAMES,
    FACT_NAMES,
    KeptChange,
    ListedCompany,
    ListedPerson,
    fact_text,
)
from app.countries.clocks import say_instant
from app.kit.formats import clauses, country
from app.kit.i18n import N_, OWN_NAMES, translate

KIND_NAMES: Final = {
    CompanyKind.IMPORTER: N_("Buyer"),
    CompanyKind.SELLER: N_("Seller"),
    CompanyKind.BROKER: N_("Customs broker"),
    CompanyKind.OPERATOR: N_("Operator"),
}
BY_NAME: Final = {"name": N_("By name"), "newest": N_("Newest first")}
"""The orders of both lists."""

ChangeRow = tuple[str, str, str, str, str]
"""(when, what, who, what changed, why)."""


@dataclass(frozen=True, slots=True)
class CompanyRowView:
    """A company's row in a list."""

    name: str
    note: str
    href: str
    kind: str
    country: str
    number: str
    people: str
    retired: str


@dataclass(frozen=True, slots=True)
class PersonRowView:
    """A person's row in a list."""

    name: str
    href: str
    email: str
    role: str
    company: str
    standing: str
    tone: str


def company_row(entry: ListedCompany) -> CompanyRowView:
    """Present a company of a list."""
    return CompanyRowView(
        name=entry.name,
        note="" if entry.name_latin == entry.name else entry.name_latin,
        href=f"/office/companies/{entry.id}",
        kind=translate(KIND_NAMES[entry.kind]),
        country=country(entry.country),
        number=entry.number,
        people=str(entry.people),
        retired=translate(N_("Retired")) if entry.is_retired else "",
    )


def person_row(entry: ListedPerson) -> PersonRowView:
    """Present a person of a list."""
    standing, tone = standing_of(is_active=entry.is_active, has_password=entry.has_password)
    return PersonRowView(
        name=entry.name,
        href=f"/office/people/{entry.id}",
        email=entry.email,
        role=translate(ROLE_NAMES[entry.role]),
        company=entry.company,
        standing=standing,
        tone=tone,
    )


def standing_of(*, is_active: bool, has_password: bool) -> tuple[str, str]:
    """Return whether a person may sign in, and the tone that says so."""
    if not is_active:
        return translate(N_("Blocked")), "bad"
    if not has_password:
        return translate(N_("No password yet")), "waiting"
    return translate(N_("Signs in")), "good"


def change_rows(changes: Sequence[KeptChange], *, reader_country: str) -> list[ChangeRow]:
    """Present the changes of a company or a person, the newest first."""
    return [
        (
            say_instant(each.at, reader_country),
            translate(CHANGE_NAMES[each.kind]),
            each.who or "Keruen",
            clauses(_facts(each)),
            each.why,
        )
        for each in reversed(changes)
    ]


def _facts(change: KeptChange) -> Iterable[str]:
    for name, text in change.after.items():
        label, after = translate(FACT_NAMES[name]), _shown(name, text)
        before = _shown(name, change.before[name]) if name in change.before else ""
        yield f"{label}: {before} → {after}" if before else f"{label}: {after}"


def _shown(name: str, text: str) -> str:
    if name == "language":
        return OWN_NAMES.get(text, text)
    if name == "country":
        return country(text)
    if name == "kind":
        return translate(KIND_NAMES[CompanyKind(text)])
    return translate(fact_text(name, text)) if name == "role" else text or "—"
