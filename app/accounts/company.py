"""A company in the trade, and the numbers that name it in its country."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from app.accounts.person import Role
from app.kit.i18n import N_
from app.kit.refusal import BadInput, Refusal


class CompanyKind(StrEnum):
    """What a company does here."""

    OPERATOR = "operator"
    SELLER = "seller"
    IMPORTER = "importer"
    BROKER = "broker"


class CompanyKnown(Refusal):
    """A company with this number is registered already."""

    code = "account.company_known"
    sentence = N_("A company with the number %(number)s is registered already.")


class WrongCompany(BadInput):
    """People of this role do not work for a company of this kind."""

    code = "account.wrong_company"
    sentence = N_("Nobody of this role works for %(company)s: choose another company or role.")


@dataclass(frozen=True, slots=True)
class CompanyFacts:
    """A company as it stands in its country's register; `number` has passed its check."""

    slug: str
    kind: CompanyKind
    country: str
    name: str
    name_latin: str
    number: str
    number_kind: str
    address: str
    customs_code: str = ""


@dataclass(frozen=True, slots=True)
class Company(CompanyFacts):
    """A registered company."""

    id: int = 0


_KINDS: Final = {
    Role.IMPORTER: CompanyKind.IMPORTER,
    Role.BROKER: CompanyKind.BROKER,
    Role.SELLER: CompanyKind.SELLER,
}
"""What kind of company a role works for; every other role is the operator's staff."""


def check_company_of(role: Role, company: Company) -> None:
    """Check that people of the role work for such a company; raises `WrongCompany`."""
    if _KINDS.get(role, CompanyKind.OPERATOR) is not company.kind:
        raise WrongCompany(field="company", company=company.name)
