"""The register of companies and people: what may change, and what a change leaves behind."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final

from app.accounts.company import CompanyKind
from app.accounts.person import ROLE_NAMES, Reader, Role
from app.kit.i18n import N_
from app.kit.message import Clauses, Sentence
from app.kit.refusal import BadInput, Conflict


class ChangeKind(StrEnum):
    """What was done to a company or a person."""

    ADDED = "added"
    CHANGED = "changed"
    RETIRED = "retired"
    RESTORED = "restored"
    BLOCKED = "blocked"
    UNBLOCKED = "unblocked"


CHANGE_NAMES: Final = {
    ChangeKind.ADDED: N_("Added"),
    ChangeKind.CHANGED: N_("Changed"),
    ChangeKind.RETIRED: N_("Retired"),
    ChangeKind.RESTORED: N_("Brought back"),
    ChangeKind.BLOCKED: N_("Blocked"),
    ChangeKind.UNBLOCKED: N_("Let in again"),
}
FACT_NAMES: Final = {
    "name": N_("Name"),
    "full_name": N_("Full name"),
    "name_latin": N_("Name in Latin letters"),
    "number": N_("Number"),
    "number_kind": N_("Kind of number"),
    "address": N_("Address"),
    "customs_code": N_("Code at Chinese customs"),
    "kind": N_("What it does here"),
    "country": N_("Country"),
    "email": N_("E-mail"),
    "role": N_("Role"),
    "company": N_("Company"),
    "language": N_("Language"),
}
"""The facts that a change names."""


class ChangedMeanwhile(Conflict):
    """Somebody else changed the same since the page was opened."""

    code = "account.changed_meanwhile"
    sentence = N_(
        "%(who)s changed this while your page was open: %(changes)s. What you typed is kept below;"
        " send it again if it still holds."
    )


class NumberNeedsReason(BadInput):
    """A company's number was to change without a reason."""

    code = "account.number_needs_reason"
    sentence = N_("A company gets another number only for a reason: write it down.")


class OperatorStays(Conflict):
    """The company that runs the market was to be retired."""

    code = "account.operator_stays"
    sentence = N_("The company that runs the market cannot be retired.")


class RetiredAlready(Conflict):
    """The company is retired, or is not: it stands already as it was asked to."""

    code = "account.retired_already"
    sentence = N_("Somebody has done this already: look at the company again.")


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyChange:
    """The facts of a company as they are to be; `version` is that of the page they come from."""

    name: str
    name_latin: str
    number: str
    number_kind: str
    address: str
    customs_code: str
    version: int
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonChange:
    """The facts of a person as they are to be; `version` is that of the page they come from."""

    name: str
    email: str
    role: Role
    company_number: str
    """Of the company they work for."""
    language: str
    version: int


@dataclass(frozen=True, slots=True)
class KeptChange:
    """One entry of the register's log. `before` and `after` hold only the facts that differ."""

    kind: ChangeKind
    version: int
    before: Mapping[str, str]
    after: Mapping[str, str]
    why: str
    at: datetime
    who: str
    """Empty for a command on the server."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewChange:
    """An entry to be added to the log, about a company or a person."""

    kind: ChangeKind
    version: int
    """Of the row, after the change."""
    by: Reader | None
    """None for a command on the server."""
    at: datetime
    company_id: int | None = None
    person_id: int | None = None
    before: Mapping[str, str] = field(default_factory=dict)
    after: Mapping[str, str] = field(default_factory=dict)
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedCompany:
    """A company in a list."""

    id: int
    kind: CompanyKind
    country: str
    name: str
    name_latin: str
    number: str
    people: int
    is_retired: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedPerson:
    """A person in a list."""

    id: int
    name: str
    email: str
    role: Role
    company: str
    language: str
    is_active: bool
    has_password: bool


def difference(
    before: Mapping[str, str], after: Mapping[str, str]
) -> tuple[dict[str, str], dict[str, str]]:
    """Return the facts that differ: as they were, and as they are."""
    names = [name for name, text in after.items() if before.get(name, "") != text]
    return {name: before.get(name, "") for name in names}, {name: after[name] for name in names}


def check_version(version: int, changes: Sequence[KeptChange]) -> None:
    """Check that nobody changed the row after the version; raises `ChangedMeanwhile`."""
    later = [each for each in changes if each.version > version]
    if later:
        raise ChangedMeanwhile(who=later[-1].who or "Keruen", changes=Clauses(_told(later)))


def _told(changes: Sequence[KeptChange]) -> list[Sentence]:
    """Tell each fact once: as it was before the first of the changes, and after the last."""
    before: dict[str, str] = {}
    after: dict[str, str] = {}
    for each in changes:
        before = {**each.before, **before}
        after = {**after, **each.after}
    told = [
        Sentence(
            N_("%(fact)s: “%(before)s” became “%(after)s”"),
            {
                "fact": FACT_NAMES[name],
                "before": fact_text(name, before.get(name, "")),
                "after": fact_text(name, after[name]),
            },
        )
        for name in after
    ]
    return told or [Sentence(CHANGE_NAMES[changes[-1].kind])]


def fact_text(name: str, text: str) -> str:
    """Return a kept fact as it may be shown: a role by its name, a message."""
    return ROLE_NAMES[Role(text)] if name == "role" and text else text
