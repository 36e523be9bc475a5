"""Forms gather every error beside its field, and keep what was typed."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated

import msgspec
import pytest

from app.kit.forms import Form, FormRefused, empty, read
from app.kit.refusal import BadInput, Conflict, NotAllowed, NotFound, Refusal
from customs.refusal import CustomsRefusal


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
"""A form has no time zone: the handler knows it."""


class TooHeavy(BadInput):
    """A refusal that names a field."""

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


class Gone(Conflict):
    """A conflict."""

    sentence = "It has gone."


class NotLawful(CustomsRefusal):
    """A refusal of customs rules, which names no field."""

    sentence = "The law says no."


class NoSuchThing(NotFound):
    """A refusal answered on a page of its own."""

    sentence = "There is no such thing."


def refused(refusal: Refusal, *named: type[Refusal], beside: str = "") -> Form[Shape]:
    form = read(Shape, RIGHT)
    with form.submitting(*named, beside=beside):
        raise refusal
    return form


def test_a_form_that_went_through_has_the_status_of_any_page() -> None:
    form = read(Shape, RIGHT)
    with form.submitting():
        assert form.data.pieces == 1240
    assert (form.status, form.errors) == (200, {})


def test_a_form_with_errors_is_not_acted_on_and_keeps_them() -> None:
    form = read(Shape, {**RIGHT, "pieces": "ten"})
    acted = []
    with form.submitting():
        acted.append(form.data)
    assert (acted, form.status) == ([], 422)
    assert form.errors == {"pieces": ["Write a whole number."]}
    assert form.sentences == ["Write a whole number."]


def test_what_an_act_refuses_stands_beside_the_field_that_it_names() -> None:
    form = refused(TooHeavy(field="weight", most=5), beside="name")
    assert (form.status, form.errors) == (422, {"weight": ["Not more than 5."]})


def test_what_names_no_field_of_the_form_stands_where_the_handler_says() -> None:
    assert refused(TooHeavy(field="other", most=5), beside="name").errors == {
        "name": ["Not more than 5."]
    }
    assert refused(NotLawful()).errors == {"": ["The law says no."]}


def test_a_conflict_has_its_own_status() -> None:
    form = refused(Gone())
    assert (form.status, form.errors) == (409, {"": ["It has gone."]})


@pytest.mark.parametrize("refusal", [NoSuchThing(), NotAllowed()])
def test_what_leads_nowhere_or_is_not_allowed_goes_on_to_the_server(refusal: Refusal) -> None:
    with pytest.raises(type(refusal)):
        refused(refusal)


def test_a_handler_can_name_what_else_belongs_on_its_page() -> None:
    form = refused(NoSuchThing(field="name"), NoSuchThing)
    assert (form.status, form.errors) == (422, {"name": ["There is no such thing."]})
