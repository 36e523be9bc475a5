"""Sentences whose figures are written as the reader's language writes them."""

from datetime import date
from decimal import Decimal

import pytest
from moneyed import Money

from app.kit.catalogues import compile_catalogues
from app.kit.i18n import speaking, translate
from app.kit.texts import sentence
from customs.valuation.incoterms import Charge


@pytest.fixture(scope="module", autouse=True)
def catalogues() -> None:
    compile_catalogues()


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Money(Decimal("1386200.00"), "KZT"), "1\u00a0386\u00a0200,00\u00a0₸"),
        (Money(Decimal("0.055"), "EUR"), "0,055\u00a0EUR"),
        (Decimal("2500.00"), "2\u00a0500"),
        (Decimal("0.40"), "0,4"),
        (date(2026, 4, 1), "01.04.2026"),
        (Charge.INSURANCE, "страхование"),
        ("insurance", "страхование"),
        ((Charge.FREIGHT, Decimal("1.5")), "фрахт, 1,5"),
        ("ТОО «Дастан Трейд»", "ТОО «Дастан Трейд»"),
        ("", ""),
    ],
)
def test_a_figure_is_written_as_the_reader_writes_it(value: object, text: str) -> None:
    with speaking("ru"):
        assert sentence("%(value)s", {"value": value}) == text


@pytest.mark.parametrize(
    ("language", "code", "name"),
    [
        ("en", "KZ", "Kazakhstan"),
        ("ru", "KG", "Кыргызстан"),
        ("kk", "CN", "Қытай"),
        ("ky", "UZ", "Өзбекстан"),
        ("zh_Hans", "KZ", "哈萨克斯坦"),
        ("ru", "QQ", "QQ"),
    ],
)
def test_a_country_goes_by_its_name(language: str, code: str, name: str) -> None:
    with speaking(language):
        assert sentence("%(country)s, %(origin)s", {"country": code, "origin": code}) == (
            f"{name}, {name}"
        )


@pytest.mark.parametrize("language", ["en", "ru", "kk", "ky", "zh_Hans"])
def test_nothing_is_said_of_nothing(language: str) -> None:
    with speaking(language):
        assert translate("") == ""
