"""Terms of delivery: box 20, and element 5 of box 31."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DeliveryTerms:
    """An Incoterms code with its place."""

    code: str
    place: str
