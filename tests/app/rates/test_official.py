"""The official rate in force, and conversion of amounts by it."""

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from moneyed import Money

from app.kit.money import CNY
from app.rates.banks import (
    BANKS,
    CBU,
    NBK,
    NBKR,
    NoBank,
    UnknownBank,
    bank_for,
    fetched_banks,
    get_bank,
    selling_banks,
)
from app.rates.lists import TIMETABLES
from app.rates.official import NoRate, OfficialRate, WrongRateCurrency, convert, in_force
from app.reference import current

MONDAY = date(2026, 11, 23)


def rate(value: str = "71.86", *, day: date = MONDAY, nominal: int = 1) -> OfficialRate:
    return OfficialRate(
        bank="nbk",
        currency="CNY",
        nominal=nominal,
        value=Decimal(value),
        published_on=day,
        effective_on=day,
    )


def test_the_rate_of_the_day_is_in_force() -> None:
    rates = [rate("70", day=MONDAY - timedelta(days=3)), rate("71")]
    held = in_force(rates, bank=NBK, currency="CNY", on=MONDAY)
    assert held.value == 71


def test_over_a_weekend_fridays_rate_stays_in_force_and_says_its_day() -> None:
    friday = rate(day=date(2026, 11, 20))
    held = in_force([friday, rate()], bank=NBK, currency="CNY", on=date(2026, 11, 22))
    assert held is friday
    assert held.age_days(date(2026, 11, 22)) == 2


def test_a_rate_of_tomorrow_is_not_in_force_today() -> None:
    tomorrow = rate(day=MONDAY + timedelta(days=1))
    with pytest.raises(NoRate):
        in_force([tomorrow], bank=NBK, currency="CNY", on=MONDAY)


def test_no_rate_names_the_currency_the_bank_and_the_day() -> None:
    with pytest.raises(NoRate) as refused:
        in_force([rate()], bank=NBKR, currency="CNY", on=MONDAY)
    assert refused.value.fields == {"bank": NBKR, "currency": "CNY", "day": MONDAY}
    assert str(refused.value) == (
        "National Bank of the Kyrgyz Republic has no rate for CNY in force on 2026-11-23."
    )


@given(st.lists(st.integers(-400, 400), max_size=30, unique=True), st.integers(-400, 400))
def test_the_rate_in_force_is_the_latest_not_after_the_day(days: list[int], on: int) -> None:
    rates = [rate(day=MONDAY + timedelta(days=day)) for day in days]
    past = [day for day in days if day <= on]
    wanted = MONDAY + timedelta(days=on)
    if past:
        held = in_force(rates, bank=NBK, currency="CNY", on=wanted)
        assert held.effective_on == MONDAY + timedelta(days=max(past))
    else:
        with pytest.raises(NoRate):
            in_force(rates, bank=NBK, currency="CNY", on=wanted)


def test_an_amount_in_another_currency_is_not_converted() -> None:
    with pytest.raises(WrongRateCurrency):
        convert(Money("5.00", "USD"), rate())


@given(
    st.integers(0, 10**11),
    st.decimals("0.0001", "99999.9999", places=4),
    st.sampled_from([1, 10, 100, 1000]),
)
def test_conversion_divides_by_the_nominal_and_rounds_once_half_up(
    fen: int, value: Decimal, nominal: int
) -> None:
    made = convert(Money(Decimal(fen) / 100, CNY), rate(str(value), nominal=nominal))
    exact = Fraction(fen, 100) * Fraction(value) / nominal * 100
    assert abs(Fraction(made.amount) * 100 - exact) <= Fraction(1, 2)
    whole, rest = divmod(exact, 1)
    assert int(made.amount * 100) == int(whole) + (rest >= Fraction(1, 2))
    assert made.amount == made.amount.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)


def test_each_currency_has_the_one_bank_that_publishes_in_it() -> None:
    assert bank_for("KZT") is NBK
    assert bank_for("KGS") is NBKR
    assert selling_banks() == (NBK, NBKR, CBU)
    assert len({bank.currency for bank in BANKS.values()}) == len(BANKS)


def test_every_bank_that_is_fetched_has_hours_at_which_it_is_asked() -> None:
    tables = current.edition().on(TIMETABLES, date(2026, 11, 23))
    assert set(tables) == {bank.code for bank in fetched_banks()}


def test_an_unknown_currency_or_bank_is_refused() -> None:
    with pytest.raises(NoBank):
        bank_for("EUR")
    with pytest.raises(UnknownBank):
        get_bank("NBK")
