"""Rates as objects: what they cannot hold, and where and when they hold."""

from datetime import date
from decimal import Decimal

import pytest
from moneyed import Money

from customs.tariff.rate import (
    AdValorem,
    DatedRate,
    RateInOtherMoney,
    RateOutOfRange,
    Specific,
)
from customs.tariff.rate_text import format_rate, parse_rate
from customs.tariff.unit import TariffUnit

ONE = Decimal(1)
SPRING, SUMMER = date(2026, 3, 1), date(2026, 6, 1)


def test_a_rate_below_zero_is_refused() -> None:
    with pytest.raises(RateOutOfRange, match="-5"):
        AdValorem(Decimal(-5))
    with pytest.raises(RateOutOfRange):
        Specific(Money("-0.05", "EUR"), ONE, TariffUnit.KILOGRAM)


@pytest.mark.parametrize("figure", ["-0", "NaN", "Infinity", "100000000", "0.00001"])
def test_a_figure_that_no_text_of_a_rate_could_carry_is_refused(figure: str) -> None:
    with pytest.raises(RateOutOfRange):
        AdValorem(Decimal(figure))
    with pytest.raises(RateOutOfRange):
        Specific(Money("0.05", "EUR"), Decimal(figure), TariffUnit.KILOGRAM)


def test_the_largest_and_the_finest_figure_are_printed_and_read_back() -> None:
    for figure in ("99999999.9999", "0.0001", "1E+3", "5.0000"):
        rate = AdValorem(Decimal(figure))
        assert parse_rate(format_rate(rate)).rate == rate


def test_goods_are_not_counted_by_nothing() -> None:
    with pytest.raises(RateOutOfRange):
        Specific(Money("0.05", "EUR"), Decimal(0), TariffUnit.KILOGRAM)


@pytest.mark.parametrize("currency", ["CNY", "RUB"])
def test_a_rate_in_money_that_its_text_could_not_name_is_refused(currency: str) -> None:
    with pytest.raises(RateInOtherMoney, match=f"EUR, USD, KZT, .* not in {currency}"):
        Specific(Money(5, currency), ONE, TariffUnit.KILOGRAM)


def test_a_dated_rate_holds_from_its_first_day_to_its_last() -> None:
    rate = DatedRate("0806209000", AdValorem(ONE), SPRING, SUMMER, frozenset(), "chapter 08")
    days = [date(2026, 2, 28), SPRING, SUMMER, date(2026, 6, 2)]
    assert [rate.holds(on=day, country="KZ") for day in days] == [False, True, True, False]


def test_a_dated_rate_without_an_end_holds_on_and_only_in_its_countries() -> None:
    rate = DatedRate("0806209000", AdValorem(ONE), SPRING, None, frozenset({"RU"}), "note 9С")
    assert rate.holds(on=date(2030, 1, 1), country="RU")
    assert not rate.holds(on=date(2030, 1, 1), country="KZ")


def test_every_unit_has_a_code_of_its_own() -> None:
    assert len({unit.code for unit in TariffUnit}) == len(TariffUnit)
