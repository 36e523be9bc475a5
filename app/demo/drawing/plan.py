"""What a good's file says of its drawing."""

from collections.abc import Mapping

import msgspec


class Standing(msgspec.Struct, frozen=True):
    """One thing of a still life, where the middle of its foot stands."""

    thing: str
    x: float
    y: float
    colours: tuple[str, ...] = ()
    scale: float = 1
    turn: float = 0


class Drawing(msgspec.Struct, frozen=True):
    """Goods in a heap (`piece`, `packing`) or things side by side; colours are `#rrggbb`."""

    ground: str = "sand"
    colours: tuple[str, ...] = ()
    band: str = "#8a5a2a"
    """The colour of the retail packing."""
    piece: str = ""
    packing: str = ""
    scale: float = 1
    emblem: float = 1
    """How large the piece is drawn on its packing."""
    spread: float = 1
    """How far the pieces of a heap lie apart, for their size."""
    loose: int = 4
    items: tuple[Standing, ...] = ()


def read_drawing(facts: Mapping[str, object]) -> Drawing:
    """Return the plan of a `drawing` table; raises `msgspec.ValidationError` for another shape."""
    return msgspec.convert(facts, Drawing)
