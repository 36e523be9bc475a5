"""Rates as objects: what they cannot hold, and where and when they hold."""

from datetime import date
from decimal import Decimal

import pytest
from moneyed import Money

from customs.tariff.rate import AdValorem, DatedRate, RateBelowZero, Specific
from customs.tariff.unit import Unit

ONE = Decimal(1)
SPRING, SUMMER = date(2026, 3, 1), date(2026, 6, 1)


def test_a_rate_below_zero_is_refused() -> None:
    with pytest.raises(RateBelowZero, match="-5"):
        AdValorem(Decimal(-5))
    with pytest.raises(RateBelowZero):
        Specific(Money("-0.05", "EUR"), ONE, Unit.KILOGRAM)


def test_goods_are_not_counted_by_nothing() -> None:
    with pytest.raises(RateBelowZero):
        Specific(Money("0.05", "EUR"), Decimal(0), Unit.KILOGRAM)


def test_a_dated_rate_holds_from_its_first_day_to_its_last() -> None:
    rate = DatedRate("0806209000", AdValorem(ONE), SPRING, SUMMER, frozenset(), "chapter 08")
    days = [date(2026, 2, 28), SPRING, SUMMER, date(2026, 6, 2)]
    assert [rate.holds(on=day, country="KZ") for day in days] == [False, True, True, False]


def test_a_dated_rate_without_an_end_holds_on_and_only_in_its_countries() -> None:
    rate = DatedRate("0806209000", AdValorem(ONE), SPRING, None, frozenset({"RU"}), "note 9С")
    assert rate.holds(on=date(2030, 1, 1), country="RU")
    assert not rate.holds(on=date(2030, 1, 1), country="KZ")


def test_every_unit_has_a_code_of_its_own() -> None:
    assert len({unit.code for unit in Unit}) == len(Unit)
