"""Which numbers a country checks companies and persons by, as its figures of the day say."""

from dataclasses import replace
from datetime import date

import pytest

from customs.countries.day_figures import DayFigures
from customs.countries.figure import BadFigure, Figure, FigureName, Figures, NoFigure
from customs.countries.known import known_figures
from customs.countries.numbers import NumberChecks, number_checks
from customs.countries.profile import profile_on
from customs.countries.rounding import Rounding, rounding
from customs.identifiers import WrongCheckDigit, WrongShape

APRIL = date(2026, 4, 1)


def checks(country: str) -> NumberChecks:
    return profile_on(Figures(known_figures()), country, on=APRIL).numbers


def day(name: FigureName, value: str) -> DayFigures:
    figure = Figure(country="KZ", name=name, value=value, valid_from=APRIL, source="a test's own")
    return DayFigures(Figures([figure]), "KZ", APRIL)


def test_a_kazakh_company_and_a_person_have_numbers_of_their_own() -> None:
    kazakh = checks("KZ")
    assert kazakh.check_company("970740000838") == "970740000838"
    assert kazakh.check_person("850415300121") == "850415300121"
    with pytest.raises(WrongCheckDigit):
        kazakh.check_company("970740000839")


@pytest.mark.parametrize("country", ["KG", "UZ"])
def test_a_number_of_a_neighbour_is_none_here(country: str) -> None:
    with pytest.raises(WrongShape):
        checks(country).check_company("970740000838")


def test_a_check_that_nobody_entered_is_refused_and_not_passed() -> None:
    nameless = replace(checks("KZ"), company="", person="")
    for check in (nameless.check_company, nameless.check_person):
        with pytest.raises(NoFigure) as refused:
            check("970740000838")
        assert refused.value.fields["country"] == "KZ"


def test_a_country_may_have_one_of_the_two_checks() -> None:
    only = number_checks(day(FigureName.PERSON_CHECK, "iin"))
    assert (only.company, only.person) == ("", "iin")


def test_a_check_that_we_do_not_have_is_a_bad_figure() -> None:
    with pytest.raises(BadFigure):
        number_checks(day(FigureName.COMPANY_CHECK, "luhn"))


def test_payments_settle_to_coins_unless_a_figure_says_otherwise() -> None:
    assert rounding(day(FigureName.DECIMALS_VAT, "0")) == Rounding(vat=0)
    with pytest.raises(BadFigure):
        rounding(day(FigureName.DECIMALS_VAT, "3"))
