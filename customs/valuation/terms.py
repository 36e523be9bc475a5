"""What a delivery term says of the charges of a deal: in the price already, or to be added.

Customs Code of the EAEU, article 40; Incoterms 2020. A hint which figures to ask for, never a
figure: an addition needs a document, and so does a deduction.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Final

from customs.refusal import N_, CustomsRefusal


class Charge(StrEnum):
    """A cost beside the price."""

    FREIGHT = "freight"
    """Carriage to the place of arrival on the Union's territory (ДТС-1, box 17)."""
    HANDLING = "handling"
    """Loading, unloading, reloading on that way (box 18)."""
    INSURANCE = "insurance"
    """Insurance of that way (box 19)."""
    INLAND = "inland"
    """Carriage inside the Union that the price holds and a paper shows apart (box 22)."""


class Asked(StrEnum):
    """What becomes of a charge under a term."""

    NEEDED = "needed"
    """Not in the price, and there is always one."""
    IF_PAID = "if paid"
    """Not in the price; added when the buyer paid for it."""
    IN_PRICE = "in the price"
    """Naming it again would count it twice."""
    IF_SHOWN = "if shown apart"
    """In the price; taken off only when a paper shows it apart."""


class UnknownTerm(CustomsRefusal):
    """Not a delivery term of Incoterms 2020."""

    sentence = N_("%(term)s is not a delivery term of Incoterms 2020.")


class ChargeInPrice(CustomsRefusal):
    """The price holds the charge already; adding it would count it twice."""

    sentence = N_("Under %(term)s the price holds the %(charge)s already: it is not added again.")


class NothingToDeduct(CustomsRefusal):
    """The price holds no carriage inside the Union, so none is taken off."""

    sentence = N_("Under %(term)s the price holds no carriage inside the Union to take off.")


_BUYER_CARRIES: Final = {
    Charge.FREIGHT: Asked.NEEDED,
    Charge.HANDLING: Asked.IF_PAID,
    Charge.INSURANCE: Asked.IF_PAID,
    Charge.INLAND: Asked.IN_PRICE,
}
_SELLER_CARRIES: Final = {
    Charge.FREIGHT: Asked.IN_PRICE,
    Charge.HANDLING: Asked.IF_PAID,
    Charge.INSURANCE: Asked.IF_PAID,
    Charge.INLAND: Asked.IF_SHOWN,
}
_SELLER_INSURES: Final = {**_SELLER_CARRIES, Charge.INSURANCE: Asked.IN_PRICE}
_TERMS: Final[Mapping[str, Mapping[Charge, Asked]]] = {
    **dict.fromkeys(("EXW", "FCA", "FAS", "FOB"), _BUYER_CARRIES),
    **dict.fromkeys(("CFR", "CPT"), _SELLER_CARRIES),
    **dict.fromkeys(("CIF", "CIP", "DAP", "DPU", "DDP"), _SELLER_INSURES),
}
TERMS: Final = tuple(_TERMS)
"""The eleven delivery terms."""


def asked(term: str) -> Mapping[Charge, Asked]:
    """Will say of every charge what becomes of it; raises `UnknownTerm`."""
    if term not in _TERMS:
        raise UnknownTerm(term=term)
    return _TERMS[term]


def missing(term: str, given: Iterable[Charge]) -> tuple[Charge, ...]:
    """Will name the charges that the term always has and nobody gave."""
    known = set(given)
    needed = [charge for charge, answer in asked(term).items() if answer is Asked.NEEDED]
    return tuple(charge for charge in needed if charge not in known)


def admit(term: str, given: Iterable[Charge]) -> None:
    """Will refuse a charge that the term's price holds already, or never held.

    Raises `ChargeInPrice`, `NothingToDeduct` or `UnknownTerm`.
    """
    answers = asked(term)
    for charge in given:
        if answers[charge] is Asked.IN_PRICE:
            if charge is Charge.INLAND:
                raise NothingToDeduct(term=term)
            raise ChargeInPrice(term=term, charge=charge)
