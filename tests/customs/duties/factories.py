"""Goods, rates and profiles for tests of assessing."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from moneyed import Money

from customs.countries.figure import Figures
from customs.countries.known import known_figures
from customs.countries.profile import Profile, profile_on
from customs.duties.goods import DutiableGoods, StatedRate
from customs.tariff.rate_text import parse_rate
from customs.tariff.unit import TariffUnit
from customs.valuation.exchange_rates import ExchangeRate, ExchangeRates
from customs.valuation.incoterms import Charge
from customs.valuation.value import LineValue, PricedLine, value_lines

APRIL = date(2026, 4, 1)
RAISINS = "0806209000"


def profile(country: str, *, on: date = APRIL) -> Profile:
    return profile_on(Figures(known_figures()), country, on=on)


BANKS = {"KGS": "nbkr", "UZS": "cbu"}
"""Whose rates count, by the own currency; others stand in for Kazakhstan."""


def exchanges(own: str, **values: str) -> ExchangeRates:
    bank = BANKS.get(own, "nbk")
    return ExchangeRates(
        own,
        [
            ExchangeRate(currency, Decimal(value), 1, bank=bank, day=APRIL)
            for currency, value in values.items()
        ],
    )


def stated(text: str) -> StatedRate:
    return StatedRate(parse_rate(text).rate, text, "chapter of the tariff")


def valued(
    price: Money,
    at: ExchangeRates,
    charges: Mapping[Charge, Money] | None = None,
    term: str | None = None,
) -> LineValue:
    return value_lines([PricedLine(price, 1000)], charges=charges or {}, term=term, exchanges=at)[0]


def goods(
    value: Money,
    rate: str,
    quantities: Mapping[TariffUnit, Decimal] | None = None,
    code: str = RAISINS,
) -> DutiableGoods:
    at = ExchangeRates(value.currency.code)
    return DutiableGoods(code, valued(value, at), stated(rate), quantities or {})
