"""Shipping marks said as runs name the same cartons."""

from hypothesis import given
from hypothesis import strategies as st

from customs.china.shipping_marks import format_marks


@given(st.lists(st.integers(1, 60), unique=True, min_size=1).map(sorted))
def test_marks_name_every_carton_and_no_other(numbers: list[int]) -> None:
    said: list[int] = []
    for run in format_marks(f"C-{number:04d}" for number in numbers).split(", "):
        first, _, last = run.partition("…")
        start, end = (int(each.removeprefix("C-")) for each in (first, last or first))
        said += range(start, end + 1)
    assert said == numbers


def test_marks_of_other_widths_are_not_one_run() -> None:
    assert format_marks(["C-9", "C-10", "C-11", "X"]) == "C-9, C-10…C-11, X"


def test_marks_without_a_number_stand_alone() -> None:
    assert format_marks(["", "KERUEN"]) == ", KERUEN"
    assert format_marks([]) == ""
