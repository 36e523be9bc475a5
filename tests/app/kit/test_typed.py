"""Numbers, days and codes are read as people write them, or refused by name: nothing is guessed."""

from contextlib import suppress
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kit import typed
from app.kit.refusal import BadInput
from app.kit.typed_days import (
    AmbiguousDay,
    NotADay,
    NotAnInstant,
    OtherCentury,
    read_day,
    read_instant,
)

SPACES = (" ", "\u00a0", "\u202f", "\u2009", "\u3000")
FULL_WIDTH = str.maketrans("0123456789.,", "０１２３４５６７８９．，")


@pytest.mark.parametrize("text", ["10,4кг", "10.4 kg", "10,400", "１０．４ 千克", "10,4 公斤"])
def test_the_scale_is_read_with_either_mark_and_its_unit(text: str) -> None:
    assert typed.read_kilograms(text) == Decimal("10.4")


@pytest.mark.parametrize(
    "text",
    [
        "116 669-00",
        "116669=00",
        "116 669,00 ₸",
        "116\u202f669.00",
        "116'669.00",
        "116’669,00",
        "116.669,00",
        "116,669.00 KZT",
        "₸116669",
        "１１６６６９，００",
        "116 669 тенге",
    ],
)
def test_a_sum_is_read_as_a_banks_statement_writes_it(text: str) -> None:
    assert typed.read_amount(text) == 116669


@pytest.mark.parametrize("text", ["1.234", "1,234", "116.669", "１，２３４"])
def test_a_mark_before_three_digits_of_a_sum_or_a_count_is_refused_by_name(text: str) -> None:
    with pytest.raises(typed.AmbiguousMark):
        typed.read_amount(text)
    with pytest.raises(typed.AmbiguousMark):
        typed.read_whole(text)


@pytest.mark.parametrize(
    "text",
    ["", "much", "1e9", "1e999999", "NaN", "inf", "0x10", "1_000", "1 23", "12 34 567", "1,2,3",
     "1.2.3,4", "--1", "1-", "5 г", "½", "1.", ".5"],
)  # fmt: skip
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(typed.NotANumber):
        typed.read_kilograms(text)


def test_a_number_longer_than_we_count_is_refused_by_name() -> None:
    for read in (typed.read_number, typed.read_amount, typed.read_kilograms, typed.read_whole):
        with pytest.raises(typed.TooManyDigits):
            read("9" * 4000)


def test_the_sign_of_another_currency_beside_a_sum_is_refused() -> None:
    typed.check_currency("116 669,00 ₸", chosen="KZT")
    typed.check_currency("116 669,00", chosen="KGS")
    with pytest.raises(typed.OtherCurrency):
        typed.check_currency("116 669,00 ₸", chosen="KGS")


@given(
    value=st.decimals(min_value=0, max_value=10**12, places=2),
    space=st.sampled_from(SPACES),
    mark=st.sampled_from(".,"),
    wide=st.booleans(),
)
def test_a_sum_grouped_by_any_space_is_read_to_the_coin(
    value: Decimal, space: str, mark: str, *, wide: bool
) -> None:
    text = f"{value:,.2f}".replace(",", space).replace(".", mark)
    assert typed.read_amount(text.translate(FULL_WIDTH) if wide else text) == value


@given(value=st.decimals(min_value=0, max_value=10**12, places=3, allow_nan=False))
def test_what_is_shown_back_is_read_alike(value: Decimal) -> None:
    assert typed.read_number(typed.plain(value)) == value


@given(text=st.text(max_size=40))
def test_any_text_is_read_or_refused_by_name(text: str) -> None:
    for read in (typed.read_number, typed.read_amount, typed.read_whole, read_day, read_instant):
        with suppress(BadInput):  # anything else is a fault
            read(text)


@pytest.mark.parametrize(
    "text",
    ["2026-11-28", "28.11.2026", "28.11.2026 г.", "2026/11/28", "2026.11.28", "20261128",
     "2026年11月28日", "2026 年 11 月 28 日", "28/11/2026", "28-11-2026", "２０２６－１１－２８"],
)  # fmt: skip
def test_a_day_is_read_as_people_and_banks_write_it(text: str) -> None:
    assert read_day(text) == date(2026, 11, 28)


@given(day=st.dates(date(1990, 1, 1), date(2100, 12, 31)))
def test_every_day_is_read_with_the_year_or_the_day_first(day: date) -> None:
    for text in (day.isoformat(), f"{day:%d.%m.%Y}", f"{day:%Y/%m/%d}", f"{day:%Y年%m月%d日}"):
        assert read_day(text) == day


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("03/04/2026", AmbiguousDay),
        ("31.02.2026", NotADay),
        ("2026-13-01", NotADay),
        ("28.11.26", NotADay),
        ("2 8.11.2026", NotADay),
        ("tomorrow", NotADay),
        ("0001-01-01", OtherCentury),
        ("9999-12-31", OtherCentury),
    ],
)
def test_a_day_that_is_none_or_may_be_two_is_refused_by_name(
    text: str, refusal: type[BadInput]
) -> None:
    with pytest.raises(refusal):
        read_day(text)


def test_an_instant_is_a_day_and_a_clock() -> None:
    half_past = datetime.fromisoformat("2026-11-28T14:30")
    for text in ("2026-11-28T14:30", "28.11.2026 14:30", "2026年11月28日 14:30:00"):
        assert read_instant(text) == half_past
    assert read_instant("2026-11-28T14:30:05") == half_past + timedelta(seconds=5)
    for text in ("2026-11-28", "14:30", "2026-11-28T25:00", "2026-11-28T14:30+08:00"):
        with pytest.raises(NotAnInstant):
            read_instant(text)


def test_a_code_is_read_without_the_case_spaces_and_dashes_of_whoever_wrote_it() -> None:
    assert typed.read_code(" pf‑2026–000001\u200b ") == "PF-2026-000001"
    assert typed.read_digits("８５０６１２ ３００９９５") == "850612300995"
