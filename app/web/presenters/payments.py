"""Presenter of proformas and what is to be paid."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from app.accounts.company import Company
from app.catalog.product import Tariff
from app.countries.country import Country
from app.countries.repository import number_label
from app.kit import clock
from app.kit.formats import day, money
from app.kit.i18n import N_, say, text_of, translate
from app.orders.order import DRAWN_UP, Order
from app.payments.lists import find_bank_account
from app.payments.proforma import Proforma
from app.web.presenters.orders import Fact

Link = tuple[str, str, str]
"""A label, an address, a note."""

_HS_CODE: Final = N_("HS %(code)s")
"""With the tariff's name, so that six digits are not taken for ten."""


@dataclass(frozen=True, slots=True)
class PaymentView:
    """What is to be paid for an order."""

    reference: str
    amount: str
    facts: list[Fact]
    proforma: str


@dataclass(frozen=True, slots=True)
class ProformaView:
    """The head of a proforma."""

    number: str
    day: str
    valid_until: str
    reference: str
    order: str
    order_href: str


def payment_view(proforma: Proforma, *, operator: Company, href: str) -> PaymentView:
    """Present what is to be paid."""
    return PaymentView(
        reference=proforma.reference,
        amount=money(proforma.amount),
        facts=bank_facts(proforma, operator=operator),
        proforma=href,
    )


def bank_facts(proforma: Proforma, *, operator: Company) -> list[Fact]:
    """Return beneficiary, amount, reference and last day to pay."""
    return [
        (translate("Beneficiary"), operator.name, operator.name_latin),
        (translate("Amount"), money(proforma.amount), proforma.amount.currency.code),
        *_account_facts(proforma),
        (translate("Payment reference"), proforma.reference, ""),
        (translate("Pay by"), day(proforma.due_on), ""),
    ]


def _account_facts(proforma: Proforma) -> list[Fact]:
    """Return the account for the currency as it stood when the proforma was issued."""
    on = clock.day_at(proforma.issued_at)
    account = find_bank_account(proforma.amount.currency.code, on=on)
    if account is None:
        return []
    return [
        (translate("Bank"), account.bank, account.swift),
        (translate("Account"), account.account, ""),
    ]


def proforma_view(proforma: Proforma, *, order_href: str) -> ProformaView:
    """Present the head of a proforma."""
    return ProformaView(
        number=proforma.reference,
        day=day(clock.day_at(proforma.issued_at)),
        valid_until=day(proforma.due_on),
        reference=proforma.reference,
        order=proforma.order_number,
        order_href=order_href,
    )


def company_facts(company: Company) -> list[Fact]:
    """Return name, number and address of a company."""
    return [
        (translate("Company"), company.name, company.name_latin),
        (number_label(company.country, company.number_kind), company.number, ""),
        (translate("Address"), company.address, ""),
    ]


def customs_code(codes: Mapping[str, str], country: Country) -> str:
    """Return the code of the country's tariff, else of the HS, with the tariff's name."""
    if code := codes.get(country.tariff):
        return f"{text_of(country.tariff_short)} {code}"
    return say(_HS_CODE, {"code": code}) if (code := codes.get(Tariff.HS)) else ""


def paper_links(order: Order, proforma: Proforma | None, *, home: str) -> list[Link]:
    """Return links to the buyer's papers: the proforma, and those of a frozen load."""
    papers: list[Link] = []
    if proforma is not None:
        papers.append((translate("Proforma invoice"), f"{home}/proforma", proforma.reference))
    if order.state in DRAWN_UP:
        papers.append((translate("Papers of the load"), f"{home}/papers", order.number))
    return papers


def unpaid_rows(proformas: Iterable[Proforma]) -> list[tuple[str, str, str, str]]:
    """Return unpaid proformas as (reference, order, amount, last day to pay)."""
    return [
        (each.reference, each.order_number, money(each.amount), day(each.due_on))
        for each in proformas
    ]
