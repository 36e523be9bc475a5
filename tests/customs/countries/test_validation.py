"""What a figure's text may be, by its name."""

from datetime import date

import pytest

from customs.countries.figure import Figure, FigureName
from customs.countries.known import known_figures
from customs.countries.validation import is_valid


def figure(name: FigureName, value: str) -> Figure:
    return Figure(
        country="KZ", name=name, value=value, valid_from=date(2026, 1, 1), source="a test's own"
    )


def test_every_known_figure_is_readable() -> None:
    assert [each for each in known_figures() if not is_valid(each)] == []


@pytest.mark.parametrize("name", FigureName)
def test_no_figure_holds_two_lines(name: FigureName) -> None:
    assert not is_valid(figure(name, "\n"))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        (FigureName.VAT_PERCENT, "-12"),
        (FigureName.VAT_PERCENT, ""),
        (FigureName.VAT_PERCENT, "12,5"),
        (FigureName.VAT_PERCENT, "１２"),
        (FigureName.VAT_PERCENT, "1e2"),
        (FigureName.VAT_PERCENT, "NaN"),
        (FigureName.FEE_UNIT, "9" * 13),
        (FigureName.VAT_BASE_HAS_FEE, "true"),
        (FigureName.FEE_KIND, "weird"),
        (FigureName.FEE_LADDER, "10000:1"),
        (FigureName.FEE_LADDER, ""),
        (FigureName.FEE_LADDER, "*:25 10000:1"),
        (FigureName.FEE_LADDER, "20000:1 10000:2 *:25"),
        (FigureName.FEE_LADDER, "10000:1 <=10000:2 *:25"),
        (FigureName.FEE_LADDER, "<10000:1 <*:25"),
        (FigureName.FEE_LADDER, "<10000:1\n*:25"),
        (FigureName.FEE_UNIT_NAME, ""),
        (FigureName.VAT_REDUCED, ""),
        (FigureName.VAT_REDUCED, "3003"),
        (FigureName.VAT_REDUCED, "3003:5 3003:10"),
        (FigureName.COMPANY_CHECK, "luhn"),
        (FigureName.DECIMALS_VAT, "3"),
        (FigureName.MARKING, ""),
        (FigureName.FEE_LADDER_CURRENCY, "usd"),
        (FigureName.CURRENCY, "KZ"),
        (FigureName.CODE_VAT, "506O"),
        (FigureName.EXCISE_PREFIXES, "2203,2204"),
        (FigureName.LABEL_LANGUAGES, "Kazakh"),
        (FigureName.TARIFF, ""),
    ],
)
def test_a_text_that_the_name_does_not_ask_for_is_not_readable(
    name: FigureName, value: str
) -> None:
    assert not is_valid(figure(name, value))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        (FigureName.FEE_PERCENT, "0.4"),
        (FigureName.FEE_LADDER, "*:25"),
        (FigureName.FEE_LADDER, "<=10000:1 <20000.50:1.5 30000:2 *:25"),
        (FigureName.VAT_REDUCED, "3003:5 300490:0"),
        (FigureName.COMPANY_CHECK, "bin"),
        (FigureName.DECIMALS_DUTY, "0"),
        (FigureName.CODE_VAT, ""),
        (FigureName.EXCISE_PREFIXES, "2203"),
        (FigureName.COMPANY_NUMBER, "individual tax number"),
    ],
)
def test_a_text_that_the_name_asks_for_is_readable(name: FigureName, value: str) -> None:
    assert is_valid(figure(name, value))
