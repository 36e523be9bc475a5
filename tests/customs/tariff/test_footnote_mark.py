"""Marks of footnotes, as somebody writes them in a list."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from customs.tariff.footnote_mark import NotAMark, parse_mark, parse_marks
from tests.customs.tariff.rates import marks


@given(marks, st.sampled_from([" ", ",", "; "]), st.sampled_from(["С", "C", "С)", "C)"]))
def test_marks_are_read_however_they_are_parted_and_closed(
    notes: tuple[str, ...], between: str, end: str
) -> None:
    text = between.join(note.replace("С", end) for note in notes)
    assert parse_marks(text) == notes


@pytest.mark.parametrize(
    "text", ["", "63", "63c", "63с", "63D", "1234С", "６３С", "63С)", "см. 9С"]
)
def test_what_is_no_mark_is_refused(text: str) -> None:
    with pytest.raises(NotAMark):
        parse_mark(text)


@pytest.mark.parametrize("text", ["63", "9С 63", "см. 9С", "9С63С", "9С))"])
def test_marks_with_anything_else_between_them_are_refused(text: str) -> None:
    with pytest.raises(NotAMark):
        parse_marks(text)
