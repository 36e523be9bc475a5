"""Which exchange rates an assessment takes: into the own currency, of the bank, of the day."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from moneyed import Money

from customs.duties.assess import OtherBank, OtherExchanges, RateOfLater, assess
from customs.duties.goods import Goods
from customs.refusal import CustomsRefusal
from customs.valuation.exchange import GIVEN, Exchange, Exchanges
from customs.valuation.terms import Charge
from tests.customs.duties.making import APRIL, goods, profile, stated, valued

DOLLAR = Exchange("USD", Decimal("478.77"), 1, bank="nbk", day=APRIL)
OF_OTHERS = replace(DOLLAR, bank="ecb", day=date(1999, 1, 1))
OF_TOMORROW = replace(DOLLAR, day=APRIL + timedelta(days=1))
TENGE = goods(Money(Decimal("100.00"), "KZT"), "5")


def refused(exchanges: Exchanges, lines: Sequence[Goods] = (TENGE,)) -> CustomsRefusal:
    with pytest.raises(CustomsRefusal) as refusal:
        assess(lines, profile=profile("KZ"), exchanges=exchanges)
    return refusal.value


def test_rates_into_another_currency_are_refused() -> None:
    refusal = refused(Exchanges("KGS"))
    assert isinstance(refusal, OtherExchanges)
    assert refusal.fields == {"country": "KZ", "own": "KZT", "currency": "KGS"}


def test_a_rate_of_another_bank_is_refused() -> None:
    refusal = refused(Exchanges("KZT", [OF_OTHERS]))
    assert isinstance(refusal, OtherBank)
    assert refusal.fields == {
        "currency": "USD",
        "bank": "ecb",
        "country": "KZ",
        "official": "nbk",
    }


def test_a_rate_that_is_not_yet_in_force_is_refused() -> None:
    refusal = refused(Exchanges("KZT", [OF_TOMORROW]))
    assert isinstance(refusal, RateOfLater)
    assert refusal.fields == {"currency": "USD", "day": OF_TOMORROW.day, "on": APRIL}


@pytest.mark.parametrize("rate", [OF_OTHERS, OF_TOMORROW])
def test_a_value_made_by_such_a_rate_is_refused_though_better_ones_are_at_hand(
    rate: Exchange,
) -> None:
    at = Exchanges("KZT", [rate])
    priced = Goods("0806209000", valued(Money(5, "USD"), at), stated("5"))
    charges = {Charge.FREIGHT: Money(5, "USD")}
    carried = Goods("0806209000", valued(Money(Decimal("10.00"), "KZT"), at, charges), stated("5"))
    for line in (priced, carried):
        refused(Exchanges("KZT", [DOLLAR]), [TENGE, line])


@pytest.mark.parametrize(
    "rate",
    [DOLLAR, replace(DOLLAR, day=APRIL - timedelta(days=3)), replace(DOLLAR, bank=GIVEN)],
)
def test_the_banks_rate_in_force_is_taken_and_one_that_whoever_asks_gave(rate: Exchange) -> None:
    at = Exchanges("KZT", [rate])
    line = Goods("0806209000", valued(Money(100, "USD"), at), stated("5"))
    found = assess([line], profile=profile("KZ"), exchanges=at)
    assert found.customs_value == Money(47877, "KZT")
    assert found.reasons[0].exchange == rate
