"""Messages for the place in a declaration that breaks a rule."""

from app.kit.i18n import N_
from app.kit.message import Sentence
from customs.china.fields import field_at
from customs.rules import Place


def place_message(place: Place) -> Sentence:
    """Return the line, the field with its number on the form, and the item in it."""
    field = field_at(place)
    named = Sentence(field.name)
    if field.number:
        named = Sentence("%(name)s (%(number)s)", {"name": named, "number": field.number})
    numbers = [step for step in place.split("/") if step.isdecimal()]
    if place.startswith("lines/"):
        line, *numbers = numbers
        named = Sentence(N_("line %(line)s: %(field)s"), {"line": line, "field": named})
    if not numbers:
        return named
    return Sentence("%(named)s, %(item)s", {"named": named, "item": ", ".join(numbers)})
