"""Notices about a whole declaration, which change none of its sums."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from moneyed import Money

from customs.countries.figure import Figure, FigureName, Figures
from customs.countries.known import known_figures
from customs.countries.profile import Profile, profile_on
from customs.duties.assess import Assessment, assess
from customs.duties.goods import DutiableGoods, Notice
from customs.duties.reason import AmountKind
from customs.tariff.unit import TariffUnit
from customs.valuation.exchange_rates import ExchangeRate, ExchangeRates
from customs.valuation.incoterms import Charge
from tests.customs.duties.factories import APRIL, goods, profile, stated, valued


def tenge(amount: str) -> Money:
    return Money(Decimal(amount), "KZT")


def confirmed(country: str) -> Profile:
    """As if somebody had seen every source."""
    figures = [replace(figure, is_confirmed=True) for figure in known_figures()]
    return profile_on(Figures(figures), country, on=APRIL)


def notices(found: Assessment) -> list[Notice]:
    return [at.notice for at in found.notices if at.line is None]


def raisins(term: str | None, *charges: Charge) -> DutiableGoods:
    given = {charge: tenge("10.00") for charge in charges}
    return DutiableGoods(
        "0806209000", valued(tenge("100.00"), ExchangeRates("KZT"), given, term), stated("5")
    )


@pytest.mark.parametrize("term", ["EXW", "FCA", "FAS", "FOB"])
def test_carriage_that_the_price_does_not_hold_is_asked_for_once(term: str) -> None:
    lines = [raisins(term), raisins(term)]
    found = assess(lines, profile=confirmed("KZ"), exchanges=ExchangeRates("KZT"))
    (notice,) = notices(found)
    assert notice.fields == {"term": term, "charge": "freight", "box": "17"}
    assert found.customs_value == tenge("200.00")


@pytest.mark.parametrize(
    ("term", "charges"), [("FCA", (Charge.FREIGHT,)), ("DAP", ()), ("CPT", ()), (None, ())]
)
def test_nothing_is_asked_for_where_nothing_is_left_out(
    term: str | None, charges: tuple[Charge, ...]
) -> None:
    found = assess(
        [raisins(term, *charges)], profile=confirmed("KZ"), exchanges=ExchangeRates("KZT")
    )
    assert notices(found) == []


def on_rate_of(day: date) -> Assessment:
    at = ExchangeRates("KZT", [ExchangeRate("EUR", Decimal("548.62"), 1, bank="nbk", day=day)])
    line = goods(tenge("100.00"), "2,2 евро за 1 кг", {TariffUnit.KILOGRAM: Decimal(1)})
    return assess([line], profile=confirmed("KZ"), exchanges=at)


def test_an_old_rate_is_used_and_stated() -> None:
    fresh, old = APRIL - timedelta(days=14), APRIL - timedelta(days=15)
    assert notices(on_rate_of(fresh)) == []
    found = on_rate_of(old)
    (notice,) = notices(found)
    assert notice.fields == {"currency": "EUR", "day": old, "on": APRIL}
    assert found.total == on_rate_of(fresh).total


def test_an_old_rate_that_nothing_needed_is_not_stated() -> None:
    old = ExchangeRate("EUR", Decimal(500), 1, bank="nbk", day=date(2025, 1, 1))
    found = assess(
        [goods(tenge("100.00"), "5")],
        profile=confirmed("KZ"),
        exchanges=ExchangeRates("KZT", [old]),
    )
    assert notices(found) == []


def figures_noticed(country: str, currency: str) -> object:
    at = ExchangeRates(
        currency, [ExchangeRate("USD", Decimal(500), 1, bank=profile(country).bank, day=APRIL)]
    )
    found = assess([goods(Money(100, currency), "5")], profile=profile(country), exchanges=at)
    (notice,) = (each for each in notices(found) if "figures" in each.fields)
    assert notice.fields["country"] == country
    return notice.fields["figures"]


def test_figures_from_memory_are_named_beside_the_sums_that_they_make() -> None:
    rounding = ("the import duty", "the excise", "the VAT", "the customs fee")
    assert figures_noticed("KZ", "KZT") == (
        "whether VAT is laid on the customs fee",
        "which goods bear excise",
        *(f"rounding of {each}" for each in rounding),
    )
    assert figures_noticed("KG", "KGS") == ("which goods bear excise",)
    assert figures_noticed("UZ", "UZS") == (
        "unit in which the customs fee is counted",
        "which goods bear excise",
    )


def test_a_figure_that_is_entered_with_its_source_is_no_longer_reported() -> None:
    seen = Figure(
        country="KG",
        name=FigureName.EXCISE_PREFIXES,
        value="2203",
        valid_from=APRIL,
        source="Tax Code of Kyrgyzstan, article 336",
    )
    country = profile_on(Figures([*known_figures(), seen]), "KG", on=APRIL)
    assert country.unconfirmed == ()


def source_of(country: Profile, kind: AmountKind) -> str:
    at = ExchangeRates(
        country.currency, [ExchangeRate("USD", Decimal(500), 1, bank=country.bank, day=APRIL)]
    )
    found = assess([goods(Money(100, country.currency), "5")], profile=country, exchanges=at)
    return next(reason.source for reason in found.reasons if reason.kind is kind)


def test_a_fee_names_the_law_of_its_unit_beside_that_of_its_rule() -> None:
    assert source_of(profile("KZ"), AmountKind.FEE) == (
        "Government of Kazakhstan, resolution 171 of 5 April 2018, as amended by 631 of"
        " 2 August 2023; Budget law of Kazakhstan for 2026: MRP"
    )
    assert source_of(profile("UZ"), AmountKind.FEE) == (
        "Cabinet of Uzbekistan, resolution of 31 January 2025; not yet seen in its source"
    )


def test_a_tax_names_what_says_its_base_too() -> None:
    assert (
        source_of(profile("KG"), AmountKind.VAT) == "Tax Code of Kyrgyzstan, articles 254 and 310"
    )
    assert source_of(profile("KZ"), AmountKind.VAT) == (
        "Tax Code of Kazakhstan in force from 1 January 2026; not yet seen in its source"
    )


def test_the_excise_list_of_kyrgyzstan_is_its_own() -> None:
    lists = {country: profile_on(Figures(known_figures()), country, on=APRIL) for country in _BOTH}
    assert lists["KG"].is_excisable("2202100000")
    assert not lists["KZ"].is_excisable("2202100000")


@pytest.mark.parametrize("country", ["UZ", "TJ", "TM"])
def test_no_list_of_excise_is_copied_to_a_country_that_has_none_known(country: str) -> None:
    lists = Figures(known_figures())
    assert lists.get(country, FigureName.EXCISE_PREFIXES, on=APRIL).value == ""


def test_a_country_without_a_known_list_of_excise_says_so() -> None:
    unlisted = replace(confirmed("KZ"), excise_prefixes=())
    found = assess([raisins(None)], profile=unlisted, exchanges=ExchangeRates("KZT"))
    assert found.excise == tenge("0")
    (notice,) = notices(found)
    assert "bear excise" in notice.sentence
    assert notice.fields == {"country": "KZ"}
    given = replace(raisins(None), excise=stated("5"))
    assert notices(assess([given], profile=unlisted, exchanges=ExchangeRates("KZT"))) == []


def test_a_country_with_a_list_of_excise_is_not_doubted() -> None:
    found = assess([raisins(None)], profile=confirmed("KZ"), exchanges=ExchangeRates("KZT"))
    assert notices(found) == []


_BOTH = ("KZ", "KG")
