"""Numbers of companies, people and containers: the right ones pass, a mistyped digit does not."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from customs.identifiers import (
    WrongCheckDigit,
    WrongShape,
    is_digits,
    parse_bin,
    parse_container,
    parse_customs_code,
    parse_iin,
    parse_kg_inn,
    parse_kg_okpo,
    parse_sscc,
    parse_tj_inn,
    parse_tm_number,
    parse_uscc,
    parse_uz_inn,
    parse_uz_pinfl,
)


def kazakh(body: str) -> str | None:
    """The number with its check digit, computed another way; None if it is never issued."""
    digits = [int(digit) for digit in body]
    first = sum(digit * weight for weight, digit in enumerate(digits, start=1)) % 11
    second = sum(digit * ((weight + 2) % 11 + 1) for weight, digit in enumerate(digits)) % 11
    found = first if first != 10 else second
    return f"{body}{found}" if found != 10 else None


bins = (
    st.builds(
        "{:02d}{:02d}{}{:06d}".format,
        st.integers(0, 99),
        st.integers(1, 12),
        st.integers(4, 6),
        st.integers(0, 999_999),
    )
    .map(kazakh)
    .filter(bool)
)


@given(bins)
def test_a_bin_with_its_check_digit_passes_and_with_another_does_not(number: str) -> None:
    assert parse_bin(number) == number
    for digit in "0123456789":
        if digit != number[11]:
            with pytest.raises(WrongCheckDigit):
                parse_bin(number[:11] + digit)


def test_a_bin_is_read_with_its_spaces() -> None:
    assert parse_bin(" 970 740 000 838 ") == "970740000838"


def test_the_second_weights_are_tried_when_the_first_give_ten() -> None:
    body = next(
        text
        for text in (f"9707400{n:04d}" for n in range(1000))
        if sum(int(d) * w for w, d in enumerate(text, start=1)) % 11 == 10 and kazakh(text)
    )
    number = kazakh(body)
    assert number is not None
    assert parse_bin(number) == number


def test_a_bin_that_neither_weights_can_check_is_never_given() -> None:
    body = next(
        text
        for text in (f"97074{n:06d}" for n in range(100_000))
        if sum(int(d) * w for w, d in enumerate(text, start=1)) % 11 == 10 and not kazakh(text)
    )
    for digit in "0123456789":
        with pytest.raises(WrongCheckDigit):
            parse_bin(body + digit)


def test_an_iin_begins_with_a_birthday() -> None:
    number = kazakh("85041530012")
    assert number is not None
    assert parse_iin(number) == number
    with pytest.raises(WrongShape):
        parse_iin("851315300128")


@pytest.mark.parametrize(
    ("parse", "number"),
    [
        (parse_kg_inn, "01503199910123"),
        (parse_kg_inn, "22808199012345"),
        (parse_uscc, "91110000600037341L"),
        (parse_container, "TEXU3605231"),
        (parse_container, "CSQU3054383"),
        (parse_customs_code, "6501961234"),
    ],
)
def test_a_right_number_passes(parse: Callable[[str], str], number: str) -> None:
    assert parse(number) == number
    assert parse(f" {number.lower()} ") == number


def uscc(body: str) -> str:
    letters = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    total = sum(letters.index(c) * 3**n for n, c in enumerate(body))
    return body + letters[(31 - total % 31) % 31]


@given(
    st.sampled_from(["91", "92", "N1", "N2", "A1", "Y1"]),
    st.integers(110000, 659009),
    st.text("0123456789ABCDEFGHJKLMNPQRTUWXY", min_size=9, max_size=9),
)
def test_a_uscc_of_any_department_passes_and_one_mistyped_letter_does_not(
    kind: str, place: int, own: str
) -> None:
    number = uscc(f"{kind}{place}{own}")
    assert parse_uscc(number) == number
    mistyped = number[:12] + ("2" if number[12] == "1" else "1") + number[13:]
    with pytest.raises(WrongCheckDigit):
        parse_uscc(mistyped)


@pytest.mark.parametrize(
    ("parse", "number"),
    [
        (parse_bin, "97074000083"),
        (parse_bin, "971340000838"),
        (parse_bin, "970710000838"),
        (parse_bin, "٩٧٠٧٤٠٠٠٠٨٣٨"),
        (parse_bin, ""),
        (parse_kg_inn, "0150319991012"),
        (parse_kg_inn, "0150319991012X"),
        (parse_uscc, "9111000060003734IL"),
        (parse_uscc, "B1110000600037341L"),
        (parse_container, "TEXA3605231"),
        (parse_customs_code, "650196123"),
    ],
)
def test_what_cannot_be_such_a_number_is_refused_with_its_kind(
    parse: Callable[[str], str], number: str
) -> None:
    with pytest.raises(WrongShape) as refused:
        parse(number)
    assert refused.value.fields["number"] == number
    assert refused.value.fields["kind"]


@pytest.mark.parametrize(
    ("parse", "number"),
    [
        (parse_uscc, "91330000142912133P"),
        (parse_container, "TEXU3605232"),
    ],
)
def test_a_number_whose_check_fails_is_refused(parse: Callable[[str], str], number: str) -> None:
    with pytest.raises(WrongCheckDigit):
        parse(number)


LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


@given(st.integers(0, 17), st.sampled_from(LETTERS))
def test_no_letter_of_a_uscc_can_be_mistyped_unseen(place: int, letter: str) -> None:
    number = "91110000600037341L"
    mistyped = number[:place] + letter + number[place + 1 :]
    if mistyped == number:
        assert parse_uscc(mistyped) == number
    else:
        with pytest.raises((WrongCheckDigit, WrongShape)):
            parse_uscc(mistyped)


@given(bins, st.integers(0, 9), st.sampled_from("123456789"))
def test_no_digit_but_the_eleventh_can_be_mistyped_unseen_while_the_first_weights_do(
    number: str, place: int, digit: str
) -> None:
    mistyped = number[:place] + digit + number[place + 1 :]
    if mistyped == number or 10 in map(first_weights, (number, mistyped)):
        return
    with pytest.raises((WrongCheckDigit, WrongShape)):
        parse_bin(mistyped)


@given(bins, st.sampled_from("0123456789"))
def test_the_eleventh_digit_of_a_bin_is_not_checked_by_the_first_weights(
    number: str, digit: str
) -> None:
    if first_weights(number) != 10:
        mistyped = number[:10] + digit + number[11]
        assert parse_bin(mistyped) == mistyped


def first_weights(number: str) -> int:
    return sum(int(digit) * weight for weight, digit in enumerate(number[:11], start=1)) % 11


@pytest.mark.parametrize(
    ("parse", "right", "wrong"),
    [
        (parse_kg_okpo, "12345678", "1234567"),
        (parse_uz_inn, "123 456 789", "12345678"),
        (parse_uz_pinfl, "71234567890123", "3123456789012"),
        (parse_tj_inn, "123456789", "12345678x"),
        (parse_tm_number, "123456789012", "１23456789012"),
        (parse_sscc, "106141412345678908", "10614141234567890"),
    ],
)
def test_a_number_without_a_published_check_has_its_shape(
    parse: Callable[[str], str], right: str, wrong: str
) -> None:
    assert parse(right) == right.replace(" ", "")
    with pytest.raises(WrongShape):
        parse(wrong)


@given(st.text("0123456789", min_size=17, max_size=17), st.integers(0, 16), st.integers(1, 9))
def test_the_check_of_a_logistic_unit_sees_every_single_slip(
    body: str, place: int, slip: int
) -> None:
    right = next(
        f"{body}{digit}" for digit in range(10) if not _refused(parse_sscc, f"{body}{digit}")
    )
    wrong = f"{right[:place]}{(int(right[place]) + slip) % 10}{right[place + 1 :]}"
    with pytest.raises(WrongCheckDigit):
        parse_sscc(wrong)


def _refused(parse: Callable[[str], str], number: str) -> bool:
    try:
        parse(number)
    except WrongCheckDigit:
        return True
    return False


@pytest.mark.parametrize(
    ("parse", "text"),
    [
        (parse_container, "M\u017fCU1234566"),
        (parse_bin, "٢٦٠٣٤٠٠٠٠٠١٢"),
        (parse_kg_inn, "٠١٢٣٤٥٦٧٨٩٠١٢٣"),
    ],
)
def test_letters_and_digits_of_other_scripts_are_not_taken_for_ours(
    parse: Callable[[str], str], text: str
) -> None:
    with pytest.raises(WrongShape):
        parse(text)


def test_digits_are_counted_and_wide_ones_are_none() -> None:
    assert is_digits("0806209000", 10)
    assert is_digits("12", 2, 5)
    assert not is_digits("123", 2, 5)
    assert not is_digits("\uff11\uff12", 2)
    assert not is_digits("1a", 2)
