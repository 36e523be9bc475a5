"""Customs value: charges under each term, shared to the last coin."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from moneyed import Money

from customs.valuation.exchange_rates import (
    BadExchangeRate,
    ExchangeRate,
    ExchangeRates,
    NoExchangeRate,
    OwnCurrencyRate,
    TwoExchangeRates,
)
from customs.valuation.incoterms import (
    INCOTERMS,
    Charge,
    ChargeInPrice,
    ChargeTreatment,
    NothingToDeduct,
    UnknownTerm,
    charge_treatments,
    missing_charges,
)
from customs.valuation.value import (
    NegativeCharge,
    PricedLine,
    SharedBy,
    ValueNotAboveZero,
    value_lines,
)

TENGE = ExchangeRates("KZT")


def tenge(amount: str) -> Money:
    return Money(Decimal(amount), "KZT")


def test_every_term_answers_for_every_charge() -> None:
    assert len(INCOTERMS) == 11
    for term in INCOTERMS:
        assert set(charge_treatments(term)) == set(Charge)


def test_charges_have_the_boxes_of_the_value_sheet_in_its_order() -> None:
    added = "13а 13б 14а 14б 14в 14г 15 16 17 18 19"
    assert [each.box for each in Charge if not each.is_deducted] == added.split()
    assert [each.box for each in Charge if each.is_deducted] == ["21", "22", "23"]


@pytest.mark.parametrize(
    ("term", "charges"), [("FCA", (Charge.FREIGHT,)), ("EXW", (Charge.FREIGHT,)), ("DAP", ())]
)
def test_carriage_to_the_border_is_missed_where_the_buyer_carries(
    term: str, charges: tuple[Charge, ...]
) -> None:
    assert missing_charges(term, []) == charges
    assert missing_charges(term, [Charge.FREIGHT]) == ()


def test_insurance_is_added_under_carriage_paid_and_not_under_carriage_and_insurance_paid() -> None:
    assert charge_treatments("CPT")[Charge.INSURANCE] is ChargeTreatment.IF_PAID
    assert charge_treatments("CIP")[Charge.INSURANCE] is ChargeTreatment.IN_PRICE


@pytest.mark.parametrize(
    ("term", "charge", "refusal"),
    [
        ("DDP", Charge.FREIGHT, ChargeInPrice),
        ("CIP", Charge.INSURANCE, ChargeInPrice),
        ("CIF", Charge.INSURANCE, ChargeInPrice),
        ("FCA", Charge.INLAND, NothingToDeduct),
        ("DAP", Charge.TAXES, NothingToDeduct),
        ("FOT", Charge.FREIGHT, UnknownTerm),
    ],
)
def test_a_charge_that_the_price_holds_is_not_counted_twice(
    term: str, charge: Charge, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        value_lines(
            [PricedLine(tenge("10.00"), 1)],
            charges={charge: tenge("1.00")},
            term=term,
            exchanges=TENGE,
        )


def test_carriage_inside_the_union_is_taken_off_when_shown_apart() -> None:
    (line,) = value_lines(
        [PricedLine(tenge("100.00"), 1)],
        charges={Charge.INLAND: tenge("30.00")},
        term="DAP",
        exchanges=TENGE,
    )
    assert line.total == tenge("70.00")


def test_a_charge_is_shared_by_value_or_by_weight_as_chosen() -> None:
    lines = [PricedLine(tenge("10.00"), 3000), PricedLine(tenge("30.00"), 1000)]
    by_value, by_weight = (
        value_lines(
            lines,
            charges={Charge.FREIGHT: tenge("4.00")},
            term=None,
            exchanges=TENGE,
            shared_by=by,
        )
        for by in (SharedBy.VALUE, SharedBy.WEIGHT)
    )
    assert [line.total for line in by_value] == [tenge("11.00"), tenge("33.00")]
    assert [line.total for line in by_weight] == [tenge("13.00"), tenge("31.00")]


def test_a_foreign_price_is_converted_by_its_nominal_and_settled_half_up() -> None:
    day = date(2026, 4, 1)
    at = ExchangeRates("KZT", [ExchangeRate("UZS", Decimal("3.93"), 100, bank="nbk", day=day)])
    (line,) = value_lines([PricedLine(Money(1050, "UZS"), 1)], charges={}, term=None, exchanges=at)
    assert line.price == tenge("41.27")  # 41.265
    assert line.exchange == at.find("UZS")


@pytest.mark.parametrize(
    ("charges", "refusal"),
    [
        ({Charge.INLAND: tenge("10.00")}, ValueNotAboveZero),
        ({Charge.FREIGHT: tenge("-1.00")}, NegativeCharge),
        ({Charge.FREIGHT: Money(1, "USD")}, NoExchangeRate),
    ],
)
def test_a_sum_that_cannot_be_is_refused(
    charges: dict[Charge, Money], refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        value_lines([PricedLine(tenge("10.00"), 1)], charges=charges, term=None, exchanges=TENGE)


@pytest.mark.parametrize(("value", "nominal"), [("0", 1), ("-1", 1), ("1", 0)])
def test_a_rate_is_above_zero(value: str, nominal: int) -> None:
    with pytest.raises(BadExchangeRate):
        ExchangeRate("CNY", Decimal(value), nominal, bank="nbk", day=date(2026, 4, 1))


def test_the_own_currency_has_no_rate_and_no_other_has_two() -> None:
    day = date(2026, 4, 1)
    euro = ExchangeRate("EUR", Decimal("548.62"), 1, bank="nbk", day=day)
    with pytest.raises(OwnCurrencyRate):
        ExchangeRates("EUR", [euro])
    with pytest.raises(TwoExchangeRates):
        ExchangeRates("KZT", [euro, euro])


@given(
    st.lists(st.tuples(st.integers(1, 10**10), st.integers(1, 10**9)), min_size=1, max_size=20),
    st.integers(0, 10**10),
    st.sampled_from(SharedBy),
)
def test_every_coin_of_a_charge_is_given_away_once(
    lines: list[tuple[int, int]], freight: int, by: SharedBy
) -> None:
    priced = [PricedLine(Money(Decimal(coins) / 100, "KZT"), grams) for coins, grams in lines]
    whole = Money(Decimal(freight) / 100, "KZT")
    valued = value_lines(
        priced, charges={Charge.FREIGHT: whole}, term="FCA", exchanges=TENGE, shared_by=by
    )
    prices = sum((each.price for each in priced), tenge("0"))
    assert sum((each.total for each in valued), tenge("0")) == prices + whole
