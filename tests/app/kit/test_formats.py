"""Figures as each of our five languages writes them."""

from datetime import UTC, date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from moneyed import Money

from app.kit import formats
from app.kit.i18n import speaking

N = "\u00a0"
GOLDEN = {
    "en": (
        f"1,234.50{N}₸",
        f"1,234.50{N}сом",
        f"1,234.50{N}CNY",
        "2.5%",
        f"10.6{N}kg",
        "2026-11-23",
    ),
    "ru": (
        f"1{N}234,50{N}₸",
        f"1{N}234,50{N}сом",
        f"1{N}234,50{N}CNY",
        f"2,5{N}%",
        f"10,6{N}кг",
        "23.11.2026",
    ),
    "zh_Hans": (
        f"1,234.50{N}₸",
        f"1,234.50{N}сом",
        "¥1,234.50",
        "2.5%",
        f"10.6{N}千克",
        "2026-11-23",
    ),
}
GOLDEN["kk"] = GOLDEN["ky"] = GOLDEN["ru"]


@pytest.mark.parametrize("language", GOLDEN)
def test_figures_are_written_as_the_language_does(language: str) -> None:
    with speaking(language):
        found = (
            formats.money(Money("1234.5", "KZT")),
            formats.money(Money("1234.5", "KGS")),
            formats.money(Money("1234.5", "CNY")),
            formats.percent(Decimal("2.500")),
            formats.kilograms(10_600),
            formats.day(date(2026, 11, 23)),
        )
    assert found == GOLDEN[language]


def test_whole_figures_carry_no_needless_zeros() -> None:
    assert formats.kilograms(20_000) == f"20{N}kg"
    assert formats.percent(Decimal("10.000")) == "10%"
    assert formats.number(1_240) == "1,240"
    assert formats.money(Money(5, "JPY")) == f"5{N}JPY"


def test_an_instant_is_written_in_the_zone_that_it_names() -> None:
    noon = datetime(2026, 11, 23, 18, 30, tzinfo=UTC)
    assert formats.instant(noon, ZoneInfo("Asia/Almaty")) == f"2026-11-23{N}23:30 (Almaty)"
    assert formats.instant(noon, ZoneInfo("Asia/Shanghai")) == f"2026-11-24{N}02:30 (Shanghai)"


@pytest.mark.parametrize(
    ("language", "names", "statements"),
    [("ru", "a, b", "a; b"), ("en", "a, b", "a; b"), ("zh_Hans", "a、b", "a；b")],
)
def test_names_and_statements_stand_in_a_row_as_the_language_parts_them(
    language: str, names: str, statements: str
) -> None:
    with speaking(language):
        assert (formats.listed("ab"), formats.clauses("ab")) == (names, statements)


@pytest.mark.parametrize(
    ("tag", "written"),
    [
        ("ru", f"23.11.2026{N}23:30 (Алматы)"),
        ("kk", f"23.11.2026{N}23:30 (Алматы)"),
        ("ky", f"23.11.2026{N}23:30 (Алматы)"),
        ("zh_Hans", f"2026-11-23{N}23:30 (阿拉木图)"),
    ],
)
def test_the_clock_beside_a_time_is_named_in_the_readers_language(tag: str, written: str) -> None:
    with speaking(tag):
        half_past = datetime(2026, 11, 23, 18, 30, tzinfo=UTC)
        assert formats.instant(half_past, ZoneInfo("Asia/Almaty")) == written
