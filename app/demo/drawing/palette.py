"""Colours: mixed by hand towards one warm light and one warm shade."""

from typing import Final

LIGHT: Final = "#fff6e0"
SHADE: Final = "#2a1a1e"
KRAFT: Final = "#c89f6a"
PAPER: Final = "#f3ead8"
WOOD: Final = "#a9713f"
STEEL: Final = "#a9b2b8"
LEAF: Final = "#6b8f4a"
GOLD: Final = "#d9a441"
BLACK: Final = "#34383f"
"""Moulded grips and cases."""


def mix(one: str, other: str, share: float) -> str:
    """Return `one` with a share (0 to 1) of `other` in it."""
    pairs = zip(_parts(one), _parts(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def lighter(colour: str, share: float) -> str:
    return mix(colour, LIGHT, share)


def darker(colour: str, share: float) -> str:
    return mix(colour, SHADE, share)


def edge_of(colour: str) -> str:
    """Return the tone in which the edge of a thing of this colour is drawn."""
    return darker(colour, 0.52)


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
