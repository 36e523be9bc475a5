"""What the warehouse's screens share."""

from typing import Final

from app.kit.refusal import Conflict, Refusal
from app.kit.sentences import refusal_words

HOME: Final = "/warehouse"


def status_of(refusal: Refusal | None) -> int:
    """Will give the status of a page that shows a refusal, or none."""
    if refusal is None:
        return 200
    return 409 if isinstance(refusal, Conflict) else 422


def refused_words(refusal: Refusal | None) -> str:
    """Will say a refusal above the page; empty for none."""
    return refusal_words(refusal) if refusal else ""
