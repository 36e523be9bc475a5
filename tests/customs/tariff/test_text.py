"""The official text of a rate: printed and read back, read as published, refused when unclear."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from moneyed import Money

from customs.tariff.rate import AdValorem, Lower, NotLess, NotMore, Other, Shape, Specific, Sum
from customs.tariff.text import GluedMark, Stated, UnreadableRate, parse, print_rate, split_marks
from customs.tariff.unit import Unit
from tests.customs.tariff.rates import marks, shapes

FIVE = AdValorem(Decimal(5))


def euro(amount: str, unit: Unit, *, quantity: int = 1) -> Specific:
    return Specific(Money(amount, "EUR"), Decimal(quantity), unit)


@given(shapes, marks)
def test_what_is_printed_is_read_back_as_the_same_rate(rate: Shape, notes: tuple[str, ...]) -> None:
    assert parse(print_rate(rate, notes)) == Stated(rate, notes)


blanks = st.sampled_from([" ", "\u00a0", "\u202f", "\n", " \r\n", "\t "])


@given(shapes, marks, st.data())
def test_a_rate_reads_the_same_with_any_blank_break_soft_hyphen_letter_and_separator(
    rate: Shape, notes: tuple[str, ...], data: st.DataObject
) -> None:
    printed = print_rate(rate, notes)
    broken = "".join(data.draw(blanks) if letter == " " else letter for letter in printed)
    broken = broken.replace(
        "евро", data.draw(st.sampled_from(["евро", "ев\u00adро", "e\u00ad\nврo"]))
    )
    broken = broken.replace("С)", data.draw(st.sampled_from(["С)", "C)", "С", "C"])))
    broken = broken.replace("м²", data.draw(st.sampled_from(["м²", "м2"])))
    assert parse(broken) == Stated(rate, notes)


@pytest.mark.parametrize("comma", [",", ".", ",\n", " , ", ",\u00a0"])
def test_a_decimal_comma_may_be_a_point_or_stand_at_the_end_of_a_line(comma: str) -> None:
    assert parse(f"0{comma}38 евро за 1 м²").rate == euro("0.38", Unit.SQUARE_METRE)


TWENTY_OR = (
    "20, либо 15, но не менее 0,4 евро за 1 см3 объёма двигателя, в зависимости от того,"
    " какая из исчисленных сумм таможенной пошлины ниже"
)
TOMATO = NotLess(AdValorem(Decimal(11)), euro("0.05", Unit.KILOGRAM))
FURNITURE = Sum(AdValorem(Decimal(8)), euro("0.05", Unit.KILOGRAM))
WINE = NotMore(AdValorem(Decimal(10)), euro("3", Unit.LITRE))
SUGAR = Specific(Money(340, "USD"), Decimal(1000), Unit.KILOGRAM)
CAR = Lower(AdValorem(Decimal(20)), NotLess(AdValorem(Decimal(15)), euro("0.4", Unit.ENGINE_CM3)))
PUBLISHED: dict[str, Stated] = {
    "0": Stated(AdValorem(Decimal(0))),
    "12,5": Stated(AdValorem(Decimal("12.5"))),
    "5 %": Stated(FIVE),
    "11, но не менее 0,05 евро за 1 кг": Stated(TOMATO),
    "10 но не более 3 евро за 1 л": Stated(WINE),
    "8 плюс 0,05 евро за 1 кг 12C)": Stated(FURNITURE, ("12С",)),
    "1,25 евро за 1 пару": Stated(euro("1.25", Unit.PAIR)),
    "2 евро за 1 000 шт.": Stated(euro("2", Unit.PIECE, quantity=1000)),
    "0,5 евро за 1 шт45С)": Stated(euro("0.5", Unit.PIECE), ("45С",)),
    "340 долларов США за 1000 кг": Stated(SUGAR),
    "0,5евро за 1кг": Stated(euro("0.5", Unit.KILOGRAM)),
    "5 63С)": Stated(FIVE, ("63С",)),
    "5 9С) 63C": Stated(FIVE, ("9С", "63С")),
    TWENTY_OR: Stated(CAR),
}


@pytest.mark.parametrize("text", PUBLISHED)
def test_a_rate_is_read_as_the_tariff_publishes_it(text: str) -> None:
    assert parse(text) == PUBLISHED[text]


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
        parse(text)


@given(st.integers(0, 10**6), st.sampled_from(["{}", "{} евро за 1 м²", "11 плюс {} евро за 1 л"]))
def test_a_number_with_an_idle_zero_has_lost_its_comma_and_is_refused(
    number: int, shape: str
) -> None:
    parse(shape.format(number))
    with pytest.raises(UnreadableRate):
        parse(shape.format(f"0{number}"))


@given(st.integers(10**8, 10**60), st.sampled_from(["{}", "0,{}", "5 евро за {} кг"]))
def test_a_number_with_more_digits_than_any_rate_has_is_refused(number: int, shape: str) -> None:
    with pytest.raises(UnreadableRate):
        parse(shape.format(number))


@pytest.mark.parametrize("text", ["563С)", "12,588C)", "15С", "0,38 евро за 1 м212С)"])
def test_a_mark_that_runs_into_the_number_is_refused(text: str) -> None:
    with pytest.raises(GluedMark):
        parse(text)


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
    rate = Specific(Money(amount, "USD"), Decimal(1), Unit.KILOGRAM)
    assert print_rate(rate) == text


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
    rate = Specific(money, Decimal(1), Unit.LITRE)
    assert (print_rate(rate), parse(text).rate) == (text, rate)


def test_words_that_no_shape_holds_are_printed_as_they_are() -> None:
    assert print_rate(Other("по решению Комиссии")) == "по решению Комиссии"
