"""From what was assessed to box 47: each shape of a rate, the fee once, and box B as its sum."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from moneyed import Money

from customs.countries.figure import Figures
from customs.countries.known import known_figures
from customs.countries.profile import profile_on
from customs.duties.assess import Assessment, assess
from customs.duties.duty import RateInWords
from customs.duties.goods import DutiableGoods as AssessedGoods
from customs.duties.goods import StatedRate
from customs.eaeu.album.esad import write_esad
from customs.eaeu.assessed_payments import AssessmentMismatch, with_payments
from customs.eaeu.declaration import GoodsDeclaration
from customs.eaeu.payments import Combined, PaymentRow, RateKind
from customs.eaeu.register.goods_declaration import write_goods_declaration
from customs.eaeu.rules import DECLARATION
from customs.tariff.rate import AdValorem, Lower, NotLess, NotMore, Other, Rate, Specific, Sum
from customs.tariff.unit import TariffUnit
from customs.valuation.exchange_rates import ExchangeRate, ExchangeRates
from customs.valuation.value import LineValue
from tests.customs.eaeu.factories import declaration, good, tenge
from tests.customs.schemas import broken

ON = date(2026, 4, 1)
PROFILE = profile_on(Figures(known_figures()), "KZ", on=ON)
EXCHANGES = ExchangeRates("KZT", [ExchangeRate("EUR", Decimal("548.62"), 1, bank="nbk", day=ON)])
TEN = AdValorem(Decimal(10))
CHEAP = Specific(Money("0.01", "EUR"), Decimal(1), TariffUnit.KILOGRAM)
DEAR = Specific(Money("500", "EUR"), Decimal(1000), TariffUnit.KILOGRAM)


def assessed(*rates: Rate, excise: Rate | None = None) -> tuple[AssessedGoods, ...]:
    value = LineValue(tenge("100000.00"), tenge("100000.00"), None, ())
    bears = None if excise is None else StatedRate(excise, "акциз", "a law")
    return tuple(
        AssessedGoods(
            "0806209000",
            value,
            StatedRate(rate, "?", "chapter"),
            {TariffUnit.KILOGRAM: Decimal(1000)},
            bears,
        )
        for rate in rates
    )


def blank(count: int) -> GoodsDeclaration:
    value = tenge("100000.00")
    return declaration(
        *(replace(good(n), customs_value=value, payments=()) for n in range(1, count + 1))
    )


def filled(*rates: Rate, excise: Rate | None = None) -> tuple[GoodsDeclaration, Assessment]:
    its = assessed(*rates, excise=excise)
    found = assess(its, profile=PROFILE, exchanges=EXCHANGES)
    return with_payments(blank(len(rates)), its, found), found


def duty(rate: Rate) -> PaymentRow:
    made, _ = filled(rate)
    return next(row for row in made.goods[0].payments if row.kind == PROFILE.codes.duty)


def test_a_percentage_is_laid_on_the_value_and_a_specific_rate_on_the_weight() -> None:
    row = duty(TEN)
    assert (row.base, row.base_unit, row.amount) == (tenge("100000.00"), "", tenge("10000.00"))
    assert row.effective is not None
    assert (row.effective.kind, row.effective.value) == (RateKind.PERCENT, Decimal(10))
    row = duty(DEAR)
    assert (row.base, row.base_unit, row.amount) == (Decimal(1000), "166", tenge("274310.00"))
    assert row.effective is not None
    assert (row.effective.kind, row.effective.factor) == (RateKind.SPECIFIC, Decimal(1000))


@pytest.mark.parametrize(
    ("rate", "how", "counts", "base"),
    [
        (NotLess(TEN, CHEAP), Combined.NOT_LESS, False, tenge("100000.00")),
        (NotLess(TEN, DEAR), Combined.NOT_LESS, True, Decimal(1000)),
        (NotMore(TEN, CHEAP), Combined.NOT_MORE, True, Decimal(1000)),
        (NotMore(TEN, DEAR), Combined.NOT_MORE, False, tenge("100000.00")),
        (
            Lower(AdValorem(Decimal(400)), NotLess(TEN, DEAR)),
            Combined.NOT_LESS,
            True,
            Decimal(1000),
        ),
    ],
)
def test_of_two_rates_the_one_that_made_the_sum_counts(
    rate: Rate,
    how: Combined,
    counts: object,
    base: object,
) -> None:
    row = duty(rate)
    assert row.second is not None
    assert (row.second.how, row.second.counts, row.base) == (how, counts, base)
    assert row.effective == (row.second.rate if counts else row.rate)


def test_of_a_choice_only_the_chosen_rate_has_a_place() -> None:
    row = duty(Lower(TEN, NotLess(AdValorem(Decimal(20)), DEAR)))
    assert (row.second, row.amount) == (None, tenge("10000.00"))


def test_two_rates_that_are_added_make_one_row_and_none_counts_alone() -> None:
    row = duty(Sum(TEN, CHEAP))
    assert row.second is not None
    assert (row.second.how, row.effective) == (Combined.PLUS, None)
    assert row.amount == tenge("15486.20")


def test_sums_are_those_of_the_assessment_and_the_draft_is_valid_in_both_families() -> None:
    made, found = filled(TEN, NotLess(TEN, DEAR), Sum(TEN, CHEAP), excise=DEAR)
    stated = {total.kind: total.amount for total in made.totals}
    codes = PROFILE.codes
    assert stated == {
        codes.fee: found.fee,
        codes.duty: found.duty,
        codes.excise: found.excise,
        codes.vat: found.vat,
    }
    fees = [[row.kind for row in each.payments].count(codes.fee) for each in made.goods]
    assert fees == [1, 0, 0]
    assert DECLARATION.check(made, on=ON) == ()
    assert broken("ESADout_CU.xsd", write_esad(made)) == []
    assert broken("EEC_GoodsDeclaration.xsd", write_goods_declaration(made)) == []


@pytest.mark.parametrize(
    ("made", "place"),
    [
        (replace(blank(1), country="KG"), "KZ"),
        (blank(2), "2 ≠ 1"),
        (declaration(replace(good(1), payments=())), 1),
    ],
)
def test_what_was_not_assessed_gets_no_payments(made: GoodsDeclaration, place: object) -> None:
    its = assessed(TEN)
    found = assess(its, profile=PROFILE, exchanges=EXCHANGES)
    with pytest.raises(AssessmentMismatch) as refusal:
        with_payments(made, its, found)
    assert refusal.value.fields == {"place": place}


def test_a_rate_in_words_makes_no_row() -> None:
    found = assess(assessed(TEN), profile=PROFILE, exchanges=EXCHANGES)
    with pytest.raises(RateInWords):
        with_payments(blank(1), assessed(Other("as a broker says")), found)
