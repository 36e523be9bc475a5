"""The official text of a rate: printed and read back, read as published, refused when unclear."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from moneyed import Money

from customs.tariff.rate import AdValorem, Lower, NotLess, NotMore, Other, Shape, Specific, Sum
from customs.tariff.rate_text import (
    GluedMark,
    StatedText,
    UnreadableRate,
    format_rate,
    parse_rate,
    split_marks,
)
from customs.tariff.unit import TariffUnit
from tests.customs.tariff.rates import marks, shapes

FIVE = AdValorem(Decimal(5))


def euro(amount: str, unit: TariffUnit, *, quantity: int = 1) -> Specific:
    return Specific(Money(amount, "EUR"), Decimal(quantity), unit)


@given(shapes, marks)
def test_what_is_printed_is_read_back_as_the_same_rate(rate: Shape, notes: tuple[str, ...]) -> None:
    assert parse_rate(format_rate(rate, notes)) == StatedText(rate, notes)


blanks = st.sampled_from([" ", "\u00a0", "\u202f", "\n", " \r\n", "\t "])


@given(shapes, marks, st.data())
def test_a_rate_reads_the_same_with_any_blank_break_soft_hyphen_letter_and_separator(
    rate: Shape, notes: tuple[str, ...], data: st.DataObject
) -> None:
    printed = format_rate(rate, notes)
    broken = "".join(data.draw(blanks) if letter == " " else letter for letter in printed)
    broken = broken.replace(
        "евро", data.draw(st.sampled_from(["евро", "ев\u00adро", "e\u00ad\nврo"]))
    )
    broken = broken.replace("С)", data.draw(st.sampled_from(["С)", "C)", "С", "C"])))
    broken = broken.replace("м²", data.draw(st.sampled_from(["м²", "м2"])))
    assert parse_rate(broken) == StatedText(rate, notes)


@pytest.mark.parametrize("comma", [",", ".", ",\n", " , ", ",\u00a0"])
def test_a_decimal_comma_may_be_a_point_or_stand_at_the_end_of_a_line(comma: str) -> None:
    assert parse_rate(f"0{comma}38 евро за 1 м²").rate == euro("0.38", TariffUnit.SQUARE_METRE)


TWENTY_OR = (
    "20, либо 15, но не менее 0,4 евро за 1 см3 объёма двигателя, в зависимости от того,"
    " какая из исчисленных сумм таможенной пошлины ниже"
)
TOMATO = NotLess(AdValorem(Decimal(11)), euro("0.05", TariffUnit.KILOGRAM))
FURNITURE = Sum(AdValorem(Decimal(8)), euro("0.05", TariffUnit.KILOGRAM))
WINE = NotMore(AdValorem(Decimal(10)), euro("3", TariffUnit.LITRE))
SUGAR = Specific(Money(340, "USD"), Decimal(1000), TariffUnit.KILOGRAM)
CAR = Lower(
    AdValorem(Decimal(20)), NotLess(AdValorem(Decimal(15)), euro("0.4", TariffUnit.ENGINE_CM3))
)
PUBLISHED: dict[str, StatedText] = {
    "0": StatedText(AdValorem(Decimal(0))),
    "12,5": StatedText(AdValorem(Decimal("12.5"))),
    "5 %": StatedText(FIVE),
    "11, но не менее 0,05 евро за 1 кг": StatedText(TOMATO),
    "10 но не более 3 евро за 1 л": StatedText(WINE),
    "8 плюс 0,05 евро за 1 кг 12C)": StatedText(FURNITURE, ("12С",)),
    "1,25 евро за 1 пару": StatedText(euro("1.25", TariffUnit.PAIR)),
    "2 евро за 1 000 шт.": StatedText(euro("2", TariffUnit.PIECE, quantity=1000)),
    "0,5 евро за 1 шт45С)": StatedText(euro("0.5", TariffUnit.PIECE), ("45С",)),
    "340 долларов США за 1000 кг": StatedText(SUGAR),
    "0,5евро за 1кг": StatedText(euro("0.5", TariffUnit.KILOGRAM)),
    "5 63С)": StatedText(FIVE, ("63С",)),
    "5 9С) 63C": StatedText(FIVE, ("9С", "63С")),
    TWENTY_OR: StatedText(CAR),
}


@pytest.mark.parametrize("text", PUBLISHED)
def test_a_rate_is_read_as_the_tariff_publishes_it(text: str) -> None:
    assert parse_rate(text) == PUBLISHED[text]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "–",
        "пять",
        "-5",
        "5,",
        "1 2",
        "5 6 евро за 1 кг",
        "0,05 евро",
        "0,05 евро за кг",
        "0,05 евро за 1 пуд",
        "0,05 рубля за 1 кг",
        "11, но не менее",
        "11, но не менее 0,05 евро за 1 кг, но не более 3 евро за 1 кг",
        "5 63D)",
        "0,38 евро за 1 м",
        "٥",
        "５",
        "0,05 евро за 0 кг",
        "5, но не менее 0,05 евро за 0,0 кг",
    ],
)
def test_what_is_no_rate_is_refused_not_guessed(text: str) -> None:
    with pytest.raises(UnreadableRate):
        parse_rate(text)


@given(st.integers(0, 10**6), st.sampled_from(["{}", "{} евро за 1 м²", "11 плюс {} евро за 1 л"]))
def test_a_number_with_an_idle_zero_has_lost_its_comma_and_is_refused(
    number: int, shape: str
) -> None:
    parse_rate(shape.format(number))
    with pytest.raises(UnreadableRate):
        parse_rate(shape.format(f"0{number}"))


@given(st.integers(10**8, 10**60), st.sampled_from(["{}", "0,{}", "5 евро за {} кг"]))
def test_a_number_with_more_digits_than_any_rate_has_is_refused(number: int, shape: str) -> None:
    with pytest.raises(UnreadableRate):
        parse_rate(shape.format(number))


@pytest.mark.parametrize("text", ["563С)", "12,588C)", "15С", "0,38 евро за 1 м212С)"])
def test_a_mark_that_runs_into_the_number_is_refused(text: str) -> None:
    with pytest.raises(GluedMark):
        parse_rate(text)


def test_marks_are_parted_from_words_that_are_no_rate() -> None:
    assert split_marks("по решению Комиссии 7C)") == ("по решению Комиссии", ("7С",))


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        ("1", "1 доллар США за 1 кг"),
        ("11", "11 долларов США за 1 кг"),
        ("21", "21 доллар США за 1 кг"),
        ("3", "3 доллара США за 1 кг"),
        ("112", "112 долларов США за 1 кг"),
        ("340", "340 долларов США за 1 кг"),
        ("2.5", "2,5 доллара США за 1 кг"),
    ],
)
def test_dollars_are_declined_after_their_number(amount: str, text: str) -> None:
    rate = Specific(Money(amount, "USD"), Decimal(1), TariffUnit.KILOGRAM)
    assert format_rate(rate) == text


@pytest.mark.parametrize(
    ("money", "text"),
    [
        (Money(91, "KZT"), "91 тенге за 1 л"),
        (Money(21, "KGS"), "21 сом за 1 л"),
        (Money(22, "KGS"), "22 сома за 1 л"),
        (Money("0.5", "UZS"), "0,5 сума за 1 л"),
        (Money(15000, "UZS"), "15000 сумов за 1 л"),
        (Money(3, "TJS"), "3 сомони за 1 л"),
        (Money(12, "TMT"), "12 манатов за 1 л"),
    ],
)
def test_a_countrys_own_money_is_read_and_printed(money: Money, text: str) -> None:
    rate = Specific(money, Decimal(1), TariffUnit.LITRE)
    assert (format_rate(rate), parse_rate(text).rate) == (text, rate)


def test_words_that_no_shape_holds_are_printed_as_they_are() -> None:
    assert format_rate(Other("по решению Комиссии")) == "по решению Комиссии"
