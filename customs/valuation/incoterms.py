"""Treatment of charges under each delivery term: included in the price, or to be added.

Customs Code of the EAEU, article 40; Incoterms 2020. A term says which amounts to ask for, not the
amounts: an addition needs a document, and so does a deduction. A term says who pays for carriage
and not how far: where it is paid to Urumqi the buyer pays on from there to the border, and that is
added. So carriage is refused under DDP only, whose place is inside the Union, and insurance under
CIF and CIP only, whose price includes it.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Final

from customs.refusal import N_, CustomsRefusal


class Charge(StrEnum):
    """A cost added to the price, or included in it and deducted; in the order of the boxes."""

    BROKERAGE = "brokerage"
    """Commission of agents and brokers, except for buying (ДТС-1, box 13а)."""
    PACKING = "packing"
    """Tare and packing (13б)."""
    MATERIALS = "materials"
    """Materials and parts that the buyer supplied free or at reduced cost (14а)."""
    TOOLS = "tools"
    """Tools and moulds supplied by the buyer likewise (14б)."""
    CONSUMED = "consumed"
    """Materials consumed in production, supplied by the buyer likewise (14в)."""
    DESIGN = "design"
    """Engineering and design outside the Union, supplied by the buyer likewise (14г)."""
    ROYALTIES = "royalties"
    """Royalties and licence fees that are a condition of the sale (15)."""
    RESALE = "resale"
    """The seller's share of the proceeds of resale (16)."""
    FREIGHT = "freight"
    """Carriage to the place of arrival on the Union's territory (17)."""
    HANDLING = "handling"
    """Loading, unloading and reloading on that route (18)."""
    INSURANCE = "insurance"
    """Insurance on that route (19)."""
    ASSEMBLY = "assembly"
    """Assembly after import that the price includes and a document shows apart (21)."""
    INLAND = "inland"
    """Carriage inside the Union that the price includes and a document shows apart (22)."""
    TAXES = "taxes"
    """Duties and taxes of the Union that the price includes and a document shows apart (23)."""

    @property
    def box(self) -> str:
        """The box of ДТС-1 (EEC Collegium, Decision 160 of 16 October 2018)."""
        return _BOXES[self]

    @property
    def name_english(self) -> str:
        """The name as a message of the catalogue."""
        return _NAMES[self]

    @property
    def is_deducted(self) -> bool:
        """Whether it is deducted (part В) rather than added (part Б)."""
        return self in DEDUCTED


DEDUCTED: Final = frozenset({Charge.ASSEMBLY, Charge.INLAND, Charge.TAXES})
"""Customs Code of the EAEU, article 40(2): only when shown apart and documented."""
_BOXES: Final[Mapping[Charge, str]] = {
    Charge.BROKERAGE: "13а",
    Charge.PACKING: "13б",
    Charge.MATERIALS: "14а",
    Charge.TOOLS: "14б",
    Charge.CONSUMED: "14в",
    Charge.DESIGN: "14г",
    Charge.ROYALTIES: "15",
    Charge.RESALE: "16",
    Charge.FREIGHT: "17",
    Charge.HANDLING: "18",
    Charge.INSURANCE: "19",
    Charge.ASSEMBLY: "21",
    Charge.INLAND: "22",
    Charge.TAXES: "23",
}
_NAMES: Final[Mapping[Charge, str]] = {
    Charge.BROKERAGE: N_("pay of agents and brokers"),
    Charge.PACKING: N_("tare and packing"),
    Charge.MATERIALS: N_("materials given by the buyer"),
    Charge.TOOLS: N_("tools given by the buyer"),
    Charge.CONSUMED: N_("materials used up in making"),
    Charge.DESIGN: N_("engineering and design"),
    Charge.ROYALTIES: N_("royalties and licence fees"),
    Charge.RESALE: N_("part of resale proceeds"),
    Charge.FREIGHT: N_("freight"),
    Charge.HANDLING: N_("handling"),
    Charge.INSURANCE: N_("insurance"),
    Charge.ASSEMBLY: N_("assembly after import"),
    Charge.INLAND: N_("carriage inside the Union"),
    Charge.TAXES: N_("duties and taxes of the Union"),
}


class ChargeTreatment(StrEnum):
    """How a charge is treated under a delivery term."""

    NEEDED = "needed"
    """Not in the price, and always due."""
    IF_PAID = "if paid"
    """Added when the buyer pays it apart from the price."""
    IN_PRICE = "in the price"
    """Included already; adding it would count it twice."""
    IF_SHOWN = "if shown apart"
    """Perhaps in the price; deducted only when a document shows it apart."""
    NEVER = "never in the price"
    """Never in the price, so that nothing can be deducted."""


class UnknownTerm(CustomsRefusal):
    """Raised for a code that is not of Incoterms 2020."""

    code = "customs.valuation.unknown_term"
    sentence = N_("%(term)s is not a delivery term of Incoterms 2020.")


class ChargeInPrice(CustomsRefusal):
    """Raised when the price includes the charge already."""

    code = "customs.valuation.charge_in_price"
    sentence = N_("Under %(term)s the price holds the %(charge)s already: it is not added again.")


class NothingToDeduct(CustomsRefusal):
    """Raised when the price never includes the charge to be deducted."""

    code = "customs.valuation.nothing_to_deduct"
    sentence = N_("Under %(term)s the price holds no %(charge)s to take off.")


_ALWAYS: Final = {
    **{charge: ChargeTreatment.IF_PAID for charge in Charge if charge not in DEDUCTED},
    Charge.ASSEMBLY: ChargeTreatment.IF_SHOWN,
    Charge.INLAND: ChargeTreatment.IF_SHOWN,
    Charge.TAXES: ChargeTreatment.NEVER,
}
_BUYER_CARRIES: Final = {
    **_ALWAYS,
    Charge.FREIGHT: ChargeTreatment.NEEDED,
    Charge.INLAND: ChargeTreatment.NEVER,
}
_SELLER_INSURES: Final = {**_ALWAYS, Charge.INSURANCE: ChargeTreatment.IN_PRICE}
_DUTY_PAID: Final = {
    **_ALWAYS,
    Charge.FREIGHT: ChargeTreatment.IN_PRICE,
    Charge.TAXES: ChargeTreatment.IF_SHOWN,
}
"""The named place is inside the Union, so the seller's carriage has crossed the border."""
_TERMS: Final[Mapping[str, Mapping[Charge, ChargeTreatment]]] = {
    **dict.fromkeys(("EXW", "FCA", "FAS", "FOB"), _BUYER_CARRIES),
    **dict.fromkeys(("CFR", "CPT", "DAP", "DPU"), _ALWAYS),
    **dict.fromkeys(("CIF", "CIP"), _SELLER_INSURES),
    "DDP": _DUTY_PAID,
}
INCOTERMS: Final = tuple(_TERMS)
"""The eleven delivery terms."""


def charge_treatments(term: str) -> Mapping[Charge, ChargeTreatment]:
    """Return the treatment of every charge under a term; raises `UnknownTerm`."""
    if term not in _TERMS:
        raise UnknownTerm(term=term)
    return _TERMS[term]


def missing_charges(term: str, given: Iterable[Charge]) -> tuple[Charge, ...]:
    """Return the charges that the term always has and that are not given.

    Raises `UnknownTerm`.
    """
    known = set(given)
    needed = [
        charge
        for charge, answer in charge_treatments(term).items()
        if answer is ChargeTreatment.NEEDED
    ]
    return tuple(charge for charge in needed if charge not in known)


def check_charges(term: str, given: Iterable[Charge]) -> None:
    """Check that charges may be added or deducted under a term.

    Raises `ChargeInPrice`, `NothingToDeduct` or `UnknownTerm`.
    """
    answers = charge_treatments(term)
    for charge in given:
        if answers[charge] is ChargeTreatment.IN_PRICE:
            raise ChargeInPrice(term=term, charge=charge.name_english)
        if answers[charge] is ChargeTreatment.NEVER:
            raise NothingToDeduct(term=term, charge=charge.name_english)
