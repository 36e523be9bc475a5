"""A refusal of the law: its sentence, and the figures that fill it."""

from typing import ClassVar


def N_(message: str) -> str:  # noqa: N802 -- gettext's own name for "marked, translated later"
    """Mark a message for the catalogue and give it back unchanged."""
    return message


class CustomsRefusal(Exception):
    """The law says no. `sentence` is English with named places; `fields` fills them."""

    sentence: ClassVar[str] = "Refused."

    def __init__(self, **fields: object) -> None:
        """Keep the figures that the sentence names."""
        self.fields = fields
        super().__init__(self.sentence % fields)
