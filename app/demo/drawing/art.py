"""Parts of a picture that add up, and the outlines they are made of."""

import hashlib
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from app.demo.drawing.light import Paint
from app.demo.drawing.palette import edge_of

Point: TypeAlias = tuple[float, float]
EDGE: Final = 1.3
"""The width of every edge."""


@dataclass(frozen=True, slots=True)
class Art:
    """What is drawn, and the definitions that it needs."""

    body: str = ""
    defs: Mapping[str, str] = field(default_factory=dict)

    def __add__(self, other: "Art") -> "Art":
        return Art(self.body + other.body, {**self.defs, **other.defs})


def together(parts: Iterable[Art]) -> Art:
    """Return the parts, each over the one before."""
    bodies: list[str] = []
    defs: dict[str, str] = {}
    for part in parts:
        bodies.append(part.body)
        defs.update(part.defs)
    return Art("".join(bodies), defs)


def shape(outline: str, paint: Paint, *, edge: str = "", width: float = EDGE) -> Art:
    """Return a filled outline; its edge is a deep tone of its own colour, unless one is named."""
    stroke = edge or edge_of(paint.colour)
    line = f' stroke="{stroke}" stroke-width="{n(width)}"' if edge != "none" else ""
    return Art(f'<path d="{outline}" fill="{paint.value}"{line}/>', paint.defs)


def line(outline: str, colour: str, width: float = EDGE, *, strength: float = 1) -> Art:
    """Return a line without a filling."""
    faint = f' opacity="{n(strength)}"' if strength < 1 else ""
    return Art(
        f'<path d="{outline}" fill="none" stroke="{colour}" stroke-width="{n(width)}"{faint}/>'
    )


def stitched(outline: str, colour: str, width: float = 1.4, gap: str = "4 4") -> Art:
    """Return a broken line: stitches, the turns of a rim."""
    return Art(
        f'<path d="{outline}" fill="none" stroke="{colour}" stroke-width="{n(width)}"'
        f' stroke-dasharray="{gap}"/>'
    )


def veil(outline: str, colour: str, strength: float) -> Art:
    """Return an even thin colour over what lies under it: film, a gleam, a shadow."""
    return Art(f'<path d="{outline}" fill="{colour}" opacity="{n(strength)}"/>')


def placed(art: Art, at: Point, *, scale: float = 1, turn: float = 0, flat: float = 1) -> Art:
    """Return the part moved, turned (degrees), scaled, and pressed flat."""
    moves = f"translate({n(at[0])} {n(at[1])})"
    moves += f" rotate({n(turn)})" if turn else ""
    wide, high = n(scale), n(scale * flat)
    moves += f" scale({wide} {high})" if (wide, high) != ("1", "1") else ""
    return Art(f'<g transform="{moves}">{art.body}</g>', art.defs)


def skewed(art: Art, matrix: Sequence[float]) -> Art:
    """Return the part laid down by a matrix."""
    return Art(f'<g transform="matrix({" ".join(map(n, matrix))})">{art.body}</g>', art.defs)


def clipped(art: Art, outline: str) -> Art:
    """Return what of the part lies inside the outline."""
    name = name_of("c" + outline)
    clip = f'<clipPath id="{name}"><path d="{outline}"/></clipPath>'
    return Art(f'<g clip-path="url(#{name})">{art.body}</g>', {**art.defs, name: clip})


def faded(art: Art, strength: float) -> Art:
    return Art(f'<g opacity="{n(strength)}">{art.body}</g>', art.defs)


def stamp(art: Art) -> Art:
    """Return the part as a definition that is drawn once and used often."""
    name = name_of(art.body)
    return Art(f'<use href="#{name}"/>', {**art.defs, name: f'<g id="{name}">{art.body}</g>'})


def used(stamped: Art, at: Point, *, scale: float = 1, turn: float = 0) -> Art:
    """Return a stamp set down somewhere."""
    moves = f"translate({n(at[0])} {n(at[1])})rotate({n(turn)})scale({n(scale)})"
    return Art(stamped.body.replace("/>", f' transform="{moves}"/>'), stamped.defs)


def name_of(text: str) -> str:
    """Return a short name that depends on nothing but the text."""
    return "k" + hashlib.sha256(text.encode()).hexdigest()[:7]


def n(figure: float) -> str:
    """Return a figure to a tenth (a hundredth below two), as short as it can be written."""
    text = f"{figure:.2f}" if abs(figure) < 2 else f"{figure:.1f}"  # noqa: PLR2004 -- see above
    short = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if short in {"-0", ""} else short


def points(text: str) -> list[Point]:
    """Return the points written as "x,y x,y"."""
    pairs = [pair.split(",") for pair in text.split()]
    return [(float(x), float(y)) for x, y in pairs]


def poly(corners: Sequence[Point]) -> str:
    return "M" + "L".join(f"{n(x)} {n(y)}" for x, y in corners) + "Z"


def path(points: Sequence[Point]) -> str:
    """Return a smooth open curve through the points."""
    first, last = points[0], points[-1]
    return _curve([first, *points, last])


def smooth(points: Sequence[Point]) -> str:
    """Return a smooth closed curve through the points."""
    return _curve([points[-1], *points, points[0], points[1]]) + "Z"


def _curve(points: Sequence[Point]) -> str:
    """Return a Catmull-Rom curve from the second point to the last but one."""
    drawn = [f"M{n(points[1][0])} {n(points[1][1])}"]
    for before, start, end, after in zip(points, points[1:], points[2:], points[3:], strict=False):
        one = (start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6)
        two = (end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6)
        drawn.append("C" + " ".join(f"{n(x)} {n(y)}" for x, y in (one, two, end)))
    return "".join(drawn)


def oval(x: float, y: float, wide: float, high: float) -> str:
    """Return an ellipse about a point, by its two radii."""
    arc = f"a{n(wide)} {n(high)} 0 1 0 "
    return f"M{n(x - wide)} {n(y)}{arc}{n(2 * wide)} 0{arc}{n(-2 * wide)} 0Z"


def box(x: float, y: float, wide: float, high: float, corner: float = 3) -> str:
    """Return a rectangle from its upper left, with round corners unless they are none."""
    if not corner:
        return f"M{n(x)} {n(y)}h{n(wide)}v{n(high)}h{n(-wide)}Z"
    r = n(corner)
    return (
        f"M{n(x + corner)} {n(y)}h{n(wide - 2 * corner)}a{r} {r} 0 0 1 {r} {r}"
        f"v{n(high - 2 * corner)}a{r} {r} 0 0 1 -{r} {r}h{n(2 * corner - wide)}"
        f"a{r} {r} 0 0 1 -{r} -{r}v{n(2 * corner - high)}a{r} {r} 0 0 1 {r} -{r}Z"
    )


def ring(x: float, y: float, radius: float, count: int, *, first: float = 0) -> list[Point]:
    """Return points evenly around a circle, beginning at an angle in degrees."""
    turns = [math.radians(first + 360 * place / count) for place in range(count)]
    return [(x + radius * math.cos(turn), y + radius * math.sin(turn)) for turn in turns]
