"""The root of every refusal, here and in what is built on this package."""

from typing import ClassVar


def N_(message: str) -> str:  # noqa: N802 -- gettext's own name for "marked, translated later"
    """Mark a message for translation and return it unchanged."""
    return message


class Refusal(Exception):
    """A "no" by name. `sentence` is English with named places that `fields` fill.

    `code` is what a program goes by, such as `order.cannot_move`: it never changes once published,
    whatever becomes of the class or the sentence.
    """

    code: ClassVar[str] = "refused"
    sentence: ClassVar[str] = "Refused."

    def __init__(self, **fields: object) -> None:
        self.fields = fields
        super().__init__(self.sentence % fields)


class CustomsRefusal(Refusal):
    """Base of this package's refusals: what a rule of customs does not allow."""
