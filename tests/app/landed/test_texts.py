"""Reasons, sources and refusals of an assessment, in every language."""

import csv
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from moneyed import Money

import app.tariff
from app.countries.repository import get_country
from app.kit.i18n import LANGUAGES, speaking
from app.landed.estimate import Estimated
from app.web.presenters.estimates import estimate_view, notice_text, reason_view
from app.web.presenters.sources import source_text
from customs.countries.figure import FigureName, NoFigure
from customs.countries.known import known_figures
from customs.countries.profile import Profile
from customs.duties.assess import Assessment, assess
from customs.duties.goods import DutiableGoods
from customs.tariff.unit import TariffUnit
from customs.valuation.exchange_rates import ExchangeRate, ExchangeRates
from customs.valuation.incoterms import Charge
from tests.customs.duties.factories import profile, stated, valued

OTHERS = [tag for tag in LANGUAGES if tag != "en"]
RATES = (
    "5",
    "2,2 евро за 1 кг",
    "11, но не менее 0,05 евро за 1 кг",
    "20, но не более 0,1 евро за 1 кг",
    "8 плюс 0,05 евро за 1 кг",
    (
        "15, либо 10, но не менее 0,5 евро за 1 кг,"
        " в зависимости от того, какая из исчисленных сумм таможенной пошлины ниже"
    ),
)
KINDS = {
    "value.price",
    *(f"value.{charge}" for charge in Charge),
    *(f"duty.{shape}" for shape in ("percent", "quantity", "not_less", "not_more", "sum", "lower")),
}


def assessed(country: Profile, term: str | None = "FCA") -> Assessment:
    """Assess every shape of rate, with every charge that a term does not refuse."""
    own = country.currency
    values = {"EUR": "548.62", "USD": "478.77", "CNY": "69.31"}
    at = ExchangeRates(
        own,
        [
            ExchangeRate(each, Decimal(value), 1, bank=country.bank, day=date(2026, 1, 1))
            for each, value in values.items()
        ],
    )
    charges = {charge: Money(1, "USD") for charge in Charge if term is None}
    lines = [
        DutiableGoods(
            "3004900002" if country.country == "KZ" else "0806209000",
            valued(Money(1000, "CNY"), at, charges, term),
            stated(rate),
            {TariffUnit.KILOGRAM: Decimal("12.5")},
        )
        for rate in RATES
    ]
    return assess(lines, profile=country, exchanges=at)


def without_fee_in_base(country: Profile) -> Profile:
    return replace(country, vat=replace(country.vat, base_has_fee=False))


FOUND = [
    assessed(profile("KZ")),
    assessed(profile("KZ"), term=None),
    assessed(without_fee_in_base(profile("KZ"))),
    assessed(profile("KG")),
    assessed(profile("UZ")),
]


def test_these_assessments_have_every_rule() -> None:
    rules = {reason.rule for found in FOUND for reason in found.reasons}
    assert rules == KINDS | {
        *("vat.with_fee", "vat.without_fee"),
        *("fee.fixed", "fee.percent", "fee.ladder"),
    }


@pytest.mark.parametrize("tag", OTHERS)
def test_every_reason_and_notice_is_translated_to_the_language(tag: str) -> None:
    for found in FOUND:
        english = [reason_view(reason) for reason in found.reasons]
        plain = [notice_text(at) for at in found.notices]
        with speaking(tag):
            said = [reason_view(reason) for reason in found.reasons]
            shown = [notice_text(at) for at in found.notices]
        assert len(said) == len(english)
        for own, other in zip(said, english, strict=True):
            assert own.text != other.text
            assert own.kind != other.kind
        assert not set(shown) & set(plain)


def sources_we_ship() -> set[str]:
    shipped = Path(app.tariff.__file__).parent / "known" / "requirements.csv"
    rows = list(csv.DictReader(shipped.read_text().splitlines()))
    shown = {
        "vat_percent",
        "vat_base_has_fee",
        "vat_reduced",
        *(n for n in FigureName if n.startswith("fee_")),
    }
    figures = {
        figure.source
        for figure in known_figures()
        if figure.name in shown and figure.country in {"KZ", "KG", "UZ"}
    }
    tariff = "Common Customs Tariff of the EAEU, chapter 08 in force from 2024-07-28"
    return {tariff, *figures, *(row["source"] for row in rows), *(row["name"] for row in rows)}


@pytest.mark.parametrize("source", sorted(sources_we_ship()))
def test_every_act_that_we_name_is_named_in_russian(source: str) -> None:
    with speaking("ru"):
        assert not any(part in source_text(source) for part in source.rstrip(".").split("; "))


def test_a_source_that_somebody_entered_stays_as_it_is() -> None:
    with speaking("ru"):
        assert source_text("Letter of the ministry; 2026") == "Letter of the ministry; 2026"
        assert source_text("TR TS 021/2011") == "ТР ТС 021/2011"


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        (
            "ru",
            (
                "Казахстан: показатель «единица, в которой считается таможенный сбор» на 01.01.2027"
                " неизвестен. Его нужно внести с источником."
            ),
        ),
        ("zh_Hans", "哈萨克斯坦的参数“海关费的计费单位”在 2027-01-01 未知。须连同来源录入。"),
    ],
)
def test_a_year_whose_figure_nobody_entered_is_named(tag: str, text: str) -> None:
    day = date(2027, 1, 1)
    refusal = NoFigure(country="KZ", figure=FigureName.FEE_UNIT, day=day)
    with speaking(tag):
        shown = estimate_view(Estimated(get_country("KZ", on=day), day, refusal))
    assert shown.refusal == text
    assert (shown.sums, shown.reasons, shown.cautions) == ([], [], [])
