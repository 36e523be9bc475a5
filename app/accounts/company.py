"""A company in the trade, and the numbers that name it in its country."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from app.kit.refusal import Refusal
from app.kit.words import N_
from customs.identifiers import parse_bin, parse_kg_inn, parse_uscc


class CompanyKind(StrEnum):
    """What a company does here."""

    OPERATOR = "operator"
    SELLER = "seller"
    IMPORTER = "importer"
    BROKER = "broker"


class CompanyKnown(Refusal):
    """A company with this number is registered already."""

    sentence = N_("A company with the number %(number)s is registered already.")


class CountryNotServed(Refusal):
    """We do not sell to companies of this country yet."""

    sentence = N_("We do not serve companies from %(country)s yet.")


@dataclass(frozen=True, slots=True)
class NumberKind:
    """How a country numbers its companies."""

    code: str
    label: str
    parse: Callable[[str], str]


NUMBER_KINDS = {
    "KZ": NumberKind("bin", N_("БИН (12 digits)"), parse_bin),
    "KG": NumberKind("kg_inn", N_("ИНН (14 digits)"), parse_kg_inn),
    "CN": NumberKind("uscc", N_("Unified social credit code (18 characters)"), parse_uscc),
}

BUYER_CURRENCIES = {"KZ": "KZT", "KG": "KGS"}
"""What a company of the country pays in."""


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
    """A company we know."""

    id: int = 0


def currency_of(country: str) -> str:
    """Will give the currency that buyers of the country pay in; raises `CountryNotServed`."""
    if country not in BUYER_CURRENCIES:
        raise CountryNotServed(country=country)
    return BUYER_CURRENCIES[country]


def number_kind(country: str) -> NumberKind:
    """Will give how the country numbers companies; raises `CountryNotServed`."""
    if country not in NUMBER_KINDS:
        raise CountryNotServed(country=country)
    return NUMBER_KINDS[country]
