"""A mall's look: its colour in light and in dark, as a stylesheet made from the rows.

The policy of pages takes styles from files alone, so colours that an operator chooses come in a
file of their own, addressed by its fingerprint.
"""

import hashlib
from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from app.catalog.mall import Mall

Colour = tuple[int, int, int]
"""Red, green and blue, 0 to 255."""

LIGHT_GROUND: Final[Colour] = (0xF2, 0xEB, 0xDC)
"""The darkest of the light grounds (`--sunk` of tokens.css)."""
DARK_GROUND: Final[Colour] = (0x2A, 0x2F, 0x57)
"""Lighter than every dark ground of tokens.css."""
LEAST_CONTRAST: Final = Decimal("4.5")
"""Of text on its ground: WCAG 2.2, success criterion 1.4.3."""
_STEPS: Final = 20


def read_colour(text: str) -> Colour:
    """Read a colour such as #b3261e."""
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


def contrast(one: Colour, other: Colour) -> Decimal:
    """Return the contrast of two colours, 1 to 21, as WCAG defines it."""
    lower, higher = sorted((_luminance(one), _luminance(other)))
    return (higher + Decimal("0.05")) / (lower + Decimal("0.05"))


def legible(colour: Colour, ground: Colour) -> Colour:
    """Return the colour, mixed with black or white just so far that text in it can be read."""
    is_light = _luminance(ground) > Decimal("0.18")
    end = 0 if is_light else 255
    for step in range(_STEPS):
        mixed = _mix(colour, end, step)
        if contrast(mixed, ground) >= LEAST_CONTRAST:
            return mixed
    return _mix(colour, end, _STEPS)


def stylesheet(malls: Iterable[Mall]) -> str:
    """Return the stylesheet that gives each mall its colour, by the class `mall-<id>`."""
    light = {mall.id: read_colour(mall.accent) for mall in malls}
    lit = "".join(_rule(key, legible(each, LIGHT_GROUND)) for key, each in light.items())
    unlit = "".join(_rule(key, legible(each, DARK_GROUND)) for key, each in light.items())
    return f"{lit}@media (prefers-color-scheme: dark) {{\n{unlit}}}\n"


def fingerprint(sheet: str) -> str:
    """Return the name under which a stylesheet is kept: another text has another name."""
    return hashlib.sha256(sheet.encode()).hexdigest()[:16]


def _rule(key: int, colour: Colour) -> str:
    return f".mall-{key} {{ --accent: #{bytes(colour).hex()}; }}\n"


def _mix(colour: Colour, end: int, step: int) -> Colour:
    red, green, blue = (each + (end - each) * step // _STEPS for each in colour)
    return red, green, blue


def _luminance(colour: Colour) -> Decimal:
    red, green, blue = (_linear(Decimal(each) / 255) for each in colour)
    return Decimal("0.2126") * red + Decimal("0.7152") * green + Decimal("0.0722") * blue


def _linear(share: Decimal) -> Decimal:
    if share <= Decimal("0.04045"):
        return share / Decimal("12.92")
    return ((share + Decimal("0.055")) / Decimal("1.055")) ** Decimal("2.4")
