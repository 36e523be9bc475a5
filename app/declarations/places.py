"""Where a declaration breaks a rule: its line, its field with the number on the form, its item."""

from app.kit.message import Message
from app.kit.words import N_
from customs.china.fields import field_at
from customs.rules import Place


def place_message(place: Place) -> Message:
    """Name the line, the field with its number on the form, and which item of it."""
    field = field_at(place)
    named = Message(field.name)
    if field.number:
        named = Message("%(name)s (%(number)s)", {"name": named, "number": field.number})
    numbers = [step for step in place.split("/") if step.isdecimal()]
    if place.startswith("lines/"):
        line, *numbers = numbers
        named = Message(N_("line %(line)s: %(field)s"), {"line": line, "field": named})
    if not numbers:
        return named
    return Message("%(named)s, %(item)s", {"named": named, "item": ", ".join(numbers)})
