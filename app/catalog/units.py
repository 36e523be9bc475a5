"""The units that goods are sold by, and what they are packed in.

Codes and names are those of `customs.codes` (计量单位代码表, 包装种类代码表), where it has names of
ours beside the official ones.
"""

from dataclasses import dataclass
from typing import Final

from app.kit.i18n import N_, N_plural
from app.kit.refusal import BadInput
from customs import codes


class UnknownUnit(BadInput):
    """No sales unit has this code."""

    code = "catalog.unknown_unit"
    sentence = N_("There is no sales unit with the code %(code)s.")


class UnknownPacking(BadInput):
    """No packing has this code."""

    code = "catalog.unknown_packing"
    sentence = N_("There is no packing with the code %(code)s.")


@dataclass(frozen=True, slots=True)
class Unit:
    """A sales unit: its singular and plural names, and the message "per unit" of a price."""

    names: tuple[str, str]
    per: str


_FORMS: Final = (
    Unit(N_plural("device", "devices"), N_("per device")),
    Unit(N_plural("set", "sets"), N_("per set")),
    Unit(N_plural("piece", "pieces"), N_("per piece")),
    Unit(N_plural("sheet", "sheets"), N_("per sheet")),
    Unit(N_plural("roll", "rolls"), N_("per roll")),
    Unit(N_plural("pair", "pairs"), N_("per pair")),
    Unit(N_plural("metre", "metres"), N_("per metre")),
    Unit(N_plural("square metre", "square metres"), N_("per square metre")),
    Unit(N_plural("cubic metre", "cubic metres"), N_("per cubic metre")),
    Unit(N_plural("kilogram", "kilograms"), N_("per kilogram")),
    Unit(N_plural("gram", "grams"), N_("per gram")),
    Unit(N_plural("tonne", "tonnes"), N_("per tonne")),
    Unit(N_plural("litre", "litres"), N_("per litre")),
    Unit(N_plural("carton", "cartons"), N_("per carton")),
    Unit(N_plural("pack", "packs"), N_("per pack")),
    Unit(N_plural("bag", "bags"), N_("per bag")),
    Unit(N_plural("box", "boxes"), N_("per box")),
    Unit(N_plural("bottle", "bottles"), N_("per bottle")),
)
"""Plural forms of the English names in the units list of customs."""
_BY_NAME: Final = {form.names[0]: form for form in _FORMS}

UNITS: Final = {row.code: _BY_NAME[row.name_en] for row in codes.UNITS if row.name_en}
PACKINGS: Final = {row.code: row.name_en for row in codes.PACKINGS if row.name_en}


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
