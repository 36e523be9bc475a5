"""Every "no" of the trade: named, with its sentence and the figures that fill it."""

from typing import ClassVar


class Refusal(Exception):
    """The trade says no. `sentence` is an English message id with named places for `fields`.

    Subclasses are named for what is refused and mark their sentence with `N_`.
    `app.server` maps the family to an answer, once, in the reader's language.
    """

    sentence: ClassVar[str] = "Refused."

    def __init__(self, **fields: object) -> None:
        """Will keep the figures that the sentence names."""
        self.fields = fields
        super().__init__(self.sentence % fields)


class NotFound(Refusal):
    """There is no such thing, or it is not this reader's to see: both are answered alike (404)."""


class NotAllowed(Refusal):
    """The reader is known and may not do this (403)."""


class Conflict(Refusal):
    """The thing has moved on since it was read (409)."""


class BadInput(Refusal):
    """What was sent cannot be taken as it is (422)."""
