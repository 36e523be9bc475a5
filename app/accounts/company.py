"""A company in the trade, and the numbers that name it in its country."""

from dataclasses import dataclass
from enum import StrEnum

from app.kit.i18n import N_
from app.kit.refusal import Refusal


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
