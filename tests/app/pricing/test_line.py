"""Every stage of a price, to the coin; the published slips of other engines cannot happen here."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from moneyed import Money

from app.catalog.ladder import BelowMinimum, Ladder, LadderStep
from app.kit.money import CNY, from_minor, settle, to_minor
from app.pricing.line import (
    LinePrice,
    MixedRates,
    NothingToQuote,
    PriceTooSmall,
    QuoteTotal,
    price_line,
)
from app.rates.official import OfficialRate, WrongRateCurrency
from app.rates.rounding import Direction, RoundingRule
from app.rates.selling import SellingRate, SellingTerms

DAY = date(2026, 11, 23)
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def selling(value: str, percent: str = "0", *, bank: str = "nbk", nominal: int = 1) -> SellingRate:
    official = OfficialRate(
        bank=bank,
        currency="CNY",
        nominal=nominal,
        value=Decimal(value),
        published_on=DAY,
        effective_on=DAY,
    )
    return SellingRate(official, SellingTerms(official.into, Decimal(percent), NOON))


def line(price: str, quantity: int, rate: SellingRate, sku: str = "raisins") -> LinePrice:
    ladder = Ladder((LadderStep(1, Money(price, CNY)),))
    return price_line(sku, quantity=quantity, ladder=ladder, selling=rate)


def test_every_stage_of_a_price_is_named_and_kept() -> None:
    quoted = line("28.50", 120, selling("71.86", "2.5"))
    assert quoted.list_price == Money("28.50", "CNY")
    assert [(each.code, each.amount) for each in quoted.unit.stages] == [
        ("goods", Money("2048.01", "KZT")),
        ("spread", Money("51.20", "KZT")),
        ("rounding", Money("0.00", "KZT")),
    ]
    assert quoted.unit_price == Money("2099.21", "KZT")
    assert quoted.breakdown.amount("goods") == Money("245761.20", "KZT")
    assert quoted.breakdown.amount("spread") == Money("6144.00", "KZT")
    assert quoted.total == Money("251905.20", "KZT")


def test_the_same_goods_are_priced_in_som_by_the_kyrgyz_bank() -> None:
    quoted = line("28.50", 120, selling("12.2630", "3", bank="nbkr"))
    assert quoted.unit.amount("goods") == Money("349.50", "KGS")
    assert quoted.unit.amount("spread") == Money("10.49", "KGS")
    assert quoted.total == Money("43198.80", "KGS")


def test_five_at_54_99_by_0_86_are_236_45_and_never_236_46() -> None:
    quoted = line("54.99", 5, selling("0.86"))
    assert quoted.unit_price == Money("47.29", "KZT")
    assert quoted.total == Money("236.45", "KZT")


def test_4_10_stays_4_10_and_is_410_minor_units() -> None:
    quoted = line("4.10", 1, selling("1"))
    assert quoted.total == Money("4.10", "KZT")
    assert to_minor(quoted.total) == 410


def test_sixty_five_at_17_0911_are_1110_85_by_the_shown_unit_and_never_1110_92() -> None:
    quoted = line("10.00", 65, selling("1.70911"))
    assert quoted.unit_price == Money("17.09", "KZT")
    assert quoted.total == Money("1110.85", "KZT")
    assert settle(Money(Decimal("17.0911") * 65, "KZT")) == Money("1110.92", "KZT")


def test_rounding_comes_after_conversion_and_never_before() -> None:
    assert line("9.99", 1, selling("0.9505")).total == Money("9.50", "KZT")


def test_half_a_coin_rounds_up_where_half_even_would_fall() -> None:
    assert line("0.25", 1, selling("0.5")).total == Money("0.13", "KZT")
    assert line("0.05", 1, selling("0.5")).total == Money("0.03", "KZT")


def test_the_nominal_divides_once() -> None:
    whole = line("28.50", 7, selling("71.86"))
    for nominal in (10, 100, 1000):
        by_nominal = selling(str(Decimal("71.86") * nominal), nominal=nominal)
        assert line("28.50", 7, by_nominal).total == whole.total


def test_no_price_is_rounded_away_to_nothing() -> None:
    with pytest.raises(PriceTooSmall) as refused:
        line("0.01", 1000, selling("0.4"))
    assert refused.value.fields == {"sku": "raisins", "currency": "KZT"}


def test_a_rate_for_another_currency_prices_nothing() -> None:
    dollar = OfficialRate(
        bank="nbk",
        currency="USD",
        nominal=1,
        value=Decimal("512.4"),
        published_on=DAY,
        effective_on=DAY,
    )
    with pytest.raises(WrongRateCurrency):
        line("28.50", 1, SellingRate(dollar, SellingTerms("KZT", Decimal(0), NOON)))


def test_a_quantity_that_reaches_no_step_has_no_price() -> None:
    ladder = Ladder((LadderStep(10, Money("28.50", CNY)),))
    with pytest.raises(BelowMinimum):
        price_line("raisins", quantity=9, ladder=ladder, selling=selling("71.86"))


def test_a_total_has_lines_and_one_rate() -> None:
    with pytest.raises(NothingToQuote):
        QuoteTotal(())
    with pytest.raises(MixedRates):
        QuoteTotal((line("1", 1, selling("71.86")), line("1", 1, selling("71.86", "1"))))


prices = st.integers(1, 10**9).map(lambda minor: from_minor(minor, "CNY"))
values = st.decimals("0.0001", "99999.9999", places=4)
percents = st.decimals("0", "25", places=3)
nominals = st.sampled_from([1, 10, 100, 1000])
quantities = st.integers(1, 10**6)


@given(st.lists(st.tuples(prices, quantities), min_size=1, max_size=12), values, percents, nominals)
def test_the_stages_re_add_to_the_shown_total(
    goods: list[tuple[Money, int]], value: Decimal, percent: Decimal, nominal: int
) -> None:
    rate = selling(str(value * nominal), str(percent), nominal=nominal)
    try:
        lines = tuple(
            line(str(price.amount), quantity, rate, sku=f"goods-{position}")
            for position, (price, quantity) in enumerate(goods)
        )
    except PriceTooSmall as refused:
        fields = refused.fields
        position = int(str(fields["sku"]).removeprefix("goods-"))
        assert goods[position][0].amount * value < Decimal("0.005")
        return
    for one in lines:
        assert one.unit_price == one.unit.amount("goods") + one.unit.amount("spread")
        assert one.unit_price * one.quantity == one.total == one.breakdown.total
        assert all(settle(stage.amount) == stage.amount for stage in one.unit.stages)
    total = QuoteTotal(lines)
    for code in ("goods", "spread", "rounding"):
        amounts = (one.breakdown.amount(code) for one in lines)
        assert total.breakdown.amount(code) == sum(amounts, Money(0, "KZT"))
    assert to_minor(total.total) == sum(to_minor(one.total) for one in lines)
    assert total.total.currency.code == total.currency == "KZT"


@given(st.sampled_from(["JPY", "KZT", "KWD"]), st.decimals("0", "999999", places=6))
def test_settled_amounts_of_any_currency_multiply_without_a_rest(code: str, raw: Decimal) -> None:
    unit = settle(Money(raw, code))
    digits = {"JPY": 1, "KZT": 100, "KWD": 1000}[code]
    assert to_minor(unit) == int(raw * digits + Decimal("0.5"))
    assert to_minor(unit * 7) == to_minor(unit) * 7


def tagged(rule: RoundingRule, value: str = "71.86", percent: str = "0") -> SellingRate:
    plain = selling(value, percent)
    return replace(plain, terms=replace(plain.terms, rounding=rule))


@pytest.mark.parametrize(
    ("price", "rate", "quantity", "unit", "total"),
    [
        # 54.99 × 0.86 is 47.2914: five at the unit price are 236.45, never 236.46.
        ("54.99", "0.86", 5, "47.29", "236.45"),
        # A float makes 4.09 of 4.10.
        ("4.10", "1", 1, "4.10", "4.10"),
        # Rounded a unit, not a line: 1110.92 on one page and 1110.85 on another are no answer.
        ("15.87", "1", 70, "15.87", "1110.90"),
        ("0.07", "71.86", 3, "5.03", "15.09"),
    ],
)
def test_a_unit_times_the_quantity_is_the_line_is_the_sum(
    price: str, rate: str, quantity: int, unit: str, total: str
) -> None:
    quoted = line(price, quantity, selling(rate))
    assert quoted.unit_price == Money(unit, "KZT")
    assert quoted.total == Money(total, "KZT") == QuoteTotal((quoted,)).total


def test_a_price_tag_is_made_after_conversion_and_never_before() -> None:
    rule = RoundingRule(100, 99, Direction.NEAREST)
    quoted = line("9.50", 3, tagged(rule, "2"))
    assert quoted.unit.amount("goods") == Money("19.00", "KZT")
    assert quoted.unit_price == Money("18.99", "KZT")
    assert quoted.unit.amount("rounding") == Money("-0.01", "KZT")
    assert quoted.total == quoted.breakdown.total == Money("56.97", "KZT")


@given(
    price=st.integers(1, 10**7),
    quantity=st.integers(1, 10**5),
    value=st.decimals("0.0100", "10000", places=4),
    percent=st.decimals("0", "25", places=3),
    step=st.integers(1, 10**5),
    direction=st.sampled_from(Direction),
)
def test_with_any_price_tags_the_stages_add_up_to_the_total(  # noqa: PLR0913, PLR0917 -- so many figures
    price: int,
    quantity: int,
    value: Decimal,
    percent: Decimal,
    step: int,
    direction: Direction,
) -> None:
    rate = tagged(RoundingRule(step, step // 3, direction), str(value), str(percent))
    try:
        quoted = line(str(Decimal(price) / 100), quantity, rate)
    except PriceTooSmall:
        assert price * value / 100 < Decimal("0.005")
        return
    assert quoted.breakdown.total == quoted.total == quoted.unit_price * quantity
    assert quoted.unit_price.amount > 0
