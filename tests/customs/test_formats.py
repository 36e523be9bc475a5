"""Leaves held to their formats: what fits is written, what does not is refused by name."""

from decimal import Decimal

import pytest

from customs.formats import (
    ANY,
    ElementFormats,
    InvalidElementValue,
    MissingElement,
    count,
    digits,
    formats_for,
    letters,
    required_node,
    shape,
    text,
)
from customs.xml import UnwritableText

FAMILY = ElementFormats(
    {
        **formats_for(text(5), "a", "Text Other"),
        "a:Sum": digits(6, 2, signed=True),
        "a:Whole": digits(3, 0),
        "a:Count": count(3),
        "a:Code": letters(2),
        "a:Shape": shape("[0-9]{2}|[0-9]{5}"),
        "a:Yes": ANY,
        "@unit": shape("[0-9]{3}"),
    }
)


@pytest.mark.parametrize(
    ("name", "value", "written"),
    [
        ("a:Text", "Изюм", "<a:Text>Изюм</a:Text>"),
        ("a:Other", "a\t\n b", "<a:Other>a b</a:Other>"),
        ("a:Text", "  ab ", "<a:Text>ab</a:Text>"),
        ("a:Text", " \n ", ""),
        ("a:Text", "a<b", "<a:Text>a&lt;b</a:Text>"),
        ("a:Sum", Decimal("-1234.50"), "<a:Sum>-1234.5</a:Sum>"),
        ("a:Sum", Decimal("1E+3"), "<a:Sum>1000</a:Sum>"),
        ("a:Whole", 0, "<a:Whole>0</a:Whole>"),
        ("a:Count", 999, "<a:Count>999</a:Count>"),
        ("a:Code", "ОО", "<a:Code>ОО</a:Code>"),
        ("a:Shape", "55302", "<a:Shape>55302</a:Shape>"),
        ("a:Yes", True, "<a:Yes>true</a:Yes>"),
        ("a:Sum", None, ""),
    ],
)
def test_what_fits_is_written(name: str, value: str, written: str) -> None:
    assert FAMILY.leaf(name, value) == written


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("a:Text", "abcdef", "abcdef"),
        ("a:Text", "a\x85", "a\x85"),
        ("a:Sum", Decimal("0.001"), "0.001"),
        ("a:Sum", Decimal(12345), "12345"),
        ("a:Sum", Decimal("NaN"), "NaN"),
        ("a:Whole", -1, "-1"),
        ("a:Count", 0, "0"),
        ("a:Code", "a", "a"),
        ("a:Code", "a ", "a"),
        ("a:Code", "a  b", "a b"),
        ("a:Shape", "١٢", "١٢"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_element(name: str, value: str, said: str) -> None:
    with pytest.raises(InvalidElementValue) as refusal:
        FAMILY.leaf(name, value)
    assert refusal.value.fields == {"name": name[2:], "value": said}


def test_a_control_character_is_refused() -> None:
    with pytest.raises(UnwritableText):
        FAMILY.leaf("a:Text", "a\x00")


def test_what_must_be_there_is_asked_for_by_name() -> None:
    assert FAMILY.required("a:Code", "КГ") == "<a:Code>КГ</a:Code>"
    with pytest.raises(MissingElement) as refusal:
        FAMILY.required("a:Code", " ")
    assert refusal.value.fields == {"name": "Code"}
    with pytest.raises(MissingElement) as refusal:
        FAMILY.leaf("a:Sum", Decimal(1), unit="")
    assert refusal.value.fields == {"name": "unit"}
    assert required_node("a:x", FAMILY.leaf("a:Sum", 1, unit=" 166")) == (
        '<a:x><a:Sum unit="166">1</a:Sum></a:x>'
    )
    with pytest.raises(MissingElement) as refusal:
        required_node("a:x", FAMILY.leaf("a:Text", ""))
    assert refusal.value.fields == {"name": "x"}
