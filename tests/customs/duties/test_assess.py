"""Whole assessments: the known vectors, figure by figure, and what always holds."""

from dataclasses import replace
from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from moneyed import Money

from customs.countries.fee import FixedFee
from customs.countries.profile import Profile
from customs.duties.assess import (
    Assessment,
    LineNotice,
    NoExciseRate,
    NothingToAssess,
    WrongValueCurrency,
    assess,
)
from customs.duties.duty import RateInWords
from customs.duties.goods import (
    DutiableGoods,
    MissingQuantity,
    Notice,
    QuantityNotAboveZero,
    StatedRate,
)
from customs.duties.reason import AmountKind
from customs.tariff.rate import AdValorem, Lower, NotLess, NotMore, Other, Shape, Specific, Sum
from customs.tariff.unit import TariffUnit
from customs.valuation.exchange_rates import ExchangeRates, NoExchangeRate
from customs.valuation.incoterms import Charge
from tests.customs.duties.factories import exchanges, goods, profile, stated, valued

TOMATO_PASTE = "11, но не менее 0,05 евро за 1 кг"
FURNITURE = "8 плюс 0,05 евро за 1 кг"
LOWER = (
    "15, либо 10, но не менее 0,5 евро за 1 кг,"
    " в зависимости от того, какая из исчисленных сумм таможенной пошлины ниже"
)
KG = TariffUnit.KILOGRAM


def som(amount: str) -> Money:
    return Money(Decimal(amount), "KGS")


def tenge(amount: str) -> Money:
    return Money(Decimal(amount), "KZT")


def sums(found: Assessment) -> tuple[str, ...]:
    money = (found.customs_value, found.duty, found.excise, found.vat, found.fee, found.total)
    return tuple(str(each.amount) for each in money)


def raisins() -> tuple[DutiableGoods, ExchangeRates]:
    at = exchanges("KZT", CNY="69.31", USD="478.77")
    value = valued(Money(20000, "CNY"), at, charges={Charge.FREIGHT: Money(800, "USD")}, term="FCA")
    return DutiableGoods("0806209000", value, stated("5")), at


def without_fee_in_base(country: Profile) -> Profile:
    return replace(country, vat=replace(country.vat, base_has_fee=False))


def test_raisins_to_kazakhstan_with_the_fee_in_the_base_of_the_tax() -> None:
    line, at = raisins()
    found = assess([line], profile=profile("KZ"), exchanges=at)
    assert sums(found) == (
        "1769216.00",
        "88460.80",
        "0",
        "301380.29",
        "25950.00",
        "415791.09",
    )


def test_raisins_to_kazakhstan_with_the_fee_outside_the_base_of_the_tax() -> None:
    line, at = raisins()
    found = assess([line], profile=without_fee_in_base(profile("KZ")), exchanges=at)
    assert found.vat == tenge("297228.29")


def test_tomato_paste_to_kyrgyzstan_pays_the_percentage_when_it_is_more() -> None:
    at = exchanges("KGS", CNY="12.8707", EUR="101.5076")
    line = DutiableGoods(
        "2002909100",
        valued(Money(60000, "CNY"), at),
        stated(TOMATO_PASTE),
        {KG: Decimal(10000)},
    )
    found = assess([line], profile=profile("KG"), exchanges=at)
    assert sums(found) == ("772242.00", "84946.62", "0", "102862.63", "3088.97", "190898.22")


def test_tomato_paste_to_kyrgyzstan_pays_the_least_when_the_percentage_is_less() -> None:
    at = exchanges("KGS", CNY="12.8707", EUR="101.5076")
    line = DutiableGoods(
        "2002909100",
        valued(Money(30000, "CNY"), at),
        stated(TOMATO_PASTE),
        {KG: Decimal(10000)},
    )
    found = assess([line], profile=profile("KG"), exchanges=at)
    assert (found.duty, found.fee, found.vat) == (som("50753.80"), som("1544.48"), som("52424.98"))
    duty = next(reason for reason in found.reasons if reason.kind is AmountKind.DUTY)
    assert duty.rule == "duty.not_less"
    assert duty.exchange is not None
    assert (duty.base, duty.quantity, duty.exchange.value) == (
        som("386121.00"),
        Decimal(10000),
        Decimal("101.5076"),
    )


def test_carpets_pay_by_the_square_metre_whatever_they_are_worth() -> None:
    at = exchanges("KZT", EUR="548.62")
    for price in ("1.00", "9000000.00"):
        line = goods(tenge(price), "0,38 евро за 1 м²", {TariffUnit.SQUARE_METRE: Decimal(500)})
        found = assess([line], profile=profile("KZ"), exchanges=at)
        assert found.duty == tenge("104237.80")


def test_furniture_pays_both_parts_in_one_sum_whose_reason_tells_each() -> None:
    at = exchanges("KZT", EUR="548.62")
    line = goods(tenge("1039650.00"), FURNITURE, {KG: Decimal(1200)})
    found = assess([line], profile=profile("KZ"), exchanges=at)
    (reason,) = (each for each in found.reasons if each.kind is AmountKind.DUTY)
    assert (reason.fields["first"], reason.fields["second"]) == (
        tenge("83172.00"),
        tenge("32917.20"),
    )
    assert (reason.rule, reason.base, reason.quantity) == (
        "duty.sum",
        tenge("1039650.00"),
        Decimal(1200),
    )
    assert reason.exchange == at.find("EUR")
    assert found.duty == reason.amount == tenge("116089.20")


def test_both_parts_are_settled_together_and_once() -> None:
    """0.004 and 0.004: each alone would vanish."""
    at = exchanges("KZT", EUR="0.08")
    line = goods(tenge("0.05"), FURNITURE, {KG: Decimal(1)})
    assert assess([line], profile=profile("KZ"), exchanges=at).duty == tenge("0.01")


@pytest.mark.parametrize(
    ("value", "fee"),
    [
        ("100000.00", "500.00"),
        ("125000.00", "500.00"),
        ("62500000.00", "250000.00"),
        ("70000000.00", "250000.00"),
    ],
)
def test_the_kyrgyz_fee_has_a_floor_and_a_cap(value: str, fee: str) -> None:
    found = assess([goods(som(value), "0")], profile=profile("KG"), exchanges=ExchangeRates("KGS"))
    assert found.fee == som(fee)


def test_the_worked_sample_of_a_real_declaration_comes_out_to_the_kopeck() -> None:
    """Zabaikalsk, 2025: EXW price, freight and insurance; duty free; 20 % tax, fee outside."""
    at = exchanges("RUB", CNY="11.0648")
    value = valued(
        Money(330100, "CNY"),
        at,
        charges={
            Charge.FREIGHT: Money(Decimal("328400.80"), "RUB"),
            Charge.INSURANCE: Money(Decimal("1518.06"), "RUB"),
        },
        term="EXW",
    )
    kazakh = profile("KZ")
    russian = replace(
        kazakh,
        country="RU",
        currency="RUB",
        vat=replace(kazakh.vat, percent=Decimal(20), base_has_fee=False),
        fee=FixedFee(Decimal(1), Money(Decimal("20000.00"), "RUB")),
    )
    line = DutiableGoods("8429529000", value, stated("0"))
    found = assess([line], profile=russian, exchanges=at)
    assert value.price == Money(Decimal("3652490.48"), "RUB")
    assert found.customs_value == Money(Decimal("3982409.34"), "RUB")
    assert found.duty == Money(0, "RUB")
    assert found.vat == Money(Decimal("796481.87"), "RUB")


@pytest.mark.parametrize(
    ("dollars", "units"),
    [
        ("9999.99", "1"),
        ("10000", "1"),
        ("10000.01", "1.5"),
        ("999999.99", "20"),
        ("1000000", "25"),
    ],
)
def test_the_uzbek_fee_climbs_a_ladder_of_dollars(dollars: str, units: str) -> None:
    at = exchanges("UZS", USD="12194.21")
    value = valued(Money(Decimal(dollars), "USD"), at)
    found = assess(
        [DutiableGoods("0806209000", value, stated("10"))], profile=profile("UZ"), exchanges=at
    )
    assert found.fee == Money(Decimal(412000) * Decimal(units), "UZS")
    fee = next(reason for reason in found.reasons if reason.kind is AmountKind.FEE)
    assert (fee.rule, fee.line, fee.rate_text) == ("fee.ladder", None, f"{units} × БРВ")
    assert fee.exchange == at.find("USD")


def test_the_end_of_a_step_is_met_when_only_the_settling_of_the_lines_goes_beyond_it() -> None:
    """Three lines settled up by parts of a tiyin: 10,000 dollars and less than a cent."""
    at = exchanges("UZS", USD="12194.2156")
    lines = [
        DutiableGoods("0806209000", valued(Money(Decimal(price), "USD"), at), stated("10"))
        for price in ("3333.33", "3333.33", "3333.34")
    ]
    found = assess(lines, profile=profile("UZ"), exchanges=at)
    assert found.customs_value > Money(Decimal(10000) * Decimal("12194.2156"), "UZS")
    assert found.fee == Money(412000, "UZS")


def test_a_ladder_in_the_own_currency_needs_no_rate() -> None:
    uzbek = profile("UZ")
    ladder = replace(uzbek.fee, currency="UZS")  # type: ignore[arg-type]
    found = assess(
        [goods(Money(5000, "UZS"), "0")],
        profile=replace(uzbek, fee=ladder),
        exchanges=ExchangeRates("UZS"),
    )
    assert found.fee == Money(412000, "UZS")


@pytest.mark.parametrize(
    ("value", "rule", "duty"),
    [("100.00", "duty.not_more", "20.00"), ("1000.00", "duty.not_more", "50.00")],
)
def test_a_rate_with_a_most_takes_the_smaller(value: str, rule: str, duty: str) -> None:
    at = exchanges("KZT", EUR="500")
    line = goods(tenge(value), "20, но не более 0,1 евро за 1 кг", {KG: Decimal(1)})
    found = assess([line], profile=profile("KZ"), exchanges=at)
    reason = next(each for each in found.reasons if each.kind is AmountKind.DUTY)
    assert (reason.rule, reason.amount) == (rule, tenge(duty))


def test_the_lower_of_two_rates_of_chapter_87_is_taken() -> None:
    at = exchanges("KZT", EUR="500")
    few, many = ({KG: Decimal(n)} for n in (1, 100))
    cheap = assess([goods(tenge("10000.00"), LOWER, few)], profile=profile("KZ"), exchanges=at)
    dear = assess([goods(tenge("10000.00"), LOWER, many)], profile=profile("KZ"), exchanges=at)
    assert (cheap.duty, dear.duty) == (tenge("1000.00"), tenge("1500.00"))


def test_sugar_is_counted_by_a_thousand_kilograms_and_in_dollars() -> None:
    at = exchanges("KZT", USD="478.77")
    line = goods(tenge("1.00"), "340 долларов США за 1000 кг", {KG: Decimal(2500)})
    found = assess([line], profile=profile("KZ"), exchanges=at)
    assert found.duty == tenge("406954.50")


def test_a_rate_in_the_own_currency_needs_no_exchange() -> None:
    at = exchanges("USD")
    line = goods(Money(1, "USD"), "2 доллара США за 1 кг", {KG: Decimal(3)})
    foreign = replace(profile("KZ"), currency="USD", fee=FixedFee(Decimal(1), Money(5, "USD")))
    assert assess([line], profile=foreign, exchanges=at).duty == Money(6, "USD")


def test_the_fee_is_asked_once_and_taxed_with_every_line() -> None:
    lines = [goods(tenge("300.00"), "0"), goods(tenge("700.00"), "0")]
    found = assess(lines, profile=profile("KZ"), exchanges=ExchangeRates("KZT"))
    assert found.fee == tenge("25950.00")
    assert found.of_line(1, AmountKind.VAT) == tenge("1293.60")  # (300 + 7785) × 16 %
    assert found.of_line(2, AmountKind.VAT) == tenge("3018.40")


def test_excise_is_taxed_too_and_is_never_silently_zero() -> None:
    beer = goods(tenge("1000.00"), "0", {TariffUnit.LITRE: Decimal(10)}, code="2203000100")
    at = exchanges("KZT", EUR="500")
    with pytest.raises(NoExciseRate):
        assess([beer], profile=profile("KZ"), exchanges=at)
    taxed = replace(beer, excise=stated("0,1 евро за 1 л"))
    found = assess([taxed], profile=without_fee_in_base(profile("KZ")), exchanges=at)
    assert (found.excise, found.vat) == (tenge("500.00"), tenge("240.00"))


def test_what_a_broker_must_check_is_reported_and_not_counted() -> None:
    notice = Notice("An anti-dumping measure may hold.", {}, "Register of measures")
    line = replace(goods(tenge("100.00"), "5"), notices=(notice,))
    plain = assess(
        [replace(line, notices=())], profile=profile("KZ"), exchanges=ExchangeRates("KZT")
    )
    found = assess([line], profile=profile("KZ"), exchanges=ExchangeRates("KZT"))
    assert found.notices[0] == LineNotice(1, notice)
    assert found.notices[1:] == plain.notices
    assert found.total == plain.total


@pytest.mark.parametrize(
    ("line", "refusal"),
    [
        (goods(tenge("1.00"), "0,38 евро за 1 м²"), MissingQuantity),
        (goods(tenge("1.00"), "0,38 евро за 1 кг", {KG: Decimal(1)}), NoExchangeRate),
        (
            replace(
                goods(tenge("1.00"), "5"),
                duty=StatedRate(Other("по решению"), "по решению", "chapter"),
            ),
            RateInWords,
        ),
        (goods(som("1.00"), "5"), WrongValueCurrency),
    ],
)
def test_what_is_not_known_is_refused_by_name(
    line: DutiableGoods, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        assess([line], profile=profile("KZ"), exchanges=ExchangeRates("KZT"))


def test_nothing_is_no_declaration() -> None:
    with pytest.raises(NothingToAssess):
        assess([], profile=profile("KZ"), exchanges=ExchangeRates("KZT"))


def test_a_quantity_is_above_zero() -> None:
    with pytest.raises(QuantityNotAboveZero):
        goods(tenge("1.00"), "5", {KG: Decimal(0)})


SHAPES = {
    "0": AdValorem,
    "12,5": AdValorem,
    "2,2 евро за 1 кг": Specific,
    "340 долларов США за 1000 кг": Specific,
    TOMATO_PASTE: NotLess,
    "20, но не более 0,1 евро за 1 кг": NotMore,
    FURNITURE: Sum,
    LOWER: Lower,
}
RATES = st.sampled_from(sorted(SHAPES))
COUNTRIES = st.sampled_from(("KZ", "KG", "UZ"))
COINS = st.integers(1, 10**12)
GRAMS = st.integers(1, 10**9)


PROFILES = {country: profile(country) for country in ("KZ", "KG", "UZ")}


def line_of(coins: int, grams: int, rate: str, currency: str = "KZT") -> DutiableGoods:
    return goods(Money(Decimal(coins) / 100, currency), rate, {KG: Decimal(grams) / 1000})


def assessed(country: str, coins: int, grams: int, rate: str) -> Assessment:
    known = PROFILES[country]
    at = exchanges(known.currency, EUR="548.62", USD="478.77")
    return assess([line_of(coins, grams, rate, known.currency)], profile=known, exchanges=at)


def test_the_rates_of_these_properties_have_every_shape_that_is_computed() -> None:
    assert {text: type(stated(text).rate) for text in SHAPES} == SHAPES
    assert set(SHAPES.values()) == set(get_args(Shape))


@given(COUNTRIES, COINS, COINS, GRAMS, RATES)
def test_duty_never_falls_when_the_value_grows(
    country: str, one: int, more: int, grams: int, rate: str
) -> None:
    low, high = (assessed(country, coins, grams, rate) for coins in (one, one + more))
    assert low.duty <= high.duty
    assert low.fee <= high.fee
    assert low.total <= high.total


@given(COUNTRIES, COINS, GRAMS, GRAMS, RATES)
def test_duty_never_falls_when_there_is_more_of_the_goods(
    country: str, coins: int, few: int, more: int, rate: str
) -> None:
    light, heavy = (assessed(country, coins, grams, rate) for grams in (few, few + more))
    assert light.duty <= heavy.duty
    assert light.total <= heavy.total


@given(st.lists(st.tuples(COINS, GRAMS, RATES), min_size=1, max_size=6))
def test_the_reasons_add_up_to_every_sum(lines: list[tuple[int, int, str]]) -> None:
    at = exchanges("KZT", EUR="548.62", USD="478.77")
    found = assess([line_of(*line) for line in lines], profile=profile("KZ"), exchanges=at)
    paid = [each.amount for each in found.reasons if each.kind is not AmountKind.VALUE]
    assert sum(paid, tenge("0")) == found.total
    assert found.customs_value == Money(Decimal(sum(line[0] for line in lines)) / 100, "KZT")
    by_line = [
        found.of_line(number, kind)
        for number in range(1, len(lines) + 1)
        for kind in (AmountKind.DUTY, AmountKind.EXCISE, AmountKind.VAT)
    ]
    assert sum(by_line, found.fee) == found.total


ADDITIVE = st.sampled_from(
    [text for text, shape in SHAPES.items() if shape in {AdValorem, Specific, Sum}]
)


@given(COUNTRIES, st.lists(st.tuples(COINS, GRAMS), min_size=2, max_size=6), ADDITIVE)
def test_splitting_and_merging_lines_keeps_the_sums_but_for_each_lines_settling(
    country: str, parts: list[tuple[int, int]], rate: str
) -> None:
    """Value and fee to the coin; duty, and tax, within half a coin for each of the lines."""
    known = PROFILES[country]
    at = exchanges(known.currency, EUR="548.62", USD="478.77")
    merged = (sum(coins for coins, _ in parts), sum(grams for _, grams in parts))
    whole, split = (
        assess(
            [line_of(*line, rate, known.currency) for line in lines], profile=known, exchanges=at
        )
        for lines in ([merged], parts)
    )
    assert (split.customs_value, split.fee) == (whole.customs_value, whole.fee)
    settled = Decimal("0.005") * (len(parts) + 1)
    assert abs(split.duty.amount - whole.duty.amount) <= settled
    assert abs(split.vat.amount - whole.vat.amount) <= settled * 2


@given(st.lists(st.tuples(COINS, GRAMS), min_size=2, max_size=6))
def test_parts_of_a_line_that_pays_the_larger_of_two_duties_never_pay_less_than_the_whole(
    parts: list[tuple[int, int]],
) -> None:
    merged = (sum(coins for coins, _ in parts), sum(grams for _, grams in parts))
    split = sum(assessed("KZ", *part, TOMATO_PASTE).duty.amount for part in parts)
    whole = assessed("KZ", *merged, TOMATO_PASTE).duty.amount
    assert split >= whole - Decimal("0.005") * (len(parts) + 1)
