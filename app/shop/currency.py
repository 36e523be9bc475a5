"""The currency that a visitor sees prices in."""

from collections.abc import Sequence
from typing import Final

from app.accounts.session import Visit
from app.countries.country import Country
from app.kit.i18n import N_
from app.kit.refusal import BadInput, NotAllowed, Refusal

VISIT_KEY: Final = "currency"
"""The key of a visit's data that holds the visitor's choice."""


class UnknownCurrency(BadInput):
    """Prices are not shown in this currency."""

    code = "basket.unknown_currency"
    sentence = N_("Prices are not shown in %(currency)s.")


class CurrencyFixed(NotAllowed):
    """A company pays in its country's currency and sees no other."""

    code = "basket.currency_fixed"
    sentence = N_("Your company pays in %(currency)s: prices are shown in it.")


class NobodyBuys(Refusal):
    """No country is entered whose companies may buy: prices have no currency."""

    code = "basket.nobody_buys"
    sentence = N_("No country is entered whose companies may buy.")


def currency_for(visit: Visit, buyers: Sequence[Country]) -> str:
    """Return the currency of the reader's country, else the visitor's choice, else the first.

    `buyers` are the countries whose companies may buy, in their order. Raises `NobodyBuys`.
    """
    return currency_of(visit.reader.country if visit.reader else "", _chosen(visit), buyers)


def currency_of(country: str, chosen: str, buyers: Sequence[Country]) -> str:
    """Return the currency for a company's country, else the choice, else the first buyer's."""
    if not buyers:
        raise NobodyBuys
    own = [each.currency.code for each in buyers if each.code == country]
    known = [each.currency.code for each in buyers if each.currency.code == chosen]
    return [*own, *known, buyers[0].currency.code][0]


def _chosen(visit: Visit) -> str:
    return str(visit.data.get(VISIT_KEY, ""))


def check_choice(visit: Visit, currency: str, buyers: Sequence[Country]) -> str:
    """Return the chosen currency; raises `CurrencyFixed` or `UnknownCurrency`."""
    if not may_choose(visit, buyers):
        raise CurrencyFixed(currency=currency_for(visit, buyers))
    if all(each.currency.code != currency for each in buyers):
        raise UnknownCurrency(field="currency", currency=currency)
    return currency


def may_choose(visit: Visit, buyers: Sequence[Country]) -> bool:
    """Return whether the visitor may choose: nobody signed in, or of no buying country."""
    reader = visit.reader
    return reader is None or all(each.code != reader.country for each in buyers)
