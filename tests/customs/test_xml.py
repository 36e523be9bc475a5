"""Writing XML: order, escapes, blanks left out, and characters that cannot be written."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given
from hypothesis import strategies as st

from customs.xml import UnwritableText, document, leaf, node


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ("", ""),
        ("a<b & c", "<x>a&lt;b &amp; c</x>"),
        ("a\rb", "<x>a&#13;b</x>"),
        (0, "<x>0</x>"),
        (True, "<x>true</x>"),
        (False, "<x>false</x>"),
        (Decimal("10.500"), "<x>10.5</x>"),
        (Decimal(100), "<x>100</x>"),
        (Decimal("1E+3"), "<x>1000</x>"),
        (Decimal("0.00"), "<x>0</x>"),
        (date(2026, 4, 1), "<x>2026-04-01</x>"),
        (datetime(2026, 4, 1, 9, tzinfo=UTC), "<x>2026-04-01T09:00:00+00:00</x>"),
    ],
)
def test_a_value_is_written_plainly_and_a_blank_not_at_all(value: object, text: str) -> None:
    assert leaf("x", value) == text  # type: ignore[arg-type]


def test_an_element_with_nothing_in_it_is_left_out() -> None:
    assert node("x", leaf("y", ""), leaf("z", None)) == ""
    assert node("x", leaf("z", 1), kind='"') == "<x kind='\"'><z>1</z></x>"


@pytest.mark.parametrize("text", ["\x00", "a\x1fb", "\ufffe"])
def test_a_character_that_cannot_be_written_is_refused(text: str) -> None:
    with pytest.raises(UnwritableText) as refusal:
        leaf("x", text)
    assert refusal.value.fields == {"name": "x"}


@given(
    st.text(
        st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")).filter(
            lambda c: c not in "\ufffe\uffff"
        )
    )
)
def test_every_other_text_comes_back_as_it_was(text: str) -> None:
    written = document("a:x", leaf("a:y", text), spaces={"a": "urn:a"}, attributes={"b": "<"})
    found = fromstring(written).findtext("{urn:a}y") if text else ""
    assert found == text
