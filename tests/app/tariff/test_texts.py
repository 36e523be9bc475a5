"""The text of a rate in each of the five languages; a line shows the measures beside it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from moneyed import Money

from app.kit.i18n import LANGUAGES, speaking
from app.tariff.edition import EAEU, LineInForce, TariffLine
from app.web.presenters.tariff import in_each_language, line_view, rate_text
from customs.duties.measures import Exemption, Footnote, Measure, Requirement, TariffMeasures
from customs.tariff.rate import AdValorem, Lower, NotLess, NotMore, Other, Rate, Specific, Sum
from customs.tariff.unit import TariffUnit
from tests.customs.tariff.rates import shapes

APRIL = date(2026, 4, 1)
ELEVEN = AdValorem(Decimal("11.50"))
TEA = Specific(Money("0.055", "EUR"), Decimal(1), TariffUnit.KILOGRAM)
SUGAR = Specific(Money(340, "USD"), Decimal(1000), TariffUnit.KILOGRAM)
CAR = Specific(Money("0.40", "EUR"), Decimal(1), TariffUnit.ENGINE_CM3)
SAID: list[tuple[Rate, tuple[str, str, str, str, str]]] = [
    (
        AdValorem(Decimal(0)),
        ("Free of duty", "Без пошлины", "Бажсыз", "Алымсыз", "免税"),
    ),
    (
        ELEVEN,
        (
            "11.5% of the customs value",
            "11,5% таможенной стоимости",
            "кедендік құнның 11,5%",
            "бажы наркынын 11,5%",
            "完税价格的 11.5%",
        ),
    ),
    (
        SUGAR,
        (
            "340.00\xa0$ for 1,000 kg",
            "340,00\xa0$ за 1\xa0000 кг",
            "1\xa0000 кг үшін 340,00\xa0$",
            "1\xa0000 кг үчүн 340,00\xa0$",
            "每1,000千克 340.00\xa0$",
        ),
    ),
    (
        NotLess(ELEVEN, TEA),
        (
            "11.5% of the customs value, but not less than 0.055\xa0EUR for 1 kg",
            "11,5% таможенной стоимости, но не менее 0,055\xa0EUR за 1 кг",
            "кедендік құнның 11,5%, бірақ 1 кг үшін кемінде 0,055\xa0EUR",
            "бажы наркынын 11,5%, бирок 1 кг үчүн кеминде 0,055\xa0EUR",
            "完税价格的 11.5%，但不低于每1千克 0.055\xa0EUR",
        ),
    ),
    (
        NotMore(ELEVEN, TEA),
        (
            "11.5% of the customs value, but not more than 0.055\xa0EUR for 1 kg",
            "11,5% таможенной стоимости, но не более 0,055\xa0EUR за 1 кг",
            "кедендік құнның 11,5%, бірақ 1 кг үшін ең көбі 0,055\xa0EUR",
            "бажы наркынын 11,5%, бирок 1 кг үчүн эң көбү 0,055\xa0EUR",
            "完税价格的 11.5%，但不高于每1千克 0.055\xa0EUR",
        ),
    ),
    (
        Sum(ELEVEN, TEA),
        (
            "11.5% of the customs value plus 0.055\xa0EUR for 1 kg",
            "11,5% таможенной стоимости плюс 0,055\xa0EUR за 1 кг",
            "кедендік құнның 11,5% және 1 кг үшін 0,055\xa0EUR",
            "бажы наркынын 11,5% жана 1 кг үчүн 0,055\xa0EUR",
            "完税价格的 11.5% 加每1千克 0.055\xa0EUR",
        ),
    ),
    (
        Lower(AdValorem(Decimal(20)), NotLess(AdValorem(Decimal(15)), CAR)),
        (
            (
                "The lower of two sums: 20% of the customs value, or 15% of it but not less than"
                " 0.40\xa0€ for 1 cm³ of engine volume"
            ),
            (
                "Меньшая из двух сумм: 20% таможенной стоимости либо 15% её, но не менее"
                " 0,40\xa0€ за 1 см³ объёма двигателя"
            ),
            (
                "Екі соманың кішісі: кедендік құнның 20% немесе оның 15%, бірақ 1 қозғалтқыш"
                " көлемінің см³ үшін кемінде 0,40\xa0€"
            ),
            (
                "Эки сумманын кичинеси: бажы наркынын 20% же анын 15%, бирок 1 кыймылдаткыч"
                " көлөмүнүн см³ үчүн кеминде 0,40\xa0€"
            ),
            "两者取低：完税价格的 20%，或其 15% 但不低于每1立方厘米发动机排量 0.40\xa0€",
        ),
    ),
    (
        Other("по решению"),
        (
            "A rate that a broker must work out: по решению",
            "Ставка, которую рассчитывает таможенный представитель: по решению",
            "Кеден өкілі есептейтін мөлшерлеме: по решению",
            "Бажы өкүлү эсептей турган ставка: по решению",
            "须由报关代理计算的税率：по решению",
        ),
    ),
]


@pytest.mark.parametrize(("rate", "texts"), SAID, ids=[said[0] for _, said in SAID])
def test_each_shape_of_a_rate_has_a_text_in_each_language(
    rate: Rate, texts: tuple[str, ...]
) -> None:
    assert in_each_language(rate) == dict(zip(LANGUAGES, texts, strict=True))


@given(shapes)
def test_no_language_uses_another_ones_text_for_a_rate(rate: Rate) -> None:
    said = in_each_language(rate)
    assert len(set(said.values())) == len(LANGUAGES)
    with speaking("kk"):
        assert rate_text(rate) == said["kk"]


LINE = LineInForce(
    TariffLine("8539520003", "lamps", "шт", "0", ("28С", "63С")), "chapter 85", date(2026, 3, 8)
)
NOTE = Footnote(mark="28С", rate_text="5", valid_from=date(2026, 1, 1), source="notes")
ROWS = TariffMeasures(
    notes=[
        replace(NOTE, is_confirmed=False),
        replace(NOTE, mark="63С", rate_text="0", countries=frozenset({"RU"})),
        replace(NOTE, mark="9С"),
        replace(NOTE, valid_to=date(2026, 3, 31)),
    ],
    exemptions=[
        Exemption(
            code="8539520003",
            country="KZ",
            rate_text="0",
            valid_from=date(2026, 1, 1),
            valid_to=date(2026, 12, 31),
            source="list",
        )
    ],
    trade_measures=[
        Measure(prefix="8539", origin="CN", name="duty", valid_from=APRIL, source="register"),
        Measure(prefix="7607", origin="CN", name="duty", valid_from=APRIL, source="register"),
    ],
    requirements=[
        Requirement(prefix="8539", kind="conformity", name="004", valid_from=APRIL, source="list"),
        Requirement(
            prefix="85",
            countries=frozenset({"KZ"}),
            kind="marking",
            name="marks",
            valid_from=APRIL,
            source="list",
        ),
    ],
)


def test_a_line_shows_its_rate_as_text_and_everything_beside_it() -> None:
    shown = line_view(LINE, ROWS, tariff=EAEU, on=APRIL)
    assert (shown["code"], shown["rate_text"], shown["since"]) == ("8539520003", "0", "2026-03-08")
    assert shown["said"] == in_each_language(AdValorem(Decimal(0)))
    assert shown["set_by_notes"] == [
        "28С: 5 from 2026-01-01, not confirmed: a broker must check it",
        "63С: 0 in RU from 2026-01-01",
    ]
    assert shown["exemptions"] == ["0 in KZ from 2026-01-01 to 2026-12-31"]
    assert shown["measures"] == ["duty on goods from CN: a broker must check it (register)"]
    assert shown["requirements"] == [
        "conformity: 004 from 2026-04-01",
        "marking: marks in KZ from 2026-04-01",
    ]


def test_a_line_of_another_tariff_is_shown_without_what_is_the_unions() -> None:
    shown = line_view(LINE, ROWS, tariff="UZ", on=APRIL)
    assert (shown["set_by_notes"], shown["measures"]) == ([], [])
    assert shown["requirements"] == ["marking: marks in KZ from 2026-04-01"]


def test_a_rate_as_free_text_is_shown_as_it_is() -> None:
    texts = replace(LINE, line=replace(LINE.line, rate_text="по решению"))
    said = line_view(texts, ROWS, tariff=EAEU, on=APRIL)["said"]
    assert said == in_each_language(Other("по решению"))
