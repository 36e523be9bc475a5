"""What a good's file says of its drawing."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Standing:
    """One thing of a still life, where the middle of its foot stands."""

    thing: str
    x: float
    y: float
    colours: tuple[str, ...] = ()
    scale: float = 1
    turn: float = 0


@dataclass(frozen=True, slots=True)
class Drawing:
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


def read_drawing(facts: Mapping[str, Any]) -> Drawing:
    """Return the plan of a `drawing` table."""
    items = tuple(Standing(**_with_colours(item)) for item in facts.get("items", ()))
    return Drawing(**{**_with_colours(facts), "items": items})


def _with_colours(facts: Mapping[str, Any]) -> dict[str, Any]:
    return {**facts, "colours": tuple(facts.get("colours", ()))}
