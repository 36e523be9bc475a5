"""In which currency a visitor sees prices."""

from typing import Final

from app.accounts.company import BUYER_CURRENCIES
from app.accounts.session import Visit
from app.kit.refusal import BadInput, NotAllowed
from app.kit.words import N_

CURRENCIES: Final = tuple(BUYER_CURRENCIES.values())
KEPT_AS: Final = "currency"
"""The name under which a visit keeps the visitor's choice."""

_FIRST: Final = CURRENCIES[0]


class UnknownCurrency(BadInput):
    """We show no prices in this currency."""

    sentence = N_("Prices are not shown in %(currency)s.")


class CurrencyFixed(NotAllowed):
    """A company pays in its country's currency and sees no other."""

    sentence = N_("Your company pays in %(currency)s: prices are shown in it.")


def currency_for(visit: Visit) -> str:
    """Will give the currency of the reader's country, else the visitor's choice, else tenge."""
    if visit.reader and visit.reader.country in BUYER_CURRENCIES:
        return BUYER_CURRENCIES[visit.reader.country]
    chosen = visit.data.get(KEPT_AS)
    return chosen if chosen in CURRENCIES else _FIRST


def check_choice(visit: Visit, currency: str) -> str:
    """Will give the chosen currency; raises `CurrencyFixed` or `UnknownCurrency`."""
    if may_choose(visit):
        if currency not in CURRENCIES:
            raise UnknownCurrency(field="currency", currency=currency)
        return currency
    raise CurrencyFixed(currency=currency_for(visit))


def may_choose(visit: Visit) -> bool:
    """Will say whether the visitor's country leaves the choice open."""
    return not (visit.reader and visit.reader.country in BUYER_CURRENCIES)
