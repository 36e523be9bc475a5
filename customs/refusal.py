"""The base class of this package's errors, and the marker of translatable messages."""

from typing import ClassVar


def N_(message: str) -> str:  # noqa: N802 -- gettext's own name for "marked, translated later"
    """Mark a message for translation and return it unchanged."""
    return message


class CustomsRefusal(Exception):
    """Base of all errors; `sentence` is English with named places that `fields` fill."""

    sentence: ClassVar[str] = "Refused."

    def __init__(self, **fields: object) -> None:
        self.fields = fields
        super().__init__(self.sentence % fields)
