"""Which exchange rates an assessment takes: into the own currency, of the bank, of the day."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from moneyed import Money

from customs.duties.assess import FutureRate, WrongRateBank, WrongRatesCurrency, assess
from customs.duties.goods import DutiableGoods
from customs.refusal import CustomsRefusal
from customs.valuation.exchange_rates import GIVEN, ExchangeRate, ExchangeRates
from customs.valuation.incoterms import Charge
from tests.customs.duties.factories import APRIL, goods, profile, stated, valued

DOLLAR = ExchangeRate("USD", Decimal("478.77"), 1, bank="nbk", day=APRIL)
OF_OTHERS = replace(DOLLAR, bank="ecb", day=date(1999, 1, 1))
OF_TOMORROW = replace(DOLLAR, day=APRIL + timedelta(days=1))
TENGE = goods(Money(Decimal("100.00"), "KZT"), "5")


def refused(exchanges: ExchangeRates, lines: Sequence[DutiableGoods] = (TENGE,)) -> CustomsRefusal:
    with pytest.raises(CustomsRefusal) as refusal:
        assess(lines, profile=profile("KZ"), exchanges=exchanges)
    return refusal.value


def test_rates_into_another_currency_are_refused() -> None:
    refusal = refused(ExchangeRates("KGS"))
    assert isinstance(refusal, WrongRatesCurrency)
    assert refusal.fields == {"country": "KZ", "own": "KZT", "currency": "KGS"}


def test_a_rate_of_another_bank_is_refused() -> None:
    refusal = refused(ExchangeRates("KZT", [OF_OTHERS]))
    assert isinstance(refusal, WrongRateBank)
    assert refusal.fields == {
        "currency": "USD",
        "bank": "ecb",
        "country": "KZ",
        "official": "nbk",
    }


def test_a_rate_that_is_not_yet_in_force_is_refused() -> None:
    refusal = refused(ExchangeRates("KZT", [OF_TOMORROW]))
    assert isinstance(refusal, FutureRate)
    assert refusal.fields == {"currency": "USD", "day": OF_TOMORROW.day, "on": APRIL}


@pytest.mark.parametrize("rate", [OF_OTHERS, OF_TOMORROW])
def test_a_value_made_by_such_a_rate_is_refused_though_better_ones_are_at_hand(
    rate: ExchangeRate,
) -> None:
    at = ExchangeRates("KZT", [rate])
    priced = DutiableGoods("0806209000", valued(Money(5, "USD"), at), stated("5"))
    charges = {Charge.FREIGHT: Money(5, "USD")}
    carried = DutiableGoods(
        "0806209000", valued(Money(Decimal("10.00"), "KZT"), at, charges), stated("5")
    )
    for line in (priced, carried):
        refused(ExchangeRates("KZT", [DOLLAR]), [TENGE, line])


@pytest.mark.parametrize(
    "rate",
    [DOLLAR, replace(DOLLAR, day=APRIL - timedelta(days=3)), replace(DOLLAR, bank=GIVEN)],
)
def test_the_banks_rate_in_force_is_taken_and_one_that_whoever_asks_gave(
    rate: ExchangeRate,
) -> None:
    at = ExchangeRates("KZT", [rate])
    line = DutiableGoods("0806209000", valued(Money(100, "USD"), at), stated("5"))
    found = assess([line], profile=profile("KZ"), exchanges=at)
    assert found.customs_value == Money(47877, "KZT")
    assert found.reasons[0].exchange == rate
