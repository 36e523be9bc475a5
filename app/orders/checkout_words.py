"""The checkout in words: what is bought, at which price, and what the buyer may choose."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.accounts.company import Company, number_kind
from app.catalog.units import say_units
from app.kit.formats import money
from app.kit.words import translate
from app.orders.placing import Offer
from app.orders.terms import crossings_to, deliveries
from app.orders.words import Fact, name_in
from app.pricing.words import Sum, rate_line, sum_words


@dataclass(frozen=True, slots=True)
class CheckoutWords:
    """Everything that the checkout page says beside its form."""

    company: list[Fact]
    delivery_terms: list[tuple[str, str, str]]
    border_crossings: list[tuple[str, str]]
    brokers: list[tuple[str, str]]
    lines: list[tuple[str, str, str]]
    sums: list[Sum]
    rate: str


def checkout_words(
    offered: Offer, *, buyer: Company, brokers: Iterable[Company], on: date
) -> CheckoutWords:
    """Will put the checkout into words for a buyer, with what is offered on the day."""
    return CheckoutWords(
        company=_company(buyer),
        delivery_terms=[
            (each.code, translate(each.label), translate(each.note)) for each in deliveries(on=on)
        ],
        border_crossings=[
            (each.code, translate(each.label)) for each in crossings_to(buyer.country, on=on)
        ],
        brokers=[(str(firm.id), firm.name) for firm in brokers],
        lines=_lines(offered),
        sums=sum_words(offered.quote),
        rate=rate_line(offered.quote.selling.official, currency=offered.quote.currency),
    )


def _company(buyer: Company) -> list[Fact]:
    return [
        (translate("Company"), buyer.name, ""),
        (translate(number_kind(buyer.country).label), buyer.number, ""),
        (translate("Address"), buyer.address, ""),
    ]


def _lines(offered: Offer) -> list[tuple[str, str, str]]:
    return [
        (
            name_in(dict(product.names)),
            say_units(line.quantity, product.sales_unit),
            money(line.total),
        )
        for product, line in zip(offered.products, offered.quote.lines, strict=True)
    ]
