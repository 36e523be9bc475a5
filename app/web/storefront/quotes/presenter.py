"""Presenter of the checkout and of expired quotes."""

from collections.abc import Iterable
from dataclasses import dataclass

from moneyed import Money

from app.accounts.company import Company
from app.countries.clocks import say_instant
from app.countries.repository import number_label
from app.kit.formats import money
from app.kit.i18n import N_, language, say, text_of, translate
from app.orders.terms import TermsOffered
from app.quotes.quote import Quote
from app.web.presenters.orders import Fact, name_in
from app.web.presenters.prices import Sum, price_sums, rate_line
from app.web.presenters.units import say_units


@dataclass(frozen=True, slots=True)
class CheckoutView:
    """The checkout beside its form."""

    company: list[Fact]
    delivery_terms: list[tuple[str, str, str]]
    border_crossings: list[tuple[str, str]]
    brokers: list[tuple[str, str]]
    lines: list[tuple[str, str, str]]
    sums: list[Sum]
    rate: str
    number: str
    held_until: str
    """Until when price and goods are held, as a sentence."""
    whys: list[str]
    """The address of the price's reasons, for each line."""


@dataclass(frozen=True, slots=True)
class ExpiredView:
    """An expired quote beside its current price."""

    title: str
    old: str
    new: str
    difference: str
    verdict: str
    """Whether the price rose, fell or stayed."""


def checkout_view(
    quote: Quote, *, buyer: Company, brokers: Iterable[Company], offer: TermsOffered
) -> CheckoutView:
    """Present the checkout of a quote for its buyer."""
    home = f"/{language()}/quotes/{quote.number}"
    return CheckoutView(
        company=_company(buyer),
        delivery_terms=[
            (each.code, text_of(each.label), text_of(each.note)) for each in offer.deliveries
        ],
        border_crossings=[(each.code, text_of(each.label)) for each in offer.crossings],
        brokers=[(str(firm.id), firm.name) for firm in brokers],
        lines=_lines(quote),
        sums=price_sums(quote.sums.breakdown, by=quote.selling),
        rate=rate_line(quote.selling.official, currency=quote.selling.currency),
        number=quote.number,
        held_until=held_text(quote, country=buyer.country),
        whys=[f"{home}/lines/{line.position}/why" for line in quote.lines],
    )


def held_text(quote: Quote, *, country: str) -> str:
    """Return until when price and goods are held, in the country's time zone."""
    sentence = N_("Price, rate and goods are held for you until %(instant)s.")
    return say(sentence, {"instant": say_instant(quote.held_until, country)})


def expired_view(quote: Quote, current: Quote, *, country: str) -> ExpiredView:
    """Present the old and the current price; `current` is the quote priced anew."""
    title = N_("The time of this quote ended at %(instant)s.")
    difference = current.total - quote.total
    return ExpiredView(
        title=say(title, {"instant": say_instant(quote.held_until, country)}),
        old=money(quote.total),
        new=money(current.total),
        difference=money(difference),
        verdict=_verdict(difference),
    )


def _verdict(difference: Money) -> str:
    if difference.amount > 0:
        return translate("The price has risen. Order only if you agree to the new one.")
    if difference.amount < 0:
        return translate("The price has fallen: you pay the lower one.")
    return translate("The price has not changed.")


def _company(buyer: Company) -> list[Fact]:
    return [
        (translate("Company"), buyer.name, ""),
        (number_label(buyer.country, buyer.number_kind), buyer.number, ""),
        (translate("Address"), buyer.address, ""),
    ]


def _lines(quote: Quote) -> list[tuple[str, str, str]]:
    return [
        (
            name_in(line.names),
            say_units(line.price.quantity, line.sales_unit),
            money(line.price.total),
        )
        for line in quote.lines
    ]
