"""What every reason states: rule, rate, base, quantity, and the exchange rate with bank and day."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from moneyed import Money

from customs.countries.profile import Profile
from customs.countries.rounding import Rounding
from customs.countries.vat import ReducedVat
from customs.duties.assess import assess
from customs.duties.goods import DutiableGoods
from customs.duties.reason import AmountKind, AssessmentReason
from customs.rounding import half_up
from customs.tariff.unit import TariffUnit
from customs.valuation.exchange_rates import ExchangeRate, ExchangeRates
from customs.valuation.incoterms import Charge
from customs.valuation.value import PricedLine, value_lines
from tests.customs.duties.factories import APRIL, exchanges, goods, profile, stated, valued

MEDICINE = "3004900002"


def tenge(amount: str) -> Money:
    return Money(Decimal(amount), "KZT")


def by_rule(reasons: tuple[AssessmentReason, ...]) -> dict[str, AssessmentReason]:
    return {reason.rule: reason for reason in reasons}


def test_every_step_of_the_raisins_tells_what_it_was_made_of() -> None:
    at = exchanges("KZT", CNY="69.31", USD="478.77")
    charges = {
        Charge.FREIGHT: Money(800, "USD"),
        Charge.HANDLING: tenge("1000.00"),
        Charge.INSURANCE: Money(10, "USD"),
        Charge.INLAND: Money(100, "CNY"),
    }
    line = DutiableGoods(
        "0806209000", valued(Money(20000, "CNY"), at, charges, term="CPT"), stated("5"), {}
    )
    found = by_rule(assess([line], profile=profile("KZ"), exchanges=at).reasons)
    yuan = ExchangeRate("CNY", Decimal("69.31"), 1, bank="nbk", day=APRIL)
    dollar = ExchangeRate("USD", Decimal("478.77"), 1, bank="nbk", day=APRIL)
    made = {
        rule: (reason.amount, reason.rate_text, reason.base, reason.exchange)
        for rule, reason in found.items()
    }
    assert made == {
        "value.price": (tenge("1386200.00"), "", Money(20000, "CNY"), yuan),
        "value.freight": (tenge("383016.00"), "", Money(800, "USD"), dollar),
        "value.handling": (tenge("1000.00"), "", tenge("1000.00"), None),
        "value.insurance": (tenge("4787.70"), "", Money(10, "USD"), dollar),
        "value.inland": (tenge("-6931.00"), "", Money(100, "CNY"), yuan),
        "duty.percent": (tenge("88403.64"), "5", tenge("1768072.70"), None),
        "vat.with_fee": (tenge("301188.21"), "16", tenge("1882426.34"), None),
        "fee.fixed": (tenge("25950.00"), "6 × MRP", tenge("4325"), None),
    }
    assert found["value.freight"].fields["charge"] == "freight"
    assert "Added for" in found["value.freight"].sentence
    assert "Taken off for" in found["value.inland"].sentence


def test_each_line_tells_the_whole_charge_and_its_own_part() -> None:
    at = exchanges("KZT", USD="500")
    values = value_lines(
        [PricedLine(tenge("100.00"), 1), PricedLine(tenge("300.00"), 1)],
        charges={Charge.FREIGHT: Money(8, "USD")},
        term="FCA",
        exchanges=at,
    )
    lines = [DutiableGoods("0806209000", value, stated("5")) for value in values]
    found = assess(lines, profile=profile("KZ"), exchanges=at)
    freight = [each for each in found.reasons if each.rule == "value.freight"]
    assert [each.amount for each in freight] == [tenge("1000.00"), tenge("3000.00")]
    assert {each.base for each in freight} == {Money(8, "USD")}


def fee_of(country: Profile, value: Money) -> AssessmentReason:
    at = exchanges(country.currency, USD="12194.21")
    found = assess([goods(value, "0")], profile=country, exchanges=at)
    return next(reason for reason in found.reasons if reason.kind is AmountKind.FEE)


def test_a_fee_tells_its_units_or_its_percentage() -> None:
    assert fee_of(profile("KZ"), tenge("1.00")).rate_text == "6 × MRP"
    percent = fee_of(profile("KG"), Money(200000, "KGS"))
    assert (percent.rate_text, percent.base) == ("0.4 %", Money(200000, "KGS"))
    assert fee_of(profile("UZ"), Money(1000, "UZS")).rate_text == "1 × БРВ"
    nameless = replace(profile("KZ"), fee_unit_name="")
    assert fee_of(nameless, tenge("1.00")).rate_text == "6 × 4325 KZT"


def test_medicines_of_2026_pay_less_and_a_broker_is_asked_to_check_that_they_do() -> None:
    medicine = goods(tenge("1000.00"), "0", code=MEDICINE)
    raisins = goods(tenge("1000.00"), "0")
    country = profile("KZ")
    outside = replace(country, vat=replace(country.vat, base_has_fee=False))
    found = assess([raisins, medicine], profile=outside, exchanges=ExchangeRates("KZT"))
    assert [found.of_line(n, AmountKind.VAT) for n in (1, 2)] == [tenge("160.00"), tenge("50.00")]
    taxes = [reason for reason in found.reasons if reason.kind is AmountKind.VAT]
    assert [reason.rate_text for reason in taxes] == ["16", "5"]
    assert "not yet seen" in taxes[1].source
    (at,) = (each for each in found.notices if each.line is not None)
    assert at.line == 2
    assert at.notice.fields == {"prefix": "3004", "percent": Decimal(5), "full": Decimal(16)}


def test_the_longest_beginning_sets_the_lower_tax() -> None:
    country = profile("KZ")
    figure = country.vat_figure
    rule = replace(
        country.vat,
        reduced=(
            ReducedVat("3004", Decimal(5), figure),
            ReducedVat("300490", Decimal(0), figure),
            ReducedVat("30", Decimal(9), figure),
        ),
    )
    found = [rule.reduced_for(code) for code in (MEDICINE, "3004200001", "3005100000", "4005")]
    assert [each and each.percent for each in found] == [0, 5, 9, None]


WHOLE = Rounding(duty=0, excise=0, vat=0, fee=0)


def test_a_country_may_settle_payments_to_whole_units_and_never_the_value() -> None:
    country = replace(profile("KZ"), rounding=WHOLE)
    beer = replace(
        goods(tenge("1234.56"), "5", {TariffUnit.LITRE: Decimal("1.5")}, code="2203000100"),
        excise=stated("0,1 евро за 1 л"),
    )
    at = exchanges("KZT", EUR="548.62")
    found = assess([beer], profile=country, exchanges=at)
    assert found.customs_value == tenge("1234.56")
    assert (found.duty, found.excise, found.fee) == (tenge("62"), tenge("82"), tenge("25950"))
    assert found.vat == tenge("4373")  # (1234.56 + 62 + 82 + 25950) × 16 % = 4372.57


def test_each_payment_has_its_own_decimals() -> None:
    line = goods(tenge("1234.56"), "5")
    at = ExchangeRates("KZT")
    country = profile("KZ")
    coins = assess([line], profile=country, exchanges=at)
    tax = assess([line], profile=replace(country, rounding=Rounding(vat=0)), exchanges=at)
    assert (coins.duty, coins.vat) == (tenge("61.73"), tenge("4359.41"))
    assert (tax.duty, tax.vat) == (tenge("61.73"), tenge("4359"))


@pytest.mark.parametrize("rounding", [Rounding(), WHOLE, Rounding(duty=1, fee=0)])
@given(st.lists(st.tuples(st.integers(1, 10**10), st.integers(1, 10**7)), min_size=1, max_size=5))
def test_reasons_add_up_to_the_sums_however_a_country_settles(
    rounding: Rounding, lines: list[tuple[int, int]]
) -> None:
    at = exchanges("KZT", EUR="548.62")
    declared = [
        goods(
            Money(Decimal(coins) / 100, "KZT"),
            "8 плюс 0,05 евро за 1 кг",
            {TariffUnit.KILOGRAM: Decimal(grams) / 1000},
        )
        for coins, grams in lines
    ]
    country = replace(profile("KZ"), rounding=rounding)
    found = assess(declared, profile=country, exchanges=at)
    paid = [each.amount for each in found.reasons if each.kind is not AmountKind.VALUE]
    assert sum(paid, tenge("0")) == found.total
    duties = [each.amount.amount for each in found.reasons if each.kind is AmountKind.DUTY]
    assert duties == [half_up(each, rounding.duty) for each in duties]
