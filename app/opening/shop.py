"""A shop as its owner opens it: the operator's company, the first people, where it sells."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Annotated, Final

import msgspec
from msgspec import structs

from app.accounts.company import CompanyFacts, CompanyKind
from app.accounts.person import Role, check_email, check_name
from app.countries.country import Country
from app.countries.home import HOME
from app.countries.lists import COUNTRIES
from app.kit.i18n import N_
from app.kit.refusal import BadInput, Conflict
from app.payments.lists import BANK_ACCOUNTS, BankAccount
from app.reference.row import AnyList, ReferenceLine
from customs.identifiers import parse_customs_code, parse_uscc

STAFF: Final = (Role.OPERATOR, Role.RATES, Role.WAREHOUSE, Role.DECLARANT)
"""Whom a shop may open with."""
SOURCE: Final = "keruen open"
_LEAST_STAFF: Final = 2

_Text = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]


class ShopIsOpen(Conflict):
    """The database holds an operator's company already."""

    code = "opening.shop_is_open"
    sentence = N_("This shop is open already: it is run by %(company)s.")


class TooFewStaff(BadInput):
    """Terms, rates and codes need a second person; the first must be an operator."""

    code = "opening.too_few_staff"
    sentence = N_(
        "Name an operator and at least one more person of staff: terms, rates and codes need two."
    )


class TwiceNamed(BadInput):
    """Two of the first people have one e-mail."""

    code = "opening.twice_named"
    sentence = N_("%(email)s is named twice: one person has one e-mail and one role.")


class NoBuyers(BadInput):
    """A country is named that companies cannot buy from yet, or none is."""

    code = "opening.no_buyers"
    sentence = N_("Choose countries to sell to from these: %(known)s.")


class OperatorFacts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The company that runs the shop and exports its goods."""

    name: _Text
    """In Chinese, as in the register."""
    name_latin: _Text
    uscc: str
    """Unified social credit code, 18 signs."""
    address: Annotated[str, msgspec.Meta(min_length=1, max_length=400)]
    """The warehouse's place, as papers name it."""
    customs_code: str = ""
    """Ten signs of its registration with customs; papers are blank there until it is known."""


class StaffMember(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Somebody of the first staff."""

    name: _Text
    email: str
    role: Role
    language: str = "ru"


class ShopFacts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All that opens a shop; the keys of the file that `keruen open --file` reads."""

    company: OperatorFacts
    staff: tuple[StaffMember, ...]
    countries: tuple[str, ...] = ()
    """ISO 3166-1 alpha-2 of those it sells to; empty: all that are known."""
    accounts: tuple[BankAccount, ...] = ()


def check_shop(facts: ShopFacts, *, known: Sequence[str]) -> CompanyFacts:
    """Return the operator's company with its numbers normalized.

    `known` lists the countries whose companies can buy. Raises `WrongShape`, `WrongCheckDigit`,
    `TooFewStaff`, `TwiceNamed`, `BadEmail` or `NoBuyers`.
    """
    company = facts.company
    check_staff(facts.staff)
    if not (set(facts.countries) <= set(known) and known):
        raise NoBuyers(known=", ".join(known))
    return CompanyFacts(
        slug="operator",
        kind=CompanyKind.OPERATOR,
        country=HOME,
        name=company.name.strip(),
        name_latin=company.name_latin.strip(),
        number=parse_uscc(company.uscc),
        number_kind="uscc",
        address=company.address.strip(),
        customs_code=parse_customs_code(company.customs_code) if company.customs_code else "",
    )


def check_staff(staff: Sequence[StaffMember]) -> None:
    """Check the first staff; raises `TooFewStaff`, `TwiceNamed`, `BadEmail` or `NoName`."""
    for each in staff:
        check_email(each.email)
        check_name(each.name)
    counts = Counter(each.email.lower() for each in staff)
    for email, count in counts.items():
        if count > 1:
            raise TwiceNamed(email=email)
    roles = [each.role for each in staff]
    if Role.OPERATOR not in roles or len(roles) < _LEAST_STAFF or not set(roles) <= set(STAFF):
        raise TooFewStaff


def rows_of(facts: ShopFacts, *, buyers: Sequence[Country], on: date) -> list[ReferenceLine]:
    """Return the rows of reference lists that the choice of countries and accounts makes.

    `buyers` are the countries whose companies can buy today; one that was not chosen gets a later
    row in which they cannot.
    """
    left_out = [
        _row(COUNTRIES, each.code, structs.replace(each, is_buyer=False), on=on)
        for each in buyers
        if facts.countries and each.code not in facts.countries
    ]
    accounts = [_row(BANK_ACCOUNTS, each.code, each, on=on) for each in facts.accounts]
    return [*left_out, *accounts]


def _row(kind: AnyList, key: str, thing: msgspec.Struct, *, on: date) -> ReferenceLine:
    return ReferenceLine(
        list=kind.name,
        key=key,
        valid_from=on,
        valid_to=None,
        data=msgspec.to_builtins(thing),
        source=SOURCE,
        is_confirmed=True,
        is_shipped=False,
    )
