"""Presenter of sales units and packings."""

from typing import Final

from app.catalog.units import get_packing, get_unit
from app.kit.formats import number
from app.kit.i18n import translate, translate_plural

_NBSP: Final = "\u00a0"


def unit_name(code: str, quantity: int) -> str:
    """Return the unit's name for a quantity; raises `UnknownUnit`."""
    return translate_plural(*get_unit(code).names, quantity)


def say_units(quantity: int, code: str) -> str:
    """Format a quantity of a unit: "1,240 boxes"; raises `UnknownUnit`."""
    return f"{number(quantity)}{_NBSP}{unit_name(code, quantity)}"


def per_unit(code: str) -> str:
    """Return the unit of a price: "per box"; raises `UnknownUnit`."""
    return translate(get_unit(code).per)


def packing_name(code: str) -> str:
    """Return the name of a packing (two digits); raises `UnknownPacking`."""
    return translate(get_packing(code))
