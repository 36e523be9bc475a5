"""Terms of delivery: box 20, and element 5 of box 31."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DeliveryTerms:
    """One of the Incoterms, with its place."""

    code: str
    place: str
