"""Goods, rates and profiles for tests of assessing."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from moneyed import Money

from customs.countries.figure import Figures
from customs.countries.known import known_figures
from customs.countries.profile import Profile, profile_on
from customs.duties.goods import Goods, StatedRate
from customs.tariff.text import parse
from customs.tariff.unit import Unit
from customs.valuation.exchange import Exchange, Exchanges
from customs.valuation.terms import Charge
from customs.valuation.value import LineValue, Priced, value_lines

APRIL = date(2026, 4, 1)
RAISINS = "0806209000"


def profile(country: str, *, on: date = APRIL) -> Profile:
    return profile_on(Figures(known_figures()), country, on=on)


BANKS = {"KGS": "nbkr", "UZS": "cbu"}
"""Whose rates count, by the own currency; others stand in for Kazakhstan."""


def exchanges(own: str, **values: str) -> Exchanges:
    bank = BANKS.get(own, "nbk")
    return Exchanges(
        own,
        [
            Exchange(currency, Decimal(value), 1, bank=bank, day=APRIL)
            for currency, value in values.items()
        ],
    )


def stated(text: str) -> StatedRate:
    return StatedRate(parse(text).rate, text, "chapter of the tariff")


def valued(
    price: Money,
    at: Exchanges,
    charges: Mapping[Charge, Money] | None = None,
    term: str | None = None,
) -> LineValue:
    return value_lines([Priced(price, 1000)], charges=charges or {}, term=term, exchanges=at)[0]


def goods(
    value: Money,
    rate: str,
    quantities: Mapping[Unit, Decimal] | None = None,
    code: str = RAISINS,
) -> Goods:
    at = Exchanges(value.currency.code)
    return Goods(code, valued(value, at), stated(rate), quantities or {})
