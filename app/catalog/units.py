"""The units that goods are sold by, and what they are packed in.

Codes are those of Chinese customs (计量单位代码表, 包装种类代码表): papers use the same ones.
"""

from dataclasses import dataclass
from typing import Final

from app.kit.refusal import BadInput
from app.kit.words import N_, N_plural


class UnknownUnit(BadInput):
    """Nothing is sold by a unit of this code."""

    code = "catalog.unknown_unit"
    sentence = N_("There is no sales unit with the code %(code)s.")


class UnknownPacking(BadInput):
    """Nothing is packed in what this code would mean."""

    code = "catalog.unknown_packing"
    sentence = N_("There is no packing with the code %(code)s.")


@dataclass(frozen=True, slots=True)
class Unit:
    """A sales unit: its name for one and for many, and how a price is said to be for one."""

    names: tuple[str, str]
    per: str


_PIECE: Final = Unit(N_plural("piece", "pieces"), N_("per piece"))
_BAG: Final = Unit(N_plural("bag", "bags"), N_("per bag"))
_PAIR: Final = Unit(N_plural("pair", "pairs"), N_("per pair"))

UNITS: Final = {
    "001": Unit(N_plural("device", "devices"), N_("per device")),
    "006": Unit(N_plural("set", "sets"), N_("per set")),
    "007": _PIECE,
    "008": _PIECE,
    "010": Unit(N_plural("sheet", "sheets"), N_("per sheet")),
    "011": _PIECE,
    "012": _PIECE,
    "013": _PIECE,
    "014": _PIECE,
    "015": _PIECE,
    "016": _PIECE,
    "017": _PIECE,
    "018": Unit(N_plural("roll", "rolls"), N_("per roll")),
    "019": _PAIR,
    "020": _PIECE,
    "025": _PAIR,
    "030": Unit(N_plural("metre", "metres"), N_("per metre")),
    "032": Unit(N_plural("square metre", "square metres"), N_("per square metre")),
    "033": Unit(N_plural("cubic metre", "cubic metres"), N_("per cubic metre")),
    "035": Unit(N_plural("kilogram", "kilograms"), N_("per kilogram")),
    "036": Unit(N_plural("gram", "grams"), N_("per gram")),
    "070": Unit(N_plural("tonne", "tonnes"), N_("per tonne")),
    "095": Unit(N_plural("litre", "litres"), N_("per litre")),
    "120": Unit(N_plural("carton", "cartons"), N_("per carton")),
    "125": Unit(N_plural("pack", "packs"), N_("per pack")),
    "136": _BAG,
    "140": Unit(N_plural("box", "boxes"), N_("per box")),
    "142": Unit(N_plural("bottle", "bottles"), N_("per bottle")),
}

PACKINGS: Final = {
    "00": N_("In bulk"),
    "01": N_("Unpacked"),
    "06": N_("Bags"),
    "22": N_("Cardboard cartons"),
    "23": N_("Wooden crates"),
    "29": N_("Boxes of other materials"),
    "32": N_("Cardboard drums"),
    "33": N_("Wooden barrels"),
    "39": N_("Drums of other materials"),
    "92": N_("Pallets of reclaimed wood"),
    "93": N_("Wooden pallets"),
    "99": N_("Other packing"),
}


def get_unit(code: str) -> Unit:
    """Return the unit of a three-digit code; raises `UnknownUnit`."""
    if code not in UNITS:
        raise UnknownUnit(field="sales_unit", code=code)
    return UNITS[code]


def get_packing(code: str) -> str:
    """Return the message that names a packing of a two-digit code; raises `UnknownPacking`."""
    if code not in PACKINGS:
        raise UnknownPacking(field="packing", code=code)
    return PACKINGS[code]
