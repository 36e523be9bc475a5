"""What a figure's text may be, by its name."""

from datetime import date

import pytest

from customs.countries.figure import Figure, Name
from customs.countries.known import known_figures
from customs.countries.reading import is_readable


def figure(name: Name, value: str) -> Figure:
    return Figure(
        country="KZ", name=name, value=value, valid_from=date(2026, 1, 1), source="a test's own"
    )


def test_every_known_figure_is_readable() -> None:
    assert [each for each in known_figures() if not is_readable(each)] == []


@pytest.mark.parametrize("name", Name)
def test_no_figure_holds_two_lines(name: Name) -> None:
    assert not is_readable(figure(name, "\n"))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        (Name.VAT_PERCENT, "-12"),
        (Name.VAT_PERCENT, ""),
        (Name.VAT_PERCENT, "12,5"),
        (Name.VAT_PERCENT, "１２"),
        (Name.VAT_PERCENT, "1e2"),
        (Name.VAT_PERCENT, "NaN"),
        (Name.FEE_UNIT, "9" * 13),
        (Name.VAT_BASE_HAS_FEE, "true"),
        (Name.FEE_KIND, "weird"),
        (Name.FEE_LADDER, "10000:1"),
        (Name.FEE_LADDER, ""),
        (Name.FEE_LADDER, "*:25 10000:1"),
        (Name.FEE_LADDER, "20000:1 10000:2 *:25"),
        (Name.FEE_LADDER, "10000:1 <=10000:2 *:25"),
        (Name.FEE_LADDER, "<10000:1 <*:25"),
        (Name.FEE_LADDER, "<10000:1\n*:25"),
        (Name.FEE_UNIT_NAME, ""),
        (Name.VAT_REDUCED, ""),
        (Name.VAT_REDUCED, "3003"),
        (Name.VAT_REDUCED, "3003:5 3003:10"),
        (Name.COMPANY_CHECK, "luhn"),
        (Name.DECIMALS_VAT, "3"),
        (Name.MARKING, ""),
        (Name.FEE_LADDER_CURRENCY, "usd"),
        (Name.CURRENCY, "KZ"),
        (Name.CODE_VAT, "506O"),
        (Name.EXCISE_PREFIXES, "2203,2204"),
        (Name.LABEL_LANGUAGES, "Kazakh"),
        (Name.TARIFF, ""),
    ],
)
def test_a_text_that_the_name_does_not_ask_for_is_not_readable(name: Name, value: str) -> None:
    assert not is_readable(figure(name, value))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        (Name.FEE_PERCENT, "0.4"),
        (Name.FEE_LADDER, "*:25"),
        (Name.FEE_LADDER, "<=10000:1 <20000.50:1.5 30000:2 *:25"),
        (Name.VAT_REDUCED, "3003:5 300490:0"),
        (Name.COMPANY_CHECK, "bin"),
        (Name.DECIMALS_DUTY, "0"),
        (Name.CODE_VAT, ""),
        (Name.EXCISE_PREFIXES, "2203"),
        (Name.COMPANY_NUMBER, "individual tax number"),
    ],
)
def test_a_text_that_the_name_asks_for_is_readable(name: Name, value: str) -> None:
    assert is_readable(figure(name, value))
