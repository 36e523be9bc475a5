"""Country profiles of a day, made of dated figures."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from moneyed import Money

from customs.countries.fee import FixedFee, LadderFee, PercentFee, UnknownFeeKind
from customs.countries.figure import BadFigure, Figure, FigureName, Figures, NoFigure
from customs.countries.known import known_figures
from customs.countries.profile import UnknownImportCountry, profile_on

KNOWN = known_figures()


def entered(country: str, name: FigureName, value: str, *, since: date) -> Figures:
    figure = Figure(
        country=country, name=name, value=value, valid_from=since, source="a test's own"
    )
    return Figures([*KNOWN, figure])


@pytest.mark.parametrize(
    ("country", "day", "percent"),
    [
        ("KZ", date(2025, 12, 31), 12),
        ("KZ", date(2026, 1, 1), 16),
        ("KG", date(2026, 4, 1), 12),
        ("UZ", date(2026, 4, 1), 12),
    ],
)
def test_the_tax_is_that_of_the_day(country: str, day: date, percent: int) -> None:
    assert profile_on(Figures(KNOWN), country, on=day).vat.percent == percent


@pytest.mark.parametrize(("day", "percent"), [(date(2026, 12, 31), 14), (date(2027, 1, 1), 13)])
def test_the_tajik_tax_falls_on_new_years_day(day: date, percent: int) -> None:
    figure = Figures(KNOWN).get("TJ", FigureName.VAT_PERCENT, on=day)
    assert figure.number == percent


def test_the_kazakh_fee_is_six_units_of_its_year() -> None:
    fee = profile_on(Figures(KNOWN), "KZ", on=date(2026, 11, 23)).fee
    assert fee == FixedFee(Decimal(6), Money(4325, "KZT"))


def test_a_year_whose_unit_is_not_known_is_refused_and_not_guessed() -> None:
    with pytest.raises(NoFigure) as refused:
        profile_on(Figures(KNOWN), "KZ", on=date(2027, 1, 1))
    assert refused.value.fields["figure"] is FigureName.FEE_UNIT


def test_the_kyrgyz_fee_is_a_percentage_between_two_sums() -> None:
    fee = profile_on(Figures(KNOWN), "KG", on=date(2026, 4, 1)).fee
    assert fee == PercentFee(Decimal("0.4"), Money(500, "KGS"), Money(250000, "KGS"))


def test_the_uzbek_fee_is_a_ladder() -> None:
    fee = profile_on(Figures(KNOWN), "UZ", on=date(2026, 4, 1)).fee
    assert isinstance(fee, LadderFee)
    assert fee.units_for(Decimal("199999.99")) == 10


@pytest.mark.parametrize("country", ["TJ", "TM"])
def test_a_fee_that_nobody_knows_is_asked_for(country: str) -> None:
    with pytest.raises(NoFigure):
        profile_on(Figures(KNOWN), country, on=date(2026, 4, 1))
    known = Figures(
        [
            *KNOWN,
            *(
                Figure(
                    country=country, name=name, value=value, valid_from=date(2026, 1, 1), source="x"
                )
                for name, value in {
                    FigureName.FEE_KIND: "fixed",
                    FigureName.FEE_UNITS: "1",
                    FigureName.FEE_UNIT: "10",
                }.items()
            ),
        ]
    )
    assert profile_on(known, country, on=date(2026, 4, 1)).country == country


def test_a_later_entered_figure_replaces_an_earlier_one() -> None:
    figures = entered("KZ", FigureName.VAT_BASE_HAS_FEE, "no", since=date(2026, 1, 1))
    assert not profile_on(figures, "KZ", on=date(2026, 4, 1)).vat.base_has_fee
    assert profile_on(Figures(KNOWN), "KZ", on=date(2026, 4, 1)).vat.base_has_fee


def test_another_country_is_unknown() -> None:
    with pytest.raises(UnknownImportCountry):
        profile_on(Figures(KNOWN), "DE", on=date(2026, 4, 1))


@pytest.mark.parametrize(
    ("name", "value", "refusal"),
    [
        (FigureName.VAT_PERCENT, "twelve", BadFigure),
        (FigureName.VAT_PERCENT, "-1", BadFigure),
        (FigureName.VAT_PERCENT, "NaN", BadFigure),
        (FigureName.VAT_BASE_HAS_FEE, "perhaps", BadFigure),
        (FigureName.FEE_KIND, "by mood", UnknownFeeKind),
        (FigureName.FEE_LADDER, "10000:1", BadFigure),
        (FigureName.FEE_LADDER, "", BadFigure),
        (FigureName.FEE_LADDER, "*:1 20000:2 *:3", BadFigure),
        (FigureName.FEE_LADDER, "much:1 *:2", BadFigure),
        (FigureName.FEE_LADDER, "10000 *:2", BadFigure),
    ],
)
def test_a_figure_that_is_none_is_refused_by_name(
    name: FigureName, value: str, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        profile_on(entered("UZ", name, value, since=date(2026, 1, 1)), "UZ", on=date(2026, 4, 1))


def test_every_known_figure_names_its_source_or_that_it_was_not_seen() -> None:
    assert all(figure.source for figure in KNOWN)
    assert {"not yet seen" in f.source for f in KNOWN if not f.is_confirmed} == {True}
    assert {f.is_confirmed for f in KNOWN if "not yet seen" in f.source} == {False}


def test_a_figure_ends_with_its_last_day() -> None:
    figure = replace(KNOWN[0], valid_to=date(2025, 1, 1))
    assert figure.holds(on=date(2025, 1, 1))
    assert not figure.holds(on=date(2025, 1, 2))


def test_every_figure_is_called_by_a_name_of_its_own() -> None:
    assert len({name.name_english for name in FigureName}) == len(FigureName)
