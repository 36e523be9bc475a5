"""The spread beside the rate: when it holds, and which figures are none."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from app.rates.official import OfficialRate
from app.rates.selling import (
    NoSpread,
    SellingRate,
    Spread,
    SpreadOfAnotherCurrency,
    SpreadOutOfBounds,
    SpreadTooFine,
    check_percent,
    spread_in_force,
)

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
OFFICIAL = OfficialRate(
    bank="nbk",
    currency="CNY",
    nominal=1,
    value=Decimal("71.86"),
    published_on=date(2026, 11, 23),
    effective_on=date(2026, 11, 23),
)


def test_a_spread_holds_from_its_own_instant_until_the_next_one() -> None:
    first = Spread("KZT", Decimal("2.5"), NOON)
    second = Spread("KZT", Decimal(3), NOON + timedelta(hours=1))
    spreads = (second, first)
    late = NOON + timedelta(minutes=59, seconds=59)
    assert spread_in_force(spreads, currency="KZT", at=NOON) is first
    assert spread_in_force(spreads, currency="KZT", at=late) is first
    assert spread_in_force(spreads, currency="KZT", at=NOON + timedelta(hours=1)) is second


def test_without_a_spread_nothing_is_sold_and_none_is_not_zero() -> None:
    spreads = (Spread("KZT", Decimal(0), NOON),)
    with pytest.raises(NoSpread, match="KGS"):
        spread_in_force(spreads, currency="KGS", at=NOON)
    with pytest.raises(NoSpread):
        spread_in_force(spreads, currency="KZT", at=NOON - timedelta(seconds=1))


def test_the_selling_rate_shows_official_and_spread_together_and_keeps_both() -> None:
    selling = SellingRate(OFFICIAL, Spread("KZT", Decimal("2.5"), NOON))
    assert selling.value == Decimal("73.6565")
    assert selling.currency == "KZT"
    assert selling.official.value == Decimal("71.86")


def test_a_spread_for_another_currency_does_not_go_with_the_rate() -> None:
    with pytest.raises(SpreadOfAnotherCurrency):
        SellingRate(OFFICIAL, Spread("KGS", Decimal("2.5"), NOON))


@pytest.mark.parametrize("percent", ["-0.001", "25.001", "1000", "NaN", "Infinity"])
def test_a_spread_out_of_bounds_is_refused_with_its_field(percent: str) -> None:
    with pytest.raises(SpreadOutOfBounds) as refused:
        check_percent(Decimal(percent))
    assert refused.value.fields["field"] == "percent"


def test_a_spread_finer_than_is_kept_is_refused() -> None:
    with pytest.raises(SpreadTooFine):
        check_percent(Decimal("2.5001"))


@pytest.mark.parametrize("percent", ["0", "2.5", "2.125", "25"])
def test_a_sane_spread_is_taken(percent: str) -> None:
    assert check_percent(Decimal(percent)) == Decimal(percent)
