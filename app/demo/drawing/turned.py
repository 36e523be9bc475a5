"""Bodies turned about an upright axis: bowls, jugs, jars, bottles, lamps, drums.

A profile is a row of (radius, height above the ground), from the mouth down to the foot.
"""

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, TypeAlias

from app.demo.drawing.art import Art, Point, line, n, oval, shape, together
from app.demo.drawing.light import Paint, plain
from app.demo.drawing.palette import darker, edge_of, lighter

Profile: TypeAlias = Sequence[Point]
TILT: Final = 0.2
"""How high a circle looks for its width, from a little above."""
_STEPS: Final = 5


def rounded(profile: Profile) -> list[Point]:
    """Return the profile with points between, on a smooth curve."""
    ends = [profile[0], *profile, profile[-1]]
    found: list[Point] = []
    for piece in zip(ends, ends[1:], ends[2:], ends[3:], strict=False):
        found += [_between(piece, step / _STEPS) for step in range(_STEPS)]
    return [*found, profile[-1]]


def _between(piece: Sequence[Point], t: float) -> Point:
    """Return a point of the curve between the second and the third, at a share of the way."""
    near, far = t * (1 - t) ** 2 / 2, t**2 * (1 - t) / 2
    shares = (-near, 1 - t**2 * (3 - 2 * t) + far, t**2 * (3 - 2 * t) + near, -far)
    wide = sum(share * point[0] for share, point in zip(shares, piece, strict=True))
    return wide, sum(share * point[1] for share, point in zip(shares, piece, strict=True))


def body(profile: Profile, paint: Paint, *, edge: str = "") -> Art:
    """Return the wall, from the near edge of the mouth to the foot."""
    return shape(outline(profile), paint, edge=edge)


def outline(profile: Profile) -> str:
    """Return the outline of the wall."""
    return _wall(rounded(profile))


def band(profile: Profile, high: float, low: float, paint: Paint, *, edge: str = "none") -> Art:
    """Return a stripe around the body between two heights."""
    points = rounded(profile)
    inner = [point for point in points if low < point[1] < high]
    return shape(
        _wall([(radius(points, high), high), *inner, (radius(points, low), low)]), paint, edge=edge
    )


def hoop(
    profile: Profile, high: float, colour: str, width: float = 1.4, *, strength: float = 1
) -> Art:
    """Return a line around the body at a height."""
    wide = radius(rounded(profile), high)
    arc = f"M{n(-wide)} {n(-high)}A{n(wide)} {n(wide * TILT)} 0 0 0 {n(wide)} {n(-high)}"
    return line(arc, colour, width, strength=strength)


def mouth(wide: float, high: float, colour: str, inside: str = "") -> Art:
    """Return the open top: the rim, and the dark within."""
    rim = shape(
        oval(0, -high, wide, wide * TILT), plain(lighter(colour, 0.4)), edge=edge_of(colour)
    )
    dark = shape(
        oval(0, -high + 0.8, wide * 0.92, wide * TILT * 0.86),
        plain(inside or darker(colour, 0.5)),
        edge="none",
    )
    return rim + dark


def lid(wide: float, high: float, paint: Paint) -> Art:
    """Return a closed flat top."""
    return shape(oval(0, -high, wide, wide * TILT), paint)


def around(profile: Profile, high: float, count: int, draw: Art, *, turn: float = 0) -> Art:
    """Return an ornament set around the body, narrower towards the sides."""
    wide = radius(rounded(profile), high)
    drawn = []
    for place in range(count):
        angle = math.radians(-84 + 168 * (place + 0.5) / count + turn)
        x, y = wide * math.sin(angle), -high + wide * TILT * math.cos(angle)
        squeeze = n(max(0.12, math.cos(angle)))
        drawn.append(
            Art(
                f'<g transform="translate({n(x)} {n(y)}) scale({squeeze} 1)">{draw.body}</g>',
                draw.defs,
            )
        )
    return together(drawn)


def radius(points: Profile, high: float) -> float:
    """Return the radius at a height."""
    for (wide, top), (narrow, under) in pairwise(points):
        if top >= high >= under and top != under:
            return wide + (narrow - wide) * (top - high) / (top - under)
    return points[-1][0]


def _wall(points: Profile) -> str:
    (top_wide, top), (foot_wide, foot) = points[0], points[-1]
    left = "L".join(f"{n(-wide)} {n(-high)}" for wide, high in points)
    right = "L".join(f"{n(wide)} {n(-high)}" for wide, high in reversed(points))
    under = f"A{n(foot_wide)} {n(foot_wide * TILT)} 0 0 0 {n(foot_wide)} {n(-foot)}"
    over = f"A{n(top_wide)} {n(top_wide * TILT)} 0 0 1 {n(-top_wide)} {n(-top)}"
    return f"M{left}{under}L{right}{over}Z"
