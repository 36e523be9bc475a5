"""Fields of `DecMessage`, limited to their lengths."""

from customs.china.fields import LENGTHS, width
from customs.refusal import N_, CustomsRefusal
from customs.xml import Value, leaf


class FieldTooLong(CustomsRefusal):
    """Raised when a text is longer than its field; a Chinese character counts two."""

    code = "customs.china.too_long"
    sentence = N_("%(field)s has room for %(most)s characters (a Chinese one counts two).")


def write_field(name: str, value: Value) -> str:
    """Return the element of a field, or an empty text for a blank value.

    Raises `FieldTooLong` or `UnwritableText`.
    """
    most = LENGTHS.get(name)
    if most is not None and width(str(value or "")) > most:
        raise FieldTooLong(field=name, most=most)
    return leaf(name, value)
