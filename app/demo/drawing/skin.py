"""Skins of dried and fresh fruit: outlines, wrinkles, pits, the light on them."""

import math
from collections.abc import Callable
from random import Random
from typing import Final

from app.demo.drawing.art import (
    Art,
    line,
    oval,
    path,
    placed,
    ring,
    shape,
    smooth,
    together,
)
from app.demo.drawing.light import plain
from app.demo.drawing.palette import LIGHT, darker, lighter

_DARK: Final = "#2a1a1e"


def pebble(hand: Random, wide: float, high: float, rough: float = 0.06) -> str:
    """Return the outline of a natural round thing."""
    points = [
        (
            x * wide * hand.uniform(1 - rough, 1 + rough),
            y * high * hand.uniform(1 - rough, 1 + rough),
        )
        for x, y in ring(0, 0, 1, 10, first=hand.uniform(0, 30))
    ]
    return smooth(points)


def lying(outline: str, body: Art) -> Art:
    """Return a thing with the small shadow that it throws on its neighbours."""
    fallen = Art(f'<path d="{outline}" fill="{_DARK}" opacity=".32" transform="translate(1.6 3)"/>')
    return fallen + body


def gloss(x: float, y: float, wide: float, high: float, turn: float = -25) -> Art:
    """Return the small light on a smooth skin."""
    spot = Art(f'<path d="{oval(0, 0, wide, high)}" fill="{LIGHT}" opacity=".55"/>')
    return placed(spot, (x, y), turn=turn)


def furrows(hand: Random, wide: float, high: float, colour: str, count: int) -> Art:
    """Return the wrinkles of a dried skin, along its length, dark with a light beside."""
    drawn = []
    for place in range(count):
        y = high * (-0.62 + 1.24 * (place + hand.uniform(0.25, 0.75)) / count)
        reach = wide * math.sqrt(max(0.0, 1 - (y / high) ** 2)) * hand.uniform(0.5, 0.82)
        shift = hand.uniform(-0.2, 0.2) * wide
        tilt = hand.uniform(-0.3, 0.3) * high
        points = [
            (shift + reach * along, y + tilt * along + high * hand.uniform(-0.16, 0.16))
            for along in (-0.9, -0.3, 0.3, 0.9)
        ]
        drawn.append(line(path(points), darker(colour, 0.5), 1.1))
        raised = [(x, y + 1.3) for x, y in points[:3]]
        drawn.append(line(path(raised), lighter(colour, 0.5), 0.8, strength=0.6))
    return together(drawn)


def pits(hand: Random, wide: float, high: float, colour: str, count: int) -> Art:
    drawn = []
    for _ in range(count):
        turn, far = hand.uniform(0, math.tau), math.sqrt(hand.random())
        spot = oval(wide * far * math.cos(turn), high * far * math.sin(turn), 1.1, 0.8)
        drawn.append(shape(spot, plain(darker(colour, 0.32)), edge="none"))
    return together(drawn)


Piece = Callable[[Random, str], Art]
