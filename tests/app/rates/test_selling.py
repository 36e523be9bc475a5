"""Selling terms: invalid figures, and when nothing is sold."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from app.rates.official import OfficialRate
from app.rates.selling import (
    BadLimits,
    Limits,
    RateTooOld,
    SellingRate,
    SellingTerms,
    SpreadOutOfBounds,
    TermsOfAnotherCurrency,
    TooFine,
    check_percent,
    sell_by,
)

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
MONDAY = date(2026, 11, 23)
OFFICIAL = OfficialRate(
    bank="nbk",
    currency="CNY",
    nominal=1,
    value=Decimal("71.86"),
    published_on=MONDAY,
    effective_on=MONDAY,
)


def test_the_selling_rate_shows_official_and_spread_together_and_keeps_both() -> None:
    selling = SellingRate(OFFICIAL, SellingTerms("KZT", Decimal("2.5"), NOON))
    assert selling.value == Decimal("73.6565")
    assert (selling.currency, selling.spread_percent) == ("KZT", Decimal("2.5"))
    assert selling.official.value == Decimal("71.86")


def test_terms_for_another_currency_do_not_go_with_the_rate() -> None:
    with pytest.raises(TermsOfAnotherCurrency):
        SellingRate(OFFICIAL, SellingTerms("KGS", Decimal("2.5"), NOON))


def test_a_rate_sells_to_the_last_day_of_its_limit_and_not_a_day_longer() -> None:
    terms = SellingTerms("KZT", Decimal(2), NOON, limits=Limits(4, 10))
    assert sell_by(OFFICIAL, terms, today=MONDAY + timedelta(days=10)).official is OFFICIAL
    with pytest.raises(RateTooOld, match="KZT are paused: the last official rate is from") as no:
        sell_by(OFFICIAL, terms, today=MONDAY + timedelta(days=11))
    assert no.value.fields == {"currency": "KZT", "day": MONDAY}


@pytest.mark.parametrize("percent", ["-0.001", "25.001", "1000", "NaN", "Infinity"])
def test_a_spread_out_of_bounds_is_refused_with_its_field(percent: str) -> None:
    with pytest.raises(SpreadOutOfBounds) as refused:
        check_percent(Decimal(percent), field="spread_percent")
    assert refused.value.fields["field"] == "spread_percent"


def test_a_spread_with_too_many_decimal_places_is_refused() -> None:
    with pytest.raises(TooFine):
        check_percent(Decimal("2.5001"), field="spread_percent")


@pytest.mark.parametrize("percent", ["0", "2.5", "2.125", "25"])
def test_a_sane_spread_is_taken(percent: str) -> None:
    assert check_percent(Decimal(percent), field="spread_percent") == Decimal(percent)


@pytest.mark.parametrize(
    ("warn", "stop", "jump"),
    [(0, 10, "5"), (11, 10, "5"), (4, 61, "5"), (4, 10, "0"), (4, 10, "-1"), (4, 10, "NaN")],
)
def test_limits_that_contradict_each_other_are_refused(warn: int, stop: int, jump: str) -> None:
    with pytest.raises(BadLimits):
        Limits(warn, stop, Decimal(jump))


def test_a_floor_is_a_percentage_like_any_other() -> None:
    with pytest.raises(SpreadOutOfBounds) as refused:
        Limits(floor_percent=Decimal(26))
    assert refused.value.fields["field"] == "floor_percent"
