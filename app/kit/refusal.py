"""The families of refusals, each with its status (`app.server.answers`)."""

from customs.refusal import Refusal

__all__ = ["BadInput", "Conflict", "NotAllowed", "NotFound", "Refusal"]


class NotFound(Refusal):
    """The thing does not exist, or is not this reader's to see: answered alike (404)."""


class NotAllowed(Refusal):
    """This reader may not do this, or not now (403)."""


class Conflict(Refusal):
    """The thing has moved on since it was read (409)."""


class BadInput(Refusal):
    """What was sent cannot be taken as it is (422)."""
