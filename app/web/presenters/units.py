"""Sales units and packings in the reader's language."""

from typing import Final

from app.catalog.units import get_packing, get_unit
from app.kit.formats import number
from app.kit.i18n import translate, translate_plural

_NBSP: Final = "\u00a0"


def unit_name(code: str, quantity: int) -> str:
    """Name the unit as it stands behind so many; raises `UnknownUnit`."""
    return translate_plural(*get_unit(code).names, quantity)


def say_units(quantity: int, code: str) -> str:
    """Write so many of a unit: "1,240 boxes"; raises `UnknownUnit`."""
    return f"{number(quantity)}{_NBSP}{unit_name(code, quantity)}"


def per_unit(code: str) -> str:
    """Say that a price is for one unit: "per box"; raises `UnknownUnit`."""
    return translate(get_unit(code).per)


def packing_name(code: str) -> str:
    """Name a packing of a two-digit code; raises `UnknownPacking`."""
    return translate(get_packing(code))
