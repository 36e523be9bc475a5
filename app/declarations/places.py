"""Where a declaration breaks a rule, in the reader's words."""

from app.kit.words import N_, say, translate
from customs.china.fields import field_at
from customs.rules import Place


def say_place(place: Place) -> str:
    """Will name the line, the field with its number on the form, and which item of it."""
    field = field_at(place)
    named = translate(field.name)
    if field.number:
        named = f"{named} ({field.number})"
    numbers = [step for step in place.split("/") if step.isdecimal()]
    if place.startswith("lines/"):
        line, *numbers = numbers
        named = say(N_("line %(line)s: %(field)s"), {"line": line, "field": named})
    return ", ".join((named, *numbers))
