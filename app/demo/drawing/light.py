"""The one light, soft and from the upper left: how it falls on each kind of body."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from app.demo.drawing.palette import darker, lighter

_DIAGONAL: Final = 'x1=".1" y1="0" x2=".85" y2="1"'
_ACROSS: Final = 'x1="0" y1="0" x2="1" y2=".08"'
_DOWN: Final = 'x1="0" y1="0" x2="0" y2="1"'
_ROUND: Final = 'cx=".38" cy=".32" r=".75"'
_HAZE: Final = 'cx=".5" cy=".5" r=".5"'


@dataclass(frozen=True, slots=True)
class Paint:
    """What fills an outline, the colour it is of, and the gradient that it needs."""

    value: str
    colour: str
    defs: Mapping[str, str] = field(default_factory=dict)


def plain(colour: str) -> Paint:
    return Paint(colour, colour)


def lit(colour: str, depth: float = 1) -> Paint:
    """Return the light on a flat or slightly bent face."""
    stops = [(0, lighter(colour, 0.34 * depth)), (0.5, colour), (1, darker(colour, 0.26 * depth))]
    return _gradient("linear", _DIAGONAL, colour, stops)


def ball(colour: str, depth: float = 1) -> Paint:
    """Return the light on a body round on all sides."""
    stops = [
        (0, lighter(colour, 0.55 * depth)),
        (0.38, lighter(colour, 0.08 * depth)),
        (0.72, darker(colour, 0.16 * depth)),
        (1, darker(colour, 0.42 * depth)),
    ]
    return _gradient("radial", _ROUND, colour, stops)


def turned(colour: str, depth: float = 1) -> Paint:
    """Return the light on a body turned about an upright axis, dull."""
    stops = [
        (0, darker(colour, 0.12 * depth)),
        (0.28, lighter(colour, 0.34 * depth)),
        (0.6, colour),
        (0.93, darker(colour, 0.4 * depth)),
        (1, darker(colour, 0.3 * depth)),
    ]
    return _gradient("linear", _ACROSS, colour, stops)


def metal(colour: str) -> Paint:
    """Return the light on a polished turned body: a hard gleam, and the room behind it."""
    stops = [
        (0, darker(colour, 0.35)),
        (0.14, lighter(colour, 0.1)),
        (0.26, lighter(colour, 0.85)),
        (0.34, lighter(colour, 0.25)),
        (0.6, darker(colour, 0.12)),
        (0.84, darker(colour, 0.55)),
        (0.94, lighter(colour, 0.12)),
        (1, darker(colour, 0.2)),
    ]
    return _gradient("linear", _ACROSS, colour, stops)


def falling(top: str, bottom: str) -> Paint:
    """Return one colour passing into another from top to bottom."""
    return _gradient("linear", _DOWN, bottom, [(0, top), (1, bottom)])


def across(left: str, right: str) -> Paint:
    """Return one colour passing into another from left to right."""
    return _gradient("linear", _ACROSS, right, [(0, left), (1, right)])


def haze(colour: str, strength: float) -> Paint:
    """Return a soft spot that fades to nothing: shadows and glows, without a filter."""
    stops = [(0, strength), (0.55, strength * 0.62), (0.8, strength * 0.2), (1, 0)]
    written = "".join(
        f'<stop offset="{place:g}" stop-color="{colour}" stop-opacity="{share:.2g}"/>'
        for place, share in stops
    )
    return _named("radial", _HAZE, colour, written)


def _gradient(kind: str, vector: str, colour: str, stops: Sequence[tuple[float, str]]) -> Paint:
    written = "".join(f'<stop offset="{place:g}" stop-color="{tone}"/>' for place, tone in stops)
    return _named(kind, vector, colour, written)


def _named(kind: str, vector: str, colour: str, stops: str) -> Paint:
    name = "g" + hashlib.sha256(f"{kind}{vector}{stops}".encode()).hexdigest()[:6]
    drawn = f'<{kind}Gradient id="{name}" {vector}>{stops}</{kind}Gradient>'
    return Paint(f"url(#{name})", colour, {name: drawn})
