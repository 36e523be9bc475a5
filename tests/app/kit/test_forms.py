"""Forms gather every error beside its field, and keep what was typed."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated

import msgspec
import pytest

from app.kit.forms import FormRefused, empty, read
from app.kit.refusal import BadInput


class Shape(msgspec.Struct):
    """A form of every kind of field."""

    name: Annotated[str, msgspec.Meta(min_length=1, max_length=10)]
    pieces: int
    weight: Decimal
    made_on: date
    at: datetime


RIGHT = {
    "name": " Кеңес ",
    "pieces": "1 240",
    "weight": "10,6",
    "made_on": "2026-11-23",
    "at": "2026-11-23T14:30",
}


HALF_PAST_TWO = datetime.fromisoformat("2026-11-23T14:30")
"""A form knows no time zone: whoever reads it says whose clock it was."""


class TooHeavy(BadInput):
    """A refusal to set beside a field."""

    sentence = "Not more than %(most)s."


def test_a_right_form_is_read_in_its_types() -> None:
    form = read(Shape, RIGHT)
    assert form.data == Shape("Кеңес", 1240, Decimal("10.6"), date(2026, 11, 23), HALF_PAST_TWO)
    assert form.errors == {}


def test_every_error_is_gathered_and_what_was_typed_stays() -> None:
    sent = {"name": "", "pieces": "ten", "weight": "much", "made_on": "yesterday", "at": "noon"}
    form = read(Shape, sent)
    assert form.errors == {
        "name": ["Fill this in."],
        "pieces": ["Write a whole number."],
        "weight": ["Write a number, such as 12.5."],
        "made_on": ["Write a day, such as 2026-11-23."],
        "at": ["Write a day and time, such as 2026-11-23T14:30."],
    }
    assert form.values == sent
    with pytest.raises(FormRefused):
        _ = form.data


def test_a_missing_field_is_an_empty_one() -> None:
    assert set(read(Shape, {}).errors) == {"name", "pieces", "weight", "made_on", "at"}


def test_what_is_too_long_is_refused() -> None:
    assert read(Shape, {**RIGHT, "name": "x" * 11}).errors == {
        "name": ["Too long: at most 10 characters are kept, and 11 came."]
    }


def test_control_characters_are_dropped() -> None:
    assert read(Shape, {**RIGHT, "name": "a\x00b\x1bc"}).data.name == "abc"


def test_a_refusal_of_the_trade_stands_beside_its_field_and_holds_the_form_back() -> None:
    form = read(Shape, RIGHT)
    form.refuse("weight", TooHeavy(most="5 kg"))
    assert form.errors == {"weight": ["Not more than 5 kg."]}
    with pytest.raises(FormRefused):
        _ = form.data


def test_an_empty_form_has_every_field() -> None:
    assert empty(Shape, name="a").values == {
        "name": "a",
        "pieces": "",
        "weight": "",
        "made_on": "",
        "at": "",
    }
